package org.jsaffire.object;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** An exact decimal number of arbitrary precision (language.md 8.1). */
public final class DoubleValue extends Value implements Comparable<DoubleValue> {
  /** Inexact results have 34 significant digits, rounded half-even. */
  public static final MathContext ROUNDING = MathContext.DECIMAL128;

  /** Digits in front of the point and behind it, each (language.md 8.1). */
  static final int MAX_DIGITS = 1_100_000;

  private static final long DIGITS_OF_A_BIT = 30_103;

  private final BigDecimal value;

  private DoubleValue(BigDecimal value) {
    this.value = value;
  }

  /**
   * The value, without trailing zeros.
   *
   * @throws ScriptException arithmeticException when it is too large
   */
  public static DoubleValue of(BigDecimal value) {
    BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : strip(value);
    int bits = plain.unscaledValue().bitLength();
    long digits = bits * DIGITS_OF_A_BIT / 100_000 - plain.scale();
    if (bits > Numerical.MAX_BITS || plain.scale() > MAX_DIGITS || digits > MAX_DIGITS) {
      throw Numerical.tooLarge();
    }
    return new DoubleValue(plain);
  }

  /**
   * Without trailing zeros. The JDK divides them off one by one, which takes minutes for a million
   * of them; here each step halves how many can be left.
   */
  private static BigDecimal strip(BigDecimal value) {
    BigInteger digits = value.unscaledValue();
    if (digits.bitLength() < 1024) {
      return value.stripTrailingZeros();
    }
    int scale = value.scale();
    boolean endsInZero = digits.mod(BigInteger.TEN).signum() == 0;
    int step = endsInZero ? Integer.highestOneBit(digits.getLowestSetBit()) : 0;
    for (; step > 0; step /= 2) {
      if (digits.getLowestSetBit() >= step) {
        BigInteger[] parts = digits.divideAndRemainder(BigInteger.TEN.pow(step));
        if (parts[1].signum() == 0) {
          digits = parts[0];
          scale -= step;
        }
      }
    }
    return new BigDecimal(digits, scale);
  }

  public static DoubleValue of(Numerical value) {
    return of(new BigDecimal(value.bigValue()));
  }

  public BigDecimal value() {
    return value;
  }

  public DoubleValue add(DoubleValue other) {
    return of(value.add(other.value));
  }

  public DoubleValue subtract(DoubleValue other) {
    return of(value.subtract(other.value));
  }

  public DoubleValue multiply(DoubleValue other) {
    return of(value.multiply(other.value));
  }

  /** Exact if the expansion ends within 34 significant digits, else rounded half-even to 34. */
  public DoubleValue divide(DoubleValue divisor) {
    if (divisor.value.signum() == 0) {
      throw Errors.divideByZero();
    }
    return of(value.divide(divisor.value, ROUNDING));
  }

  /** Remainder with the sign of the dividend. */
  public DoubleValue remainder(DoubleValue divisor) {
    if (divisor.value.signum() == 0) {
      throw Errors.divideByZero();
    }
    return of(value.remainder(divisor.value));
  }

  public DoubleValue negate() {
    return new DoubleValue(value.negate());
  }

  /** Cut toward zero. */
  public Numerical truncate() {
    return Numerical.of(value.setScale(0, RoundingMode.DOWN).toBigInteger());
  }

  /** The numerical of the same value, or null when there is a fraction. */
  public Numerical exactNumerical() {
    return value.scale() > 0 ? null : Numerical.of(value.toBigInteger());
  }

  @Override
  public int compareTo(DoubleValue other) {
    return value.compareTo(other.value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DoubleValue that && value.compareTo(that.value) == 0;
  }

  /** Equal to the hash code of a numerical of the same value: they are the same hash key. */
  @Override
  public int hashCode() {
    if (value.scale() <= 0) {
      BigInteger whole = value.toBigInteger();
      return whole.bitLength() < 64 ? Long.hashCode(whole.longValue()) : whole.hashCode();
    }
    return value.hashCode();
  }

  /** Plain decimal notation without trailing zeros. */
  @Override
  public String toString() {
    return value.toPlainString();
  }

  @Override
  public Layout layout() {
    return Core.DOUBLE.instanceLayout();
  }

  @Override
  public ClassObject type() {
    return Core.DOUBLE;
  }

  @Override
  public TypeTag tag() {
    return TypeTag.DOUBLE;
  }
}
