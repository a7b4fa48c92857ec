package org.jsaffire.vm;

import org.jsaffire.object.ClassObject;
import org.jsaffire.object.Cursor;
import org.jsaffire.object.Layout;
import org.jsaffire.object.Meta;
import org.jsaffire.object.Value;

/** The state of a foreach, kept in a slot; scripts never see one. */
final class Iteration extends Value {
  final Cursor cursor;
  private final int targets;
  private int index;

  Iteration(Cursor cursor, int targets) {
    this.cursor = cursor;
    this.targets = targets;
  }

  /** Pushes what the targets get, the first one last; returns the new top. */
  int push(Value[] stack, int top) {
    int sp = top;
    Value value = cursor.value();
    if (targets > 2) {
      stack[sp++] = Meta.of(index++, cursor.count(), cursor.key(), value);
    }
    stack[sp++] = value;
    if (targets > 1) {
      stack[sp++] = cursor.key();
    }
    return sp;
  }

  @Override
  public Layout layout() {
    throw new IllegalStateException("an iteration is no value of a script");
  }

  @Override
  public ClassObject type() {
    throw new IllegalStateException("an iteration is no value of a script");
  }
}
