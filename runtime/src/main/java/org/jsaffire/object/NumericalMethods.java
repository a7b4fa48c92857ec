package org.jsaffire.object;

import java.math.BigInteger;

/** The methods of numerical (objects.md 5 and 16). */
final class NumericalMethods {
  /** What a binary operator makes of two numericals. */
  @FunctionalInterface
  private interface Binary {
    Value apply(Numerical a, Numerical b);
  }

  /** What a comparison makes of the order of two numericals. */
  @FunctionalInterface
  private interface Verdict {
    boolean of(int comparison);
  }

  private NumericalMethods() {}

  static ClassObject build() {
    NativeClass type =
        NativeClass.named("numerical")
            .tag(TypeTag.NUMERICAL)
            .emptyPayload(() -> Numerical.of(0))
            .constant("MIN", Numerical.of(Long.MIN_VALUE))
            .constant("MAX", Numerical.of(Long.MAX_VALUE));
    conversions(type);
    operators(type);
    comparisons(type);
    type.extensions().alias("__opr_shl", "__opr_sl").alias("__opr_shr", "__opr_sr");
    arithmetic(type);
    predicates(type);
    texts(type);
    loops(type);
    return type.build();
  }

  private static Numerical number(Value value) {
    return (Numerical) value;
  }

  private static void conversions(NativeClass type) {
    type.define(
            "object __ctor(object value = 0)",
            "The number of a value.",
            (in, self, v) -> Conversions.number(in, v))
        .define("self __dtor()", "Does nothing.", (in, self) -> self)
        .define("boolean __boolean()", "Not 0?", (in, self) -> Bool.of(number(self).signum() != 0))
        .define("null __null()", "Null.", (in, self) -> NullValue.NULL)
        .define("numerical __numerical()", "Itself.", (in, self) -> self)
        .define("string __string()", "Decimal digits.", (in, self) -> digits(self, 10))
        .define("numerical neg()", "0 less the number.", (in, self) -> number(self).negate())
        .define("numerical abs()", "The number without sign.", (in, self) -> number(self).abs())
        .define("string bin()", "Binary digits.", (in, self) -> digits(self, 2))
        .define("string oct()", "Octal digits.", (in, self) -> digits(self, 8))
        .define("string dec()", "Decimal digits.", (in, self) -> digits(self, 10))
        .define("string hex()", "Hexadecimal digits.", (in, self) -> digits(self, 16));
  }

  private static Str digits(Value self, int radix) {
    return Str.of(number(self).toString(radix));
  }

  private static void operators(NativeClass type) {
    binary(type, "numerical __opr_add", "Sum.", Numerical::add);
    binary(type, "numerical __opr_sub", "Difference.", Numerical::subtract);
    binary(type, "numerical __opr_mul", "Product.", Numerical::multiply);
    binary(type, "object __opr_div", "Exact quotient.", Numerical::divide);
    binary(type, "numerical __opr_mod", "Remainder.", Numerical::remainder);
    binary(type, "numerical __opr_and", "Bits in both.", Numerical::and);
    binary(type, "numerical __opr_or", "Bits in either.", Numerical::or);
    binary(type, "numerical __opr_xor", "Bits in one.", Numerical::xor);
    binary(type, "numerical __opr_shl", "Shifted to the left.", Numerical::shiftLeft);
    binary(type, "numerical __opr_shr", "Shifted to the right.", Numerical::shiftRight);
    type.define("numerical __opr_inv()", "Complement.", (in, self) -> number(self).complement())
        .define(
            "boolean __opr_not()", "Is it 0?", (in, self) -> Bool.of(number(self).signum() == 0))
        .define("numerical __opr_pos()", "Itself.", (in, self) -> self)
        .define("numerical __opr_neg()", "0 less the number.", (in, self) -> number(self).negate());
  }

  private static void binary(NativeClass type, String start, String description, Binary body) {
    type.define(
        start + "(numerical other)",
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
        "boolean " + name + "(numerical other)",
        description,
        (in, self, other) -> Bool.of(verdict.of(number(self).compareTo(number(other)))));
  }

