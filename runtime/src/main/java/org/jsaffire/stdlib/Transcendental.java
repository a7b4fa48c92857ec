package org.jsaffire.stdlib;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jsaffire.object.DoubleValue;
import org.jsaffire.object.Errors;

/**
 * Functions whose values are no finite decimals: the true value, rounded half-even to 34
 * significant digits (modules.md 7). Each is computed with more and more digits until its error
 * cannot change the rounding.
 */
final class Transcendental {
  /** Digits of the first attempt; further ones double them. */
  private static final int FIRST_DIGITS = 50;

  /** With so many digits, a value that seems to lie between two results does: it is rational. */
  private static final int LAST_DIGITS = 400;

  /** An approximation is wrong in its last digits by less than this many of them. */
  private static final int LOST_DIGITS = 5;

  /** Angles above ten to this power are refused: they would need as many digits of pi. */
  private static final int MAX_ANGLE_DIGITS = 20_000;

  /** Above this, and below its negative, e to that power has too many digits. */
  private static final BigDecimal MAX_EXPONENT = BigDecimal.valueOf(2_600_000);

  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final BigDecimal ROOT_OF_TEN = new BigDecimal("3.2");

  private Transcendental() {}

  /** A value with a relative error below ten to the power of {@link #LOST_DIGITS} - digits. */
  @FunctionalInterface
  private interface Approximation {
    BigDecimal at(int digits);
  }

  private static DoubleValue round(Approximation function) {
    for (int digits = FIRST_DIGITS; ; digits *= 2) {
      BigDecimal value = function.at(digits);
      BigDecimal error = value.scaleByPowerOfTen(LOST_DIGITS - digits).abs();
      BigDecimal low = value.subtract(error).round(DoubleValue.ROUNDING);
      if (low.compareTo(value.add(error).round(DoubleValue.ROUNDING)) == 0) {
        return DoubleValue.of(low);
      }
      if (digits >= LAST_DIGITS) {
        BigDecimal exact = value.round(new MathContext(digits / 2));
        return DoubleValue.of(exact.round(DoubleValue.ROUNDING));
      }
    }
  }

  private static MathContext context(int digits) {
    return new MathContext(digits + 10, RoundingMode.HALF_EVEN);
  }

  /** The power of ten of the first digit. */
  private static int exponent(BigDecimal value) {
    return value.precision() - value.scale() - 1;
  }

  /** e to the power of x. */
  static DoubleValue exp(BigDecimal x) {
    checkExponent(x);
    return round(digits -> exp(x, digits));
  }

  private static void checkExponent(BigDecimal x) {
    if (x.abs().compareTo(MAX_EXPONENT) > 0) {
      throw Errors.arithmetic("Number too large");
    }
  }

  /** Takes tens out of the result, then halves what is left until its series converges quickly. */
  private static BigDecimal exp(BigDecimal x, int digits) {
    MathContext mc = context(digits + 10);
    BigDecimal rest = x.round(mc);
    int tens = 0;
    if (rest.abs().compareTo(TWO) > 0) {
      BigDecimal ln10 = Constants.ln10(digits + 20);
      tens = rest.divide(ln10, 0, RoundingMode.HALF_EVEN).intValueExact();
      rest = rest.subtract(ln10.multiply(BigDecimal.valueOf(tens)));
    }
    int halvings = 8;
    BigDecimal small = rest.divide(BigDecimal.valueOf(1L << halvings), mc);
    BigDecimal term = BigDecimal.ONE;
    BigDecimal sum = BigDecimal.ONE;
    for (int k = 1; term.signum() != 0 && exponent(term) > -digits - 15; k++) {
      term = term.multiply(small, mc).divide(BigDecimal.valueOf(k), mc);
      sum = sum.add(term, mc);
    }
    for (int i = 0; i < halvings; i++) {
      sum = sum.multiply(sum, mc);
    }
    return sum.scaleByPowerOfTen(tens);
  }

  /** The natural logarithm of a positive number. */
  static DoubleValue ln(BigDecimal x) {
    return isOne(x) ? zero() : round(digits -> ln(x, digits));
  }

  /** The logarithm of a positive number to a positive base that is not 1. */
  static DoubleValue log(BigDecimal x, BigDecimal base) {
    return isOne(x)
        ? zero()
        : round(digits -> ln(x, digits).divide(ln(base, digits), context(digits)));
  }

  private static boolean isOne(BigDecimal x) {
    return x.compareTo(BigDecimal.ONE) == 0;
  }

