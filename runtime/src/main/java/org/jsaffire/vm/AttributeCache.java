package org.jsaffire.vm;

import org.jsaffire.object.Layout;
import org.jsaffire.object.Member;

/**
 * What an attribute site found last: for receivers of one layout and code of one class, a member
 * that the code may use. Holds nothing of a run.
 */
record AttributeCache(Layout receiver, Layout executing, Member member) {
  boolean fits(Layout layout, Layout running) {
    return receiver == layout && executing == running;
  }
}