  private static void arithmetic(NativeClass type) {
    type.define(
            "numerical idiv(numerical n)",
            "Quotient without its fraction.",
            (in, self, n) -> number(self).divideTruncating(number(n)))
        .define(
            "numerical mod(numerical n)",
            "Remainder with the sign of n.",
            (in, self, n) -> modulo(number(self), number(n)))
        .define(
            "object min(numerical|double n)",
            "The smaller one.",
            (in, self, n) -> Numbers.min(self, n))
        .define(
            "object max(numerical|double n)",
            "The larger one.",
            (in, self, n) -> Numbers.max(self, n))
        .define(
            "object clamp(numerical|double lo, numerical|double hi)",
            "The nearest number from lo to hi.",
            (in, self, lo, hi) -> clamp(self, lo, hi))
        .define(
            "object pow(numerical n)",
            "The power; a double for a negative n.",
            (in, self, n) -> Numbers.powerOf(self, number(n)))
        .define("object sqrt()", "The square root.", (in, self) -> Roots.sqrt(number(self)))
        .define(
            "numerical gcd(numerical n)",
            "The greatest common divisor.",
            (in, self, n) -> Numerical.of(number(self).bigValue().gcd(number(n).bigValue())))
        .define(
            "numerical sign()", "-1, 0 or 1.", (in, self) -> Numerical.of(number(self).signum()));
  }

  private static Numerical modulo(Numerical a, Numerical n) {
    Numerical remainder = a.remainder(n);
    return remainder.signum() * n.signum() < 0 ? remainder.add(n) : remainder;
  }

  private static Value clamp(Value self, Value lo, Value hi) {
    if (Numbers.compare(lo, hi) > 0) {
      throw Errors.argument("'lo' value must be lower than the 'hi' value");
    }
    return Numbers.min(Numbers.max(self, lo), hi);
  }

  private static void predicates(NativeClass type) {
    type.define(
            "boolean isEven()",
            "Divisible by 2?",
            (in, self) -> Bool.of(!number(self).bigValue().testBit(0)))
        .define(
            "boolean isOdd()",
            "Not divisible by 2?",
            (in, self) -> Bool.of(number(self).bigValue().testBit(0)))
        .define("boolean isZero()", "0?", (in, self) -> Bool.of(number(self).signum() == 0));
  }

  private static void texts(NativeClass type) {
    type.define(
            "string chr()",
            "The character of that code point.",
            (in, self) -> CodePoints.text(number(self)))
        .define(
            "string base(numerical radix)",
            "Digits in a base from 2 to 36.",
            (in, self, radix) -> digits(self, radix(number(radix))))
        .define(
            "string format(numerical decimals = 0, string point = \".\", string thousands = \",\")",
            "Grouped by thousands.",
            (in, self, decimals, point, thousands) ->
                Str.of(
                    NumberText.grouped(
                        Numbers.decimal(self),
                        number(decimals),
                        point.toString(),
                        thousands.toString())))
        .define(
            "double double()",
            "The double of the same value.",
            (in, self) -> DoubleValue.of(number(self)));
  }

  private static int radix(Numerical radix) {
    int value = radix.clampedInt();
    if (value < Character.MIN_RADIX || value > Character.MAX_RADIX) {
      throw Errors.argument("Radix must be between 2 and 36");
    }
    return value;
  }

  private static void loops(NativeClass type) {
    type.define(
            "self times(callable f)",
            "Calls with 0 and up, that many times.",
            (in, self, f) -> {
              times(in, number(self), f);
              return self;
            })
        .define(
            "list to(numerical end, numerical skip = 1)",
            "The numbers from this one to the end.",
            (in, self, end, skip) -> to(in, number(self), number(end), number(skip)));
  }

  private static void times(Invoker in, Numerical count, Value callee) {
    Numerical one = Numerical.of(1);
    for (Numerical i = Numerical.of(0); i.compareTo(count) < 0; i = i.add(one)) {
      in.checkpoint();
      Callbacks.call(in, callee, i);
    }
  }

  private static ListObject to(Invoker in, Numerical from, Numerical end, Numerical skip) {
    if (skip.signum() <= 0) {
      throw Errors.argument("'skip' must be 1 or higher");
    }
    BigInteger distance = end.subtract(from).abs().bigValue();
    long last = Numerical.of(distance.divide(skip.bigValue())).clampedLong();
    if (last >= Integer.MAX_VALUE - 16) {
      throw Errors.system("List too long");
    }
    in.charge((last + 1) * Long.BYTES);
    Numerical step = from.compareTo(end) <= 0 ? skip : skip.negate();
    ListObject numbers = new ListObject((int) last + 1);
    Numerical next = from;
    for (int i = 0; i <= last; i++) {
      numbers.add(next);
      next = next.add(step);
    }
    return numbers;
  }
}
