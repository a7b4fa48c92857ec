package org.jsaffire.object;

import java.math.BigInteger;

/**
 * An integer of any size (language.md 4.12): a long, or a {@link BigInteger} when it lies outside
 * the range of long, never both.
 */
public final class Numerical extends Value implements Comparable<Numerical> {
  private static final int CACHE_LOW = -128;
  private static final int CACHE_HIGH = 1024;
  private static final Numerical[] CACHE = new Numerical[CACHE_HIGH - CACHE_LOW];

  static {
    for (int i = 0; i < CACHE.length; i++) {
      CACHE[i] = new Numerical(i + CACHE_LOW, null);
    }
  }

  /** Results of more bits than this are refused (language.md 8.1: about a million digits). */
  static final int MAX_BITS = 3_400_000;

  private final long value;
  private final BigInteger big;

  private Numerical(long value, BigInteger big) {
    this.value = value;
    this.big = big;
  }

  public static Numerical of(long value) {
    if (value >= CACHE_LOW && value < CACHE_HIGH) {
      return CACHE[(int) value - CACHE_LOW];
    }
    return new Numerical(value, null);
  }

  /**
   * The value in its smallest form.
   *
   * @throws ScriptException arithmeticException when it is too large
   */
  public static Numerical of(BigInteger value) {
    if (value.bitLength() < 64) {
      return of(value.longValue());
    }
    if (value.bitLength() > MAX_BITS) {
      throw tooLarge();
    }
    return new Numerical(0, value);
  }

  static ScriptException tooLarge() {
    return Errors.arithmetic("Number too large");
  }

  /** Fits into a long, so that {@link #longValue()} is exact. */
  public boolean isLong() {
    return big == null;
  }

  /** The value, if {@link #isLong()}; otherwise meaningless. */
  public long longValue() {
    return value;
  }

  public BigInteger bigValue() {
    return big != null ? big : BigInteger.valueOf(value);
  }

  /** The value cut to the range of long. */
  public long clampedLong() {
    return big == null ? value : big.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
  }

  /** The value cut to the range of int. */
  public int clampedInt() {
    long v = clampedLong();
    return v > Integer.MAX_VALUE
        ? Integer.MAX_VALUE
        : v < Integer.MIN_VALUE ? Integer.MIN_VALUE : (int) v;
  }

  public int signum() {
    return big == null ? Long.signum(value) : big.signum();
  }

  public Numerical add(Numerical other) {
    if (big == null && other.big == null) {
      long sum = value + other.value;
      if (((value ^ sum) & (other.value ^ sum)) >= 0) {
        return of(sum);
      }
    }
    return of(bigValue().add(other.bigValue()));
  }

  public Numerical subtract(Numerical other) {
    if (big == null && other.big == null) {
      long difference = value - other.value;
      if (((value ^ other.value) & (value ^ difference)) >= 0) {
        return of(difference);
      }
    }
    return of(bigValue().subtract(other.bigValue()));
  }

  public Numerical multiply(Numerical other) {
    if (big == null && other.big == null) {
      long high = Math.multiplyHigh(value, other.value);
      long low = value * other.value;
      if ((high == 0 && low >= 0) || (high == -1 && low < 0)) {
        return of(low);
      }
    }
    checkBits((long) bigValue().bitLength() + other.bigValue().bitLength() - 1);
    return of(bigValue().multiply(other.bigValue()));
  }

  /** Truncating division. */
  public Numerical divideTruncating(Numerical divisor) {
    divisor.checkDivisor();
    if (big == null && divisor.big == null && (value != Long.MIN_VALUE || divisor.value != -1)) {
      return of(value / divisor.value);
    }
    return of(bigValue().divide(divisor.bigValue()));
  }

  /** Exact quotient: a numerical when it comes out even, else a double. */
  public Value divide(Numerical divisor) {
    divisor.checkDivisor();
    if (big == null && divisor.big == null && (value != Long.MIN_VALUE || divisor.value != -1)) {
      long quotient = value / divisor.value;
      if (quotient * divisor.value == value) {
        return of(quotient);
      }
    } else {
      BigInteger[] parts = bigValue().divideAndRemainder(divisor.bigValue());
      if (parts[1].signum() == 0) {
        return of(parts[0]);
      }
    }
    return DoubleValue.of(this).divide(DoubleValue.of(divisor));
  }

  /** Remainder with the sign of the dividend. */
  public Numerical remainder(Numerical divisor) {
    divisor.checkDivisor();
    if (big == null && divisor.big == null) {
      return divisor.value == -1 ? of(0) : of(value % divisor.value);
    }
    return of(bigValue().remainder(divisor.bigValue()));
  }

  private void checkDivisor() {
    if (big == null && value == 0) {
      throw Errors.divideByZero();
    }
  }

  public Numerical and(Numerical other) {
    return big == null && other.big == null
        ? of(value & other.value)
        : of(bigValue().and(other.bigValue()));
  }

  public Numerical or(Numerical other) {
    return big == null && other.big == null
        ? of(value | other.value)
        : of(bigValue().or(other.bigValue()));
  }

  public Numerical xor(Numerical other) {
    return big == null && other.big == null
        ? of(value ^ other.value)
        : of(bigValue().xor(other.bigValue()));
  }

  public Numerical shiftLeft(Numerical count) {
    checkShift(count);
    if (signum() == 0) {
      return this;
    }
    if (big == null && count.big == null) {
      int distance = (int) Math.min(count.value, 64);
      if (distance < 63) {
        long shifted = value << distance;
        if (shifted >> distance == value) {
          return of(shifted);
        }
      }
    }
    checkBits(bigValue().bitLength() + count.clampedLong());
    return of(bigValue().shiftLeft((int) count.value));
  }

  public Numerical shiftRight(Numerical count) {
    checkShift(count);
    if (count.big != null || count.value > Integer.MAX_VALUE) {
      return of(signum() < 0 ? -1 : 0);
    }
    if (big == null) {
      return of(value >> Math.min(count.value, 63));
    }
    return of(big.shiftRight((int) count.value));
  }

  private static void checkShift(Numerical count) {
    if (count.signum() < 0) {
      throw Errors.argument("Shift count must be 0 or higher");
    }
  }

  /** Refuses results that would be too large before they are computed. */
  static void checkBits(long bits) {
    if (bits > MAX_BITS || bits < 0) {
      throw tooLarge();
    }
  }

  public Numerical complement() {
    return big == null ? of(~value) : of(big.not());
  }

  public Numerical negate() {
    return big == null && value != Long.MIN_VALUE ? of(-value) : of(bigValue().negate());
  }

  public Numerical abs() {
    return signum() < 0 ? negate() : this;
  }

  @Override
  public int compareTo(Numerical other) {
    if (big == null && other.big == null) {
      return Long.compare(value, other.value);
    }
    return bigValue().compareTo(other.bigValue());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Numerical that
        && value == that.value
        && (big == null ? that.big == null : big.equals(that.big));
  }

  @Override
  public int hashCode() {
    return big == null ? Long.hashCode(value) : big.hashCode();
  }

  /** Digits in a base of 2 to 36, in lower case, with a minus sign where negative. */
  public String toString(int radix) {
    return big == null ? Long.toString(value, radix) : big.toString(radix);
  }

  /** Decimal digits. */
  @Override
  public String toString() {
    return big == null ? Long.toString(value) : big.toString();
  }

  @Override
  public Layout layout() {
    return Core.NUMERICAL.instanceLayout();
  }

  @Override
  public ClassObject type() {
    return Core.NUMERICAL;
  }

  @Override
  public TypeTag tag() {
    return TypeTag.NUMERICAL;
  }
}
