package org.jsaffire.object;

import java.util.List;
import java.util.Set;

/** The predefined interfaces (objects.md 13): only the presence of members is checked. */
public final class CoreInterfaces {
  private CoreInterfaces() {}

  /** A member that an interface wants. */
  private static final class Wanted extends Method {
    private final boolean isOptional;

    Wanted(boolean isOptional) {
      super(Visibility.PUBLIC, false, true, false);
      this.isOptional = isOptional;
    }

    @Override
    public boolean isNative() {
      return true;
    }

    @Override
    public int requiredCount() {
      return 0;
    }

    @Override
    public int parameterCount() {
      return 0;
    }

    @Override
    public boolean isVariadic() {
      return false;
    }
  }

  static ClassObject build(String name, String methods, String optional) {
    Layout.Builder layout =
        new Layout.Builder(name, "\\" + name, null)
            .tag(TypeTag.BASE)
            .flags(new Layout.Flags(true, true, false, true));
    Set<String> optionalNames = Set.of(optional.split(" ", -1));
    for (String method : methods.split(" ", -1)) {
      layout.declare(new MethodMember(method, List.of(new Wanted(optionalNames.contains(method)))));
    }
    return new ClassObject(layout.build(), null, List.of(), null);
  }

  /** A class may leave this member of a built-in interface out. */
  public static boolean isOptional(Member member) {
    return member instanceof MethodMember method
        && method.overload(0) instanceof Wanted wanted
        && wanted.isOptional;
  }
}
