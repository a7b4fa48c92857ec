package org.jsaffire.object;

/**
 * A declared member of a class or interface. Shared by all runs. It is a value only so that the
 * machine can keep it on its stack; scripts never see one.
 */
public abstract class Member extends Value {
  private final String name;
  private final Visibility visibility;
  private final boolean isStatic;
  private Layout owner;

  Member(String name, Visibility visibility, boolean isStatic) {
    this.name = name;
    this.visibility = visibility;
    this.isStatic = isStatic;
  }

  public final String name() {
    return name;
  }

  /** The visibility; of a set of overloads the widest among them. */
  public final Visibility visibility() {
    return visibility;
  }

  /** Belongs to the class, not to each instance. */
  public final boolean isStatic() {
    return isStatic;
  }

  /** The layout that declares this member; set once, while that layout is built. */
  public final Layout owner() {
    return owner;
  }

  final void declareIn(Layout layout) {
    assert owner == null || owner == layout;
    owner = layout;
  }

  /** For messages: constant, property, method. */
  public abstract MemberKind kind();

  @Override
  public final Layout layout() {
    throw new IllegalStateException("a member is no value of a script: " + name);
  }

  @Override
  public final ClassObject type() {
    throw new IllegalStateException("a member is no value of a script: " + name);
  }
}
