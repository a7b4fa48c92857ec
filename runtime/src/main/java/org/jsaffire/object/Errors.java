package org.jsaffire.object;

/**
 * Makes exceptions of the language. Each method returns the exception, to be thrown by the caller.
 * Code 1, as all exceptions of the system have (language.md 6.2).
 */
public final class Errors {
  private static final Numerical CODE = Numerical.of(1);

  private Errors() {}

  /** An exception of the given class, which is {@code exception} or a descendant. */
  public static ScriptException of(ClassObject type, String message) {
    return new ScriptException(new Instance(type, new ExceptionState(Str.of(message), CODE)));
  }

  public static ScriptException argument(String message) {
    return of(Exceptions.ARGUMENT, message);
  }

  /**
   * An argument of a type that a native method does not take (objects.md 1.3).
   *
   * @param wanted with its article: {@code a string or a null}
   */
  public static ScriptException wrongType(String wanted, Value given) {
    return argument(
        "Error while parsing argument list: wanted "
            + wanted
            + ", but got a "
            + Conversions.typeName(given));
  }

  public static ScriptException type(String message) {
    return of(Exceptions.TYPE, message);
  }

  public static ScriptException attribute(String message) {
    return of(Exceptions.ATTRIBUTE, message);
  }

  public static ScriptException attributeNotFound(String name, String className) {
    return attribute("Attribute '" + name + "' in class '" + className + "' not found");
  }

  public static ScriptException identifierNotFound(String name) {
    return attribute("Identifier '" + name + "' is not found");
  }

  public static ScriptException immutable(String message) {
    return of(Exceptions.IMMUTABLE, message);
  }

  public static ScriptException index() {
    return of(Exceptions.INDEX, "Index out of range");
  }

  public static ScriptException call(String message) {
    return of(Exceptions.CALL, message);
  }

  public static ScriptException callable(String message) {
    return of(Exceptions.CALLABLE, message);
  }

  public static ScriptException notCallable() {
    return callable("Object is not callable");
  }

  public static ScriptException visibility(String message) {
    return of(Exceptions.VISIBILITY, message);
  }

  public static ScriptException interfaceError(String message) {
    return of(Exceptions.INTERFACE, message);
  }

  public static ScriptException objectOriented(String message) {
    return of(Exceptions.OO, message);
  }

  public static ScriptException extend(String message) {
    return of(Exceptions.EXTEND, message);
  }

  public static ScriptException system(String message) {
    return of(Exceptions.SYSTEM, message);
  }

  public static ScriptException arithmetic(String message) {
    return of(Exceptions.ARITHMETIC, message);
  }

  public static ScriptException divideByZero() {
    return of(Exceptions.DIVIDE_BY_ZERO, "Cannot divide by zero");
  }

  public static ScriptException io(String message) {
    return of(Exceptions.IO, message);
  }
}
