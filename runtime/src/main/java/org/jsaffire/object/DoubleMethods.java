package org.jsaffire.object;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The methods of double (objects.md 16). */
final class DoubleMethods {
  /** What a binary operator makes of two doubles. */
  @FunctionalInterface
  private interface Binary {
    DoubleValue apply(DoubleValue a, DoubleValue b);
  }

  /** What a comparison makes of the order of two numbers. */
  @FunctionalInterface
  private interface Verdict {
    boolean of(int comparison);
  }

  private DoubleMethods() {}

  static ClassObject build() {
    NativeClass type =
        NativeClass.named("double")
            .tag(TypeTag.DOUBLE)
            .emptyPayload(() -> DoubleValue.of(BigDecimal.ZERO));
    conversions(type);
    operators(type);
    comparisons(type);
    rounding(type.extensions());
    arithmetic(type);
    return type.build();
  }

  private static DoubleValue number(Value value) {
    return value instanceof DoubleValue number ? number : DoubleValue.of((Numerical) value);
  }

  private static void conversions(NativeClass type) {
    type.define(
            "object __ctor(string|numerical|double value = 0)",
            "The number of a value; a text as far as it goes.",
            (in, self, v) -> v instanceof Str text ? DoubleTexts.lenient(text) : number(v))
        .define("self __dtor()", "Does nothing.", (in, self) -> self)
        .define(
            "boolean __boolean()", "Not 0?", (in, self) -> Bool.of(Conversions.isCoreTrue(self)))
        .define("null __null()", "Null.", (in, self) -> NullValue.NULL)
        .define(
            "numerical __numerical()",
            "The number without its fraction.",
            (in, self) -> number(self).truncate())
        .define("string __string()", "Plain decimal.", (in, self) -> Conversions.coreText(self))
        .define("double neg()", "0 less the number.", (in, self) -> number(self).negate())
        .define("double abs()", "The number without sign.", (in, self) -> abs(number(self)));
  }

  private static DoubleValue abs(DoubleValue number) {
    return number.value().signum() < 0 ? number.negate() : number;
  }

  private static void operators(NativeClass type) {
    binary(type, "__opr_add", "Sum.", DoubleValue::add);
    binary(type, "__opr_sub", "Difference.", DoubleValue::subtract);
    binary(type, "__opr_mul", "Product.", DoubleValue::multiply);
    binary(type, "__opr_div", "Quotient.", DoubleValue::divide);
    binary(type, "__opr_mod", "Remainder.", DoubleValue::remainder);
    type.define(
            "boolean __opr_not()", "Is it 0?", (in, self) -> Bool.of(!Conversions.isCoreTrue(self)))
        .define("double __opr_pos()", "Itself.", (in, self) -> self)
        .define("double __opr_neg()", "0 less the number.", (in, self) -> number(self).negate());
  }

  private static void binary(NativeClass type, String name, String description, Binary body) {
    type.define(
        "double " + name + "(double|numerical other)",
        description,
        (in, self, other) -> body.apply(number(self), number(other)));
  }

  private static void comparisons(NativeClass type) {
    comparison(type, "__cmp_eq", "Equal?", c -> c == 0);
    comparison(type, "__cmp_ne", "Unequal?", c -> c != 0);
    comparison(type, "__cmp_lt", "Less?", c -> c < 0);
    comparison(type, "__cmp_gt", "Greater?", c -> c > 0);
    comparison(type, "__cmp_le", "Less or equal?", c -> c <= 0);
    comparison(type, "__cmp_ge", "Greater or equal?", c -> c >= 0);
  }

  private static void comparison(
      NativeClass type, String name, String description, Verdict verdict) {
    type.define(
        "boolean " + name + "(double|numerical other)",
        description,
        (in, self, other) -> Bool.of(verdict.of(Numbers.compare(self, other))));
  }

  private static void rounding(NativeClass type) {
    type.define(
            "object round(numerical digits = 0)",
            "Rounded half away from zero.",
            (in, self, digits) -> Numbers.round(self, (Numerical) digits))
        .define(
            "numerical floor()",
            "The next integer below.",
            (in, self) -> Numbers.toInteger(self, RoundingMode.FLOOR))
        .define(
            "numerical ceil()",
            "The next integer above.",
            (in, self) -> Numbers.toInteger(self, RoundingMode.CEILING))
        .define(
            "numerical trunc()",
            "The number without its fraction.",
            (in, self) -> number(self).truncate())
        .define(
            "boolean isInteger()",
            "Without a fraction?",
            (in, self) -> Bool.of(number(self).value().scale() <= 0))
        .define(
            "numerical scale()",
            "Digits behind the point.",
            (in, self) -> Numerical.of(Math.max(0, number(self).value().scale())))
        .define(
            "string format(numerical decimals = 0, string point = \".\", string thousands = \",\")",
            "Grouped by thousands.",
            (in, self, decimals, point, thousands) ->
                Str.of(
                    NumberText.grouped(
                        number(self).value(),
                        (Numerical) decimals,
                        point.toString(),
                        thousands.toString())));
  }

  private static void arithmetic(NativeClass type) {
    type.define("numerical sign()", "-1, 0 or 1.", (in, self) -> Numerical.of(Numbers.signum(self)))
        .define("double sqrt()", "The square root.", (in, self) -> Roots.sqrt(number(self).value()))
        .define(
            "double pow(numerical n)",
            "The power.",
            (in, self, n) -> Numbers.power(number(self), (Numerical) n))
        .define(
            "object min(double|numerical n)",
            "The smaller one.",
            (in, self, n) -> Numbers.min(self, n))
        .define(
            "object max(double|numerical n)",
            "The larger one.",
            (in, self, n) -> Numbers.max(self, n));
  }
}
