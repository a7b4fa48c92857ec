package org.jsaffire.stdlib;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jsaffire.object.ClassObject;
import org.jsaffire.object.DoubleValue;
import org.jsaffire.object.Errors;
import org.jsaffire.object.Invoker;
import org.jsaffire.object.NativeClass;
import org.jsaffire.object.Numbers;
import org.jsaffire.object.Numerical;
import org.jsaffire.object.RandomSource;
import org.jsaffire.object.Roots;
import org.jsaffire.object.Value;

/** Module {@code math} (modules.md 7). */
final class MathModule {
  private static final String NUMBER = "numerical|double";
  private static final DoubleValue PI =
      DoubleValue.of(new BigDecimal("3.141592653589793238462643383279503"));
  private static final DoubleValue E =
      DoubleValue.of(new BigDecimal("2.718281828459045235360287471352662"));
  private static final int RANDOM_DECIMALS = 18;

  private MathModule() {}

  /** A function of one number. */
  @FunctionalInterface
  private interface Function {
    DoubleValue of(BigDecimal x);
  }

  static ClassObject build() {
    NativeClass type =
        NativeClass.named("math")
            .qualifiedName("\\saffire\\math")
            .asAbstract()
            .constant("PI", PI)
            .constant("E", E);
    generator(type);
    choices(type);
    rounding(type);
    powers(type);
    angles(type);
    return type.define(
            "static double randomDouble()",
            "A random number from 0 to 1, 1 excluded.",
            (in, self) -> randomDouble(in.service(RandomSource.class)))
        .define(
            "static string baseConvert(string s, numerical from, numerical to)",
            "Digits of one base in another.",
            MathModule::baseConvert)
        .build();
  }

  private static void generator(NativeClass type) {
    type.define(
            "static numerical random(numerical from, numerical to)",
            "A random integer, both ends included.",
            (in, self, from, to) -> random(in, (Numerical) from, (Numerical) to))
        .define(
            "static self seed(numerical seed)",
            "Restarts the generator.",
            (in, self, seed) -> {
              in.service(RandomSource.class).seed(((Numerical) seed).bigValue().intValue());
              return self;
            });
  }

  private static Numerical random(Invoker in, Numerical from, Numerical to) {
    if (from.compareTo(to) > 0) {
      throw Errors.argument("'from' value must be lower than the 'to' value");
    }
    return in.service(RandomSource.class).between(from, to);
  }

  private static void choices(NativeClass type) {
    type.defineN(
            "static object min(" + NUMBER + " v, " + NUMBER + " ... more)",
            "The smallest number.",
            (in, self, v) -> {
              Value least = v[0];
              for (Value next : v) {
                least = Numbers.min(least, next);
              }
              return least;
            })
        .defineN(
            "static object max(" + NUMBER + " v, " + NUMBER + " ... more)",
            "The largest number.",
            (in, self, v) -> {
              Value most = v[0];
              for (Value next : v) {
                most = Numbers.max(most, next);
              }
              return most;
            })
        .define(
            "static object abs(" + NUMBER + " v)",
            "The number without sign.",
            (in, self, v) -> abs(v));
  }

  private static Value abs(Value v) {
    if (v instanceof Numerical number) {
      return number.abs();
    }
    return Numbers.signum(v) < 0 ? ((DoubleValue) v).negate() : v;
  }

  private static void rounding(NativeClass type) {
    type.define(
            "static numerical floor(" + NUMBER + " v)",
            "The next integer below.",
            (in, self, v) -> Numbers.toInteger(v, RoundingMode.FLOOR))
        .define(
            "static numerical ceil(" + NUMBER + " v)",
            "The next integer above.",
            (in, self, v) -> Numbers.toInteger(v, RoundingMode.CEILING))
        .define(
            "static object round(" + NUMBER + " v, numerical digits = 0)",
            "Rounded half away from zero.",
            (in, self, v, digits) -> Numbers.round(v, (Numerical) digits));
  }

