package org.jsaffire.object;

/** A property: a slot of each instance, or of the class that declares it. */
public final class PropertyMember extends Member {
  private final boolean isBoolean;
  private final boolean isDynamic;
  private final boolean isReadOnly;
  private int slot = -1;

  public PropertyMember(String name, Visibility visibility, boolean isStatic) {
    this(name, visibility, isStatic, false, false);
  }

  private PropertyMember(
      String name, Visibility visibility, boolean isStatic, boolean isDynamic, boolean isReadOnly) {
    super(name, visibility, isStatic);
    this.isBoolean = name.endsWith("?");
    this.isDynamic = isDynamic;
    this.isReadOnly = isReadOnly;
  }

  /** A public property that only native code sets. */
  static PropertyMember readOnly(String name) {
    return new PropertyMember(name, Visibility.PUBLIC, false, false, true);
  }

  /** A property that was added to an instance by assignment. */
  static PropertyMember dynamic(String name, int slot) {
    PropertyMember member = new PropertyMember(name, Visibility.PUBLIC, false, true, false);
    member.slot = slot;
    return member;
  }

  /**
   * Index in the slots of an instance, or, for a static property, in the static slots of the class
   * object of {@link #owner()}.
   */
  public int slot() {
    return slot;
  }

  void assignSlot(int index) {
    assert slot < 0 || slot == index;
    slot = index;
  }

  /** Holds booleans only, because its name ends in a question mark (language.md 4.10). */
  public boolean isBoolean() {
    return isBoolean;
  }

  /** Was added to an instance by assignment. */
  public boolean isDynamic() {
    return isDynamic;
  }

  /** Scripts cannot write it. */
  public boolean isReadOnly() {
    return isReadOnly;
  }

  @Override
  public MemberKind kind() {
    return MemberKind.PROPERTY;
  }
}
