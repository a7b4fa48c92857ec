package org.jsaffire.object;

/** The methods of boolean (objects.md 3). */
final class BooleanMethods {
  private BooleanMethods() {}

  /** What a binary operator makes of two truths. */
  @FunctionalInterface
  private interface Table {
    boolean apply(boolean a, boolean b);
  }

  static ClassObject build() {
    NativeClass type =
        NativeClass.named("boolean")
            .tag(TypeTag.BOOLEAN)
            .asFinal()
            .emptyPayload(() -> Bool.FALSE)
            .define("boolean __boolean()", "Itself.", (in, self) -> self)
            .define("null __null()", "Null.", (in, self) -> NullValue.NULL)
            .define(
                "numerical __numerical()",
                "1 or 0.",
                (in, self) -> Numerical.of(isTrue(self) ? 1 : 0))
            .define("string __string()", "Its text.", (in, self) -> Conversions.coreText(self));
    operators(type);
    comparisons(type);
    return type.extensions()
        .alias("__opr_shl", "__opr_sl")
        .alias("__opr_shr", "__opr_sr")
        .define(
            "object __ctor(object value = false)",
            "The truth of a value.",
            (in, self, v) -> Bool.of(Conversions.isTrue(in, v)))
        .build();
  }

  private static void operators(NativeClass type) {
    binary(type, "__opr_add", "Or.", (a, b) -> a || b);
    binary(type, "__opr_sub", "And not.", (a, b) -> a && !b);
    binary(type, "__opr_mul", "And.", (a, b) -> a && b);
    binary(type, "__opr_div", "And.", (a, b) -> a && b);
    binary(type, "__opr_mod", "False.", (a, b) -> false);
    binary(type, "__opr_and", "And.", (a, b) -> a && b);
    binary(type, "__opr_or", "Or.", (a, b) -> a || b);
    binary(type, "__opr_xor", "Either.", (a, b) -> a != b);
    binary(type, "__opr_shl", "The left value.", (a, b) -> a);
    binary(type, "__opr_shr", "And not.", (a, b) -> a && !b);
    type.define("boolean __opr_inv()", "Negation.", (in, self) -> Bool.of(!isTrue(self)))
        .define("boolean __opr_not()", "Negation.", (in, self) -> Bool.of(!isTrue(self)));
  }

  private static void comparisons(NativeClass type) {
    binary(type, "__cmp_eq", "Equal?", (a, b) -> a == b);
    binary(type, "__cmp_ne", "Unequal?", (a, b) -> a != b);
    binary(type, "__cmp_lt", "False before true?", (a, b) -> !a && b);
    binary(type, "__cmp_gt", "True behind false?", (a, b) -> a && !b);
    binary(type, "__cmp_le", "Not behind?", (a, b) -> !a || b);
    binary(type, "__cmp_ge", "Not before?", (a, b) -> a || !b);
  }

  private static void binary(NativeClass type, String name, String description, Table table) {
    type.define(
        "boolean " + name + "(boolean other)",
        description,
        (in, self, other) -> Bool.of(table.apply(isTrue(self), isTrue(other))));
  }

  private static boolean isTrue(Value value) {
    return value == Bool.TRUE;
  }
}
