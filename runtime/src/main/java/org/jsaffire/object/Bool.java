package org.jsaffire.object;

/** One of the two booleans. */
public final class Bool extends Value {
  public static final Bool TRUE = new Bool(true);
  public static final Bool FALSE = new Bool(false);

  private final boolean value;

  private Bool(boolean value) {
    this.value = value;
  }

  public static Bool of(boolean value) {
    return value ? TRUE : FALSE;
  }

  public boolean value() {
    return value;
  }

  @Override
  public Layout layout() {
    return Core.BOOLEAN.instanceLayout();
  }

  @Override
  public ClassObject type() {
    return Core.BOOLEAN;
  }

  @Override
  public TypeTag tag() {
    return TypeTag.BOOLEAN;
  }

  @Override
  public boolean isImmutable() {
    return true;
  }

  @Override
  public String toString() {
    return value ? "true" : "false";
  }
}
