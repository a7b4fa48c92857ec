package org.jsaffire.vm;

import org.jsaffire.object.ClassObject;
import org.jsaffire.object.Layout;
import org.jsaffire.object.Value;

/**
 * Ends a run in a way that scripts cannot catch; {@code finally} parts run. {@link #asValue()} is
 * what those keep on the stack meanwhile.
 */
public abstract class Unwinding extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Pending pending = new Pending(this);

  protected Unwinding(String message) {
    super(message, null, false, false);
  }

  Value asValue() {
    return pending;
  }

  /** An unwinding as the machine keeps it in a slot; scripts never see one. */
  static final class Pending extends Value {
    final Unwinding unwinding;

    Pending(Unwinding unwinding) {
      this.unwinding = unwinding;
    }

    @Override
    public Layout layout() {
      throw new IllegalStateException("an unwinding is no value of a script");
    }

    @Override
    public ClassObject type() {
      throw new IllegalStateException("an unwinding is no value of a script");
    }
  }
}
