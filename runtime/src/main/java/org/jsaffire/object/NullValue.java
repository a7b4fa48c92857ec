package org.jsaffire.object;

/** The single null. */
public final class NullValue extends Value {
  public static final NullValue NULL = new NullValue();

  private NullValue() {}

  @Override
  public Layout layout() {
    return Core.NULL.instanceLayout();
  }

  @Override
  public ClassObject type() {
    return Core.NULL;
  }

  @Override
  public TypeTag tag() {
    return TypeTag.NULL;
  }

  @Override
  public boolean isImmutable() {
    return true;
  }

  @Override
  public String toString() {
    return "null";
  }
}
