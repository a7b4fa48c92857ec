package org.jsaffire.object;

/**
 * One overload of a method, native or written in Saffire. Shared by all runs; holds nothing that a
 * script can change.
 */
public abstract class Method {
  private final Visibility visibility;
  private final boolean isStatic;
  private final boolean isAbstract;
  private final boolean isFinal;
  private MethodMember member;

  protected Method(Visibility visibility, boolean isStatic, boolean isAbstract, boolean isFinal) {
    this.visibility = visibility;
    this.isStatic = isStatic;
    this.isAbstract = isAbstract;
    this.isFinal = isFinal;
  }

  final void join(MethodMember set) {
    assert member == null;
    member = set;
  }

  /** The set of overloads that this one belongs to. */
  public final MethodMember member() {
    return member;
  }

  public final String name() {
    return member.name();
  }

  /** The layout of the declaring class. */
  public final Layout owner() {
    return member.owner();
  }

  public final Visibility visibility() {
    return visibility;
  }

  /** {@code self} is the class, also when called through an instance. */
  public final boolean isStatic() {
    return isStatic;
  }

  public final boolean isAbstract() {
    return isAbstract;
  }

  public final boolean isFinal() {
    return isFinal;
  }

  /** May be called on a class as it stands: static, or one of the mixed methods of base. */
  public boolean worksOnClass() {
    return isStatic;
  }

  /** Runs as part of the machine, without a frame of its own. */
  public abstract boolean isNative();

  /** How many arguments a call needs at least. */
  public abstract int requiredCount();

  /** The number of parameters, a variadic one included. */
  public abstract int parameterCount();

  /** The last parameter takes any number of arguments. */
  public abstract boolean isVariadic();
}
