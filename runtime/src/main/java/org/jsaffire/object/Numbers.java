package org.jsaffire.object;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Numericals and doubles taken together. */
public final class Numbers {
  private Numbers() {}

  /** The core value is a numerical or a double. */
  public static boolean isNumber(Value value) {
    return value instanceof Numerical || value instanceof DoubleValue;
  }

  /** The exact value of a numerical or double. */
  public static BigDecimal decimal(Value number) {
    return number instanceof Numerical n ? new BigDecimal(n.bigValue()) : decimalOf(number);
  }

  private static BigDecimal decimalOf(Value number) {
    return ((DoubleValue) number).value();
  }

  /** Compares two numericals or doubles by value. */
  public static int compare(Value a, Value b) {
    if (a instanceof Numerical x && b instanceof Numerical y) {
      return x.compareTo(y);
    }
    return decimal(a).compareTo(decimal(b));
  }

  /** The sign of a numerical or double: -1, 0 or 1. */
  public static int signum(Value number) {
    return number instanceof Numerical n ? n.signum() : decimalOf(number).signum();
  }

  /** The smaller one; the first when they are equal. */
  public static Value min(Value a, Value b) {
    return compare(b, a) < 0 ? b : a;
  }

  /** The larger one; the first when they are equal. */
  public static Value max(Value a, Value b) {
    return compare(b, a) > 0 ? b : a;
  }

  /** The nearest integer in the direction of the mode. */
  public static Numerical toInteger(Value number, RoundingMode mode) {
    return number instanceof Numerical n
        ? n
        : Numerical.of(decimalOf(number).setScale(0, mode).toBigInteger());
  }

  /**
   * Rounded half away from zero: a double for digits above 0 of a double, otherwise a numerical.
   *
   * @param digits behind the point; negative ones round to tens, hundreds and so on
   */
  public static Value round(Value number, Numerical digits) {
    if (digits.signum() > 0) {
      return number instanceof DoubleValue d ? roundFraction(d, digits) : number;
    }
    if (digits.signum() == 0) {
      return toInteger(number, RoundingMode.HALF_UP);
    }
    BigDecimal value = decimal(number);
    // With so few digits in front of the point, nothing but zero is near.
    if (digits.clampedLong() < -(long) value.precision() + value.scale()) {
      return Numerical.of(0);
    }
    return Numerical.of(value.setScale(digits.clampedInt(), RoundingMode.HALF_UP).toBigInteger());
  }

  private static Value roundFraction(DoubleValue number, Numerical digits) {
    BigDecimal value = number.value();
    return digits.clampedLong() >= value.scale()
        ? number
        : DoubleValue.of(value.setScale(digits.clampedInt(), RoundingMode.HALF_UP));
  }

  /**
   * The exact power of a numerical, for an exponent of 0 or more.
   *
   * @throws ScriptException arithmeticException when it is too large
   */
  static Numerical power(Numerical base, Numerical exponent) {
    return Numerical.of(power(base.bigValue(), exponent));
  }

  private static BigInteger power(BigInteger base, Numerical exponent) {
    if (base.bitLength() <= 1 && base.abs().bitLength() <= 1) {
      boolean isEven = !exponent.bigValue().testBit(0);
      return exponent.signum() == 0 || (base.signum() < 0 && isEven) ? BigInteger.ONE : base;
    }
    // Each factor adds at least one bit less than it has.
    BigInteger least = BigInteger.valueOf(base.abs().bitLength() - 1L);
    Numerical.checkBits(Numerical.of(least.multiply(exponent.bigValue())).clampedLong());
    return base.pow((int) exponent.longValue());
  }

  /**
   * The power of a double: exact, or for a negative exponent 1 divided by the power, rounded as
   * division is.
   *
   * @throws ScriptException divideByZeroException for a negative power of zero, arithmeticException
   *     when the result is too large
   */
  static DoubleValue power(DoubleValue base, Numerical exponent) {
    Numerical count = exponent.abs();
    BigDecimal value = base.value();
    BigInteger unscaled = power(value.unscaledValue(), count);
    BigInteger scale = BigInteger.valueOf(value.scale()).multiply(count.bigValue());
    if (unscaled.signum() == 0) {
      scale = BigInteger.ZERO;
    }
    if (scale.bitLength() > 30) {
      throw Numerical.tooLarge();
    }
    DoubleValue power = DoubleValue.of(new BigDecimal(unscaled, scale.intValue()));
    return exponent.signum() < 0 ? DoubleValue.of(BigDecimal.ONE).divide(power) : power;
  }

  /**
   * The power of a number to an integer: a numerical for one to an exponent of 0 or more, otherwise
   * a double (objects.md 16).
   */
  public static Value powerOf(Value base, Numerical exponent) {
    if (base instanceof Numerical n) {
      return exponent.signum() >= 0
          ? power(n, exponent)
          : DoubleValue.of(BigDecimal.ONE).divide(DoubleValue.of(power(n, exponent.negate())));
    }
    return power((DoubleValue) base, exponent);
  }
}