  private static void powers(NativeClass type) {
    type.define(
            "static object pow(" + NUMBER + " v, " + NUMBER + " n)",
            "The power.",
            (in, self, v, n) -> pow(v, n))
        .define(
            "static object sqrt(" + NUMBER + " v)",
            "The square root.",
            (in, self, v) ->
                v instanceof Numerical n ? Roots.sqrt(n) : Roots.sqrt(Numbers.decimal(v)))
        .define(
            "static double exp(" + NUMBER + " v)",
            "E to that power.",
            (in, self, v) -> Transcendental.exp(Numbers.decimal(v)))
        .define(
            "static double log(" + NUMBER + " v, " + NUMBER + " base = none)",
            "The logarithm, to E without a base.",
            (in, self, v, base) -> log(v, base));
  }

  private static Value pow(Value v, Value n) {
    Numerical whole = n instanceof Numerical integer ? integer : ((DoubleValue) n).exactNumerical();
    if (whole == n) {
      return Numbers.powerOf(v, whole);
    }
    BigDecimal base = Numbers.decimal(v);
    if (whole != null) {
      return Numbers.powerOf(DoubleValue.of(base), whole);
    }
    if (base.signum() < 0) {
      throw Errors.arithmetic("Cannot raise a negative number to a fraction");
    }
    if (base.signum() > 0) {
      return Transcendental.pow(base, Numbers.decimal(n));
    }
    if (Numbers.signum(n) < 0) {
      throw Errors.divideByZero();
    }
    return DoubleValue.of(BigDecimal.ZERO);
  }

  private static Value log(Value v, Value base) {
    BigDecimal radix = base == null ? null : Numbers.decimal(base);
    boolean isBase = radix == null || (radix.signum() > 0 && radix.compareTo(BigDecimal.ONE) != 0);
    if (Numbers.signum(v) <= 0 || !isBase) {
      throw Errors.arithmetic("Cannot take the logarithm");
    }
    BigDecimal x = Numbers.decimal(v);
    return radix == null ? Transcendental.ln(x) : Transcendental.log(x, radix);
  }

  private static void angles(NativeClass type) {
    function(type, "sin", "The sine of an angle in radians.", Transcendental::sin);
    function(type, "cos", "The cosine of an angle in radians.", Transcendental::cos);
    function(type, "tan", "The tangent of an angle in radians.", Transcendental::tan);
    function(type, "asin", "The angle with that sine.", x -> Transcendental.asin(checkUnit(x)));
    function(type, "acos", "The angle with that cosine.", x -> Transcendental.acos(checkUnit(x)));
    function(type, "atan", "The angle with that tangent.", Transcendental::atan);
    type.define(
            "static double atan2(" + NUMBER + " y, " + NUMBER + " x)",
            "The angle of a point.",
            (in, self, y, x) -> Transcendental.atan2(Numbers.decimal(y), Numbers.decimal(x)))
        .define(
            "static double hypot(" + NUMBER + " x, " + NUMBER + " y)",
            "The distance of a point.",
            (in, self, x, y) -> hypot(Numbers.decimal(x), Numbers.decimal(y)));
  }

  private static void function(
      NativeClass type, String name, String description, Function function) {
    type.define(
        "static double " + name + "(" + NUMBER + " v)",
        description,
        (in, self, v) -> function.of(Numbers.decimal(v)));
  }

  private static BigDecimal checkUnit(BigDecimal x) {
    if (x.abs().compareTo(BigDecimal.ONE) > 0) {
      throw Errors.arithmetic("Value must be between -1 and 1");
    }
    return x;
  }

  private static DoubleValue hypot(BigDecimal x, BigDecimal y) {
    return Roots.sqrt(x.multiply(x).add(y.multiply(y)));
  }

  /** Two outputs as a number of 62 bits, divided by 2 to the power of 62. */
  private static DoubleValue randomDouble(RandomSource random) {
    long high = random.next();
    BigInteger bits = BigInteger.valueOf(high << 31 | random.next());
    BigInteger scaled = bits.multiply(BigInteger.TEN.pow(RANDOM_DECIMALS)).shiftRight(62);
    return DoubleValue.of(new BigDecimal(scaled, RANDOM_DECIMALS));
  }

  private static Value baseConvert(Invoker in, Value self, Value s, Value from, Value to) {
    Value number = in.call(s.layout().findMethod("toNumerical"), s, from);
    return in.call(number.layout().findMethod("base"), number, to);
  }
}
