package org.jsaffire.object;

import java.util.List;

/** The predefined exception classes (language.md 6.1). */
public final class Exceptions {
  public static final ClassObject EXCEPTION = ExceptionMethods.build();
  public static final ClassObject SYSTEM = type("systemException", EXCEPTION);
  public static final ClassObject COMPILE = type("compileException", SYSTEM);
  public static final ClassObject INDEX = type("indexException", SYSTEM);
  public static final ClassObject ATTRIBUTE = type("attributeException", SYSTEM);
  public static final ClassObject IMMUTABLE = type("immutableException", SYSTEM);
  public static final ClassObject TYPE = type("typeException", SYSTEM);
  public static final ClassObject COERCE = type("coerceException", SYSTEM);
  public static final ClassObject CALL = type("callException", SYSTEM);
  public static final ClassObject ARGUMENT = type("argumentException", CALL);
  public static final ClassObject CALLABLE = type("callableException", CALL);
  public static final ClassObject VISIBILITY = type("visibilityException", CALL);
  public static final ClassObject IMPORT = type("importException", SYSTEM);
  public static final ClassObject OO = type("ooException", SYSTEM);
  public static final ClassObject INTERFACE = type("interfaceException", OO);
  public static final ClassObject EXTEND = type("extendException", OO);
  public static final ClassObject ARITHMETIC = type("arithmeticException", EXCEPTION);
  public static final ClassObject DIVIDE_BY_ZERO = type("divideByZeroException", ARITHMETIC);
  public static final ClassObject IO = type("ioException", EXCEPTION);
  public static final ClassObject FILE = type("fileException", IO);
  public static final ClassObject FILE_NOT_FOUND = type("fileNotFoundException", FILE);

  private Exceptions() {}

  private static ClassObject type(String name, ClassObject parent) {
    return NativeClass.named(name).parent(parent).tag(TypeTag.EXCEPTION).build();
  }

  static List<ClassObject> all() {
    return List.of(
        EXCEPTION,
        SYSTEM,
        COMPILE,
        INDEX,
        ATTRIBUTE,
        IMMUTABLE,
        TYPE,
        COERCE,
        CALL,
        ARGUMENT,
        CALLABLE,
        VISIBILITY,
        IMPORT,
        OO,
        INTERFACE,
        EXTEND,
        ARITHMETIC,
        DIVIDE_BY_ZERO,
        IO,
        FILE,
        FILE_NOT_FOUND);
  }
}
