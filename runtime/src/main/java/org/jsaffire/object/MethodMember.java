package org.jsaffire.object;

import java.util.List;

/** All overloads of one method name that one class declares, in source order. */
public final class MethodMember extends Member {
  private final Method[] overloads;

  public MethodMember(String name, List<? extends Method> overloads) {
    super(name, widest(overloads), overloads.get(0).isStatic());
    this.overloads = overloads.toArray(Method[]::new);
    for (Method method : this.overloads) {
      method.join(this);
    }
  }

  private static Visibility widest(List<? extends Method> overloads) {
    Visibility widest = Visibility.PRIVATE;
    for (Method method : overloads) {
      if (method.visibility().compareTo(widest) < 0) {
        widest = method.visibility();
      }
    }
    return widest;
  }

  public int count() {
    return overloads.length;
  }

  public Method overload(int i) {
    return overloads[i];
  }

  /** The only overload, or null when there are several. */
  public Method single() {
    return overloads.length == 1 ? overloads[0] : null;
  }

  /** Some overload is abstract. */
  public boolean isAbstract() {
    for (Method method : overloads) {
      if (method.isAbstract()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public MemberKind kind() {
    return MemberKind.METHOD;
  }
}