  private static DoubleValue zero() {
    return DoubleValue.of(BigDecimal.ZERO);
  }

  private static BigDecimal ln(BigDecimal x, int digits) {
    int tens = exponent(x);
    BigDecimal m = x.scaleByPowerOfTen(-tens);
    if (m.compareTo(ROOT_OF_TEN) > 0) {
      m = m.scaleByPowerOfTen(-1);
      tens++;
    }
    if (tens == 0) {
      return lnNearOne(m, digits);
    }
    BigDecimal ln10 = Constants.ln10(digits + 20);
    BigDecimal rest = isOne(m) ? BigDecimal.ZERO : lnNearOne(m, digits);
    return ln10.multiply(BigDecimal.valueOf(tens)).add(rest, context(digits));
  }

  /** The logarithm of a number from 0.3 to 3.2, not 1. */
  private static BigDecimal lnNearOne(BigDecimal m, int digits) {
    MathContext mc = context(digits + 10);
    BigDecimal less = m.subtract(BigDecimal.ONE);
    if (exponent(less) < -1) {
      BigDecimal z = less.round(mc).divide(m.add(BigDecimal.ONE), mc);
      return series(z, z.multiply(z, mc), digits, mc).multiply(TWO);
    }
    BigDecimal target = m.round(mc);
    BigDecimal y = BigDecimal.valueOf(Math.log(target.doubleValue()));
    for (int good = 14; good < digits + 10; good *= 3) {
      // Halley's method: each step triples the digits that are right.
      BigDecimal e = exp(y, digits + 10);
      BigDecimal step = target.subtract(e).divide(target.add(e), mc).multiply(TWO);
      y = y.add(step, mc);
    }
    return y;
  }

  /** {@code z + z*q/3 + z*q*q/5 + ...} for a q well below 1. */
  private static BigDecimal series(BigDecimal z, BigDecimal q, int digits, MathContext mc) {
    BigDecimal sum = z;
    BigDecimal power = z;
    int last = exponent(z) - digits - 10;
    for (int k = 3; power.signum() != 0 && exponent(power) > last; k += 2) {
      power = power.multiply(q, mc);
      sum = sum.add(power.divide(BigDecimal.valueOf(k), mc), mc);
    }
    return sum;
  }

  /** A positive number to the power of any other. */
  static DoubleValue pow(BigDecimal base, BigDecimal power) {
    if (isOne(base)) {
      return DoubleValue.of(BigDecimal.ONE);
    }
    BigDecimal estimate = ln(base, 20).multiply(power, context(20));
    checkExponent(estimate);
    int whole = Math.max(0, exponent(estimate)) + LOST_DIGITS;
    return round(
        digits -> exp(ln(base, digits + whole).multiply(power, context(digits + whole)), digits));
  }

  static DoubleValue sin(BigDecimal x) {
    return x.signum() == 0 ? zero() : round(digits -> Angle.of(x, digits).sin());
  }

  static DoubleValue cos(BigDecimal x) {
    return x.signum() == 0
        ? DoubleValue.of(BigDecimal.ONE)
        : round(digits -> Angle.of(x, digits).cos());
  }

  static DoubleValue tan(BigDecimal x) {
    return x.signum() == 0
        ? zero()
        : round(
            digits -> {
              Angle angle = Angle.of(x, digits);
              return angle.sin().divide(angle.cos(), context(digits));
            });
  }

  /**
   * An angle as quarter turns and a rest.
   *
   * @param quarter 0 to 3
   * @param rest between minus and plus an eighth of a turn
   */
  private record Angle(int quarter, BigDecimal rest, int digits) {
    /** Takes as many digits of pi as it needs for a rest with that many right digits. */
    static Angle of(BigDecimal x, int digits) {
      int size = Math.max(0, exponent(x) + 1);
      if (size > MAX_ANGLE_DIGITS) {
        throw Errors.arithmetic("Number too large");
      }
      for (int places = digits + 10; ; places *= 2) {
        BigDecimal half = Constants.pi(places + size).divide(TWO);
        BigDecimal angle = x.round(new MathContext(places + size + 10));
        BigInteger quarters = angle.divide(half, 0, RoundingMode.HALF_EVEN).toBigInteger();
        if (quarters.signum() == 0) {
          return new Angle(0, x.round(context(digits)), digits);
        }
        BigDecimal rest = angle.subtract(half.multiply(new BigDecimal(quarters)));
        if (rest.signum() != 0 && exponent(rest) + places - 5 > digits) {
          int quarter = quarters.and(BigInteger.valueOf(3)).intValue();
          return new Angle(quarter, rest.round(context(digits)), digits);
        }
      }
    }

