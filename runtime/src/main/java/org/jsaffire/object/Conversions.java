package org.jsaffire.object;

/** Truth, text and number of values (language.md 4.13), and their type names in messages. */
public final class Conversions {
  private Conversions() {}

  /** The truth of a value, as conditions take it. */
  public static boolean isTrue(Invoker in, Value value) {
    if (value instanceof Bool bool) {
      return bool.value();
    }
    if (value instanceof Instance instance) {
      return isInstanceTrue(in, instance);
    }
    return isCoreTrue(value);
  }

  private static boolean isInstanceTrue(Invoker in, Instance instance) {
    MethodMember method = instance.layout().findMethod("__boolean");
    if (method == null) {
      return true;
    }
    if (method.overload(0).isNative()) {
      Value inner = instance.unwrap();
      return inner == instance || isCoreTrue(inner);
    }
    return convert(in, method, instance, "a boolean") == Bool.TRUE;
  }

  /** The truth of a value that is no instance. */
  static boolean isCoreTrue(Value value) {
    if (value instanceof Numerical number) {
      return number.signum() != 0;
    }
    if (value instanceof Str text) {
      return !text.isEmpty();
    }
    if (value instanceof Container container) {
      return container.size() > 0;
    }
    if (value instanceof TupleObject tuple) {
      return tuple.size() > 0;
    }
    if (value instanceof DoubleValue number) {
      return number.value().signum() != 0;
    }
    if (value instanceof RegexValue regex) {
      return !regex.source().isEmpty();
    }
    return !(value instanceof NullValue) && value != Bool.FALSE;
  }

  /** The text of a value for output; empty for objects without {@code __string}. */
  public static Str text(Invoker in, Value value) {
    if (value instanceof Str text) {
      return text;
    }
    if (value instanceof Instance instance) {
      MethodMember method = instance.layout().findMethod("__string");
      return method == null ? Str.EMPTY : (Str) convert(in, method, instance, "a string");
    }
    return value instanceof ClassObject ? Str.EMPTY : coreText(value);
  }

  /**
   * The text of a value where one is needed.
   *
   * @throws ScriptException attributeException when it has no {@code __string}
   */
  public static Str requireText(Invoker in, Value value) {
    boolean hasText =
        value instanceof Instance instance
            ? instance.layout().findMethod("__string") != null
            : !(value instanceof ClassObject);
    if (!hasText) {
      throw Errors.attributeNotFound("__string", value.type().name());
    }
    return text(in, value);
  }

  /** The text of a value that is neither instance nor class. */
  static Str coreText(Value value) {
    if (value instanceof Str text) {
      return text;
    }
    if (value instanceof Container container) {
      return Str.of(value.tag().text() + "[" + container.size() + "]");
    }
    if (value instanceof TupleObject) {
      return Str.of("tuple");
    }
    return Str.of(value instanceof CallableObject ? "Callable" : value.toString());
  }

  /**
   * The number of a value.
   *
   * @throws ScriptException attributeException when it has no {@code __numerical}
   */
  public static Numerical number(Invoker in, Value value) {
    if (value instanceof Numerical number) {
      return number;
    }
    MethodMember method =
        value instanceof ClassObject ? null : value.layout().findMethod("__numerical");
    if (method == null) {
      throw Errors.attributeNotFound("__numerical", value.type().name());
    }
    return (Numerical) convert(in, method, value, "a numerical");
  }

  private static Value convert(Invoker in, MethodMember method, Value value, String wanted) {
    Value result = in.call(method, value).unwrap();
    boolean fits =
        switch (wanted) {
          case "a boolean" -> result instanceof Bool;
          case "a string" -> result instanceof Str;
          default -> result instanceof Numerical;
        };
    if (!fits) {
      throw Errors.type(
          "Method '" + method.owner().name() + "." + method.name() + "' must return " + wanted);
    }
    return result;
  }

  /**
   * The type name that messages show (language.md 4.15): for user objects the class name, otherwise
   * the name of the built-in type.
   */
  public static String typeName(Value value) {
    TypeTag tag = value.tag();
    return tag == TypeTag.USER || tag == TypeTag.BASE ? value.type().name() : tag.text();
  }
}
