package org.jsaffire.vm;

import java.util.List;
import org.jsaffire.object.ClassObject;
import org.jsaffire.object.Layout;
import org.jsaffire.object.Value;

/** Parent and interfaces of a definition, resolved, while its initialisers run. */
final class PreparedType extends Value {
  final ClassObject parent;
  final List<ClassObject> interfaces;

  PreparedType(ClassObject parent, List<ClassObject> interfaces) {
    this.parent = parent;
    this.interfaces = interfaces;
  }

  @Override
  public Layout layout() {
    throw new IllegalStateException("a definition is no value of a script");
  }

  @Override
  public ClassObject type() {
    throw new IllegalStateException("a definition is no value of a script");
  }
}