    BigDecimal sin() {
      BigDecimal value = quarter % 2 == 0 ? sinOfRest() : cosOfRest();
      return quarter < 2 ? value : value.negate();
    }

    BigDecimal cos() {
      BigDecimal value = quarter % 2 == 0 ? cosOfRest() : sinOfRest();
      return quarter == 1 || quarter == 2 ? value.negate() : value;
    }

    private BigDecimal sinOfRest() {
      return sum(rest, 1);
    }

    private BigDecimal cosOfRest() {
      return sum(BigDecimal.ONE, 0);
    }

    /** The alternating series of the two functions, from its first term on. */
    private BigDecimal sum(BigDecimal first, int degree) {
      MathContext mc = context(digits);
      BigDecimal square = rest.multiply(rest, mc).negate();
      BigDecimal term = first;
      BigDecimal sum = first;
      int last = exponent(first) - digits - 10;
      for (int k = degree + 1; term.signum() != 0 && exponent(term) > last; k += 2) {
        term = term.multiply(square, mc).divide(BigDecimal.valueOf((long) k * (k + 1)), mc);
        sum = sum.add(term, mc);
      }
      return sum;
    }
  }

  static DoubleValue atan(BigDecimal x) {
    return x.signum() == 0 ? zero() : round(digits -> atan(x, digits));
  }

  private static BigDecimal atan(BigDecimal x, int digits) {
    MathContext mc = context(digits + 5);
    BigDecimal size = x.abs().round(mc);
    boolean isSteep = size.compareTo(BigDecimal.ONE) > 0;
    BigDecimal angle = flatAngle(isSteep ? BigDecimal.ONE.divide(size, mc) : size, digits, mc);
    if (isSteep) {
      angle = Constants.pi(digits + 10).divide(TWO).subtract(angle, mc);
    }
    return x.signum() < 0 ? angle.negate() : angle;
  }

  /** The angle of a slope from 0 to 1: halved three times, then by its series. */
  private static BigDecimal flatAngle(BigDecimal slope, int digits, MathContext mc) {
    BigDecimal z = slope;
    for (int i = 0; i < 3; i++) {
      BigDecimal length = BigDecimal.ONE.add(z.multiply(z, mc), mc).sqrt(mc);
      z = z.divide(BigDecimal.ONE.add(length, mc), mc);
    }
    BigDecimal square = z.multiply(z, mc).negate();
    return series(z, square, digits, mc).multiply(BigDecimal.valueOf(8));
  }

  /** The angle of the point x, y; 0 for the origin. */
  static DoubleValue atan2(BigDecimal y, BigDecimal x) {
    if (y.signum() == 0) {
      return x.signum() < 0 ? round(Constants::pi) : zero();
    }
    if (x.signum() == 0) {
      return round(digits -> rightAngle(y.signum(), digits));
    }
    return round(
        digits -> {
          BigDecimal angle = atan(y.divide(x, context(digits + 10)), digits + 5);
          return x.signum() > 0
              ? angle
              : angle.add(rightAngle(y.signum(), digits + 10).multiply(TWO));
        });
  }

  private static BigDecimal rightAngle(int sign, int digits) {
    return Constants.pi(digits).divide(TWO).multiply(BigDecimal.valueOf(sign));
  }

  /** The angle with that sine, for -1 to 1. */
  static DoubleValue asin(BigDecimal x) {
    if (x.signum() == 0) {
      return zero();
    }
    return round(
        digits -> {
          MathContext mc = context(digits + 10);
          BigDecimal square =
              BigDecimal.ONE.subtract(x).round(mc).multiply(BigDecimal.ONE.add(x).round(mc), mc);
          return square.signum() == 0
              ? rightAngle(x.signum(), digits)
              : atan(x.round(mc).divide(square.sqrt(mc), mc), digits);
        });
  }

  /** The angle with that cosine, for -1 to 1. */
  static DoubleValue acos(BigDecimal x) {
    if (isOne(x)) {
      return zero();
    }
    BigDecimal sum = BigDecimal.ONE.add(x);
    if (sum.signum() == 0) {
      return round(Constants::pi);
    }
    return round(
        digits -> {
          MathContext mc = context(digits + 10);
          BigDecimal ratio = BigDecimal.ONE.subtract(x).round(mc).divide(sum.round(mc), mc);
          return atan(ratio.sqrt(mc), digits).multiply(TWO);
        });
  }
}
