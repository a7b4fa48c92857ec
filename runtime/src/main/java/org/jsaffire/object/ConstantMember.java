package org.jsaffire.object;

/** A constant; its value is a literal and therefore shared. */
public final class ConstantMember extends Member {
  private final Value value;

  public ConstantMember(String name, Value value) {
    super(name, Visibility.PUBLIC, true);
    this.value = value;
  }

  public Value value() {
    return value;
  }

  @Override
  public MemberKind kind() {
    return MemberKind.CONSTANT;
  }
}
