package org.jsaffire.object;

/** How classes are related, as {@code __instanceOf} and {@code __parents} tell it. */
final class Kinship {
  private Kinship() {}

  /** The parent; interfaces have base for one. Null for base. */
  static ClassObject parent(ClassObject type) {
    return type.isInterface() ? Core.BASE : type.parent();
  }

  /**
   * The class is {@code other}, descends from it, or has it as an interface (objects.md 2).
   *
   * @param other a class, a name, or a value whose class is meant
   */
  static boolean isInstance(Invoker in, ClassObject type, Value other) {
    if (!(other instanceof Str name)) {
      return isA(type, other.type());
    }
    if (in.resolve(name.toString()) instanceof ClassObject named) {
      return isA(type, named);
    }
    ClassObject builtIn = BuiltIns.type(name.toString());
    return builtIn != null ? isA(type, builtIn) : hasName(type, name.toString());
  }

  private static boolean isA(ClassObject type, ClassObject other) {
    return type.isA(other) || (other == Core.BASE && type.isInterface());
  }

  /** A name that means nothing to the caller may still be that of an ancestor or interface. */
  private static boolean hasName(ClassObject type, String name) {
    for (ClassObject line = type; line != null; line = line.parent()) {
      if (isNamed(line, name)) {
        return true;
      }
    }
    for (ClassObject declared : type.allInterfaces()) {
      if (isNamed(declared, name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNamed(ClassObject type, String name) {
    return type.name().equals(name) || type.instanceLayout().qualifiedName().equals(name);
  }
}
