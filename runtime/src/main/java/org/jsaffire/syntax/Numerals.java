package org.jsaffire.syntax;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Values of numeric literals (language.md 1.5). */
final class Numerals {
  /** The longest numeral that is read, in digits. */
  static final int LIMIT = 1_000_000;

  /** Digits that always fit a long, for the bases 2, 8, 10 and 16. */
  private static final int SMALL = 15;

  /** Up to here the quadratic algorithm of the JDK is the fastest. */
  private static final int DIRECT = 2000;

  private Numerals() {}

  /** A {@link Long}, or a {@link BigInteger} outside its range. */
  static Number integer(String digits, int radix, boolean negative) {
    if (digits.length() <= SMALL) {
      long value = Long.parseLong(digits, radix);
      return negative ? -value : value;
    }
    BigInteger magnitude = big(digits, radix);
    BigInteger value = negative ? magnitude.negate() : magnitude;
    if (value.bitLength() < Long.SIZE) {
      return value.longValue();
    }
    return value;
  }

  static BigDecimal fixedPoint(String whole, String fraction, boolean negative) {
    BigInteger unscaled = big(whole + fraction, 10);
    return new BigDecimal(negative ? unscaled.negate() : unscaled, fraction.length());
  }

  /** Splits long numerals in halves, which the fast multiplication of the JDK puts together. */
  private static BigInteger big(String digits, int radix) {
    if (digits.length() <= DIRECT) {
      return new BigInteger(digits, radix);
    }
    int low = digits.length() / 2;
    int cut = digits.length() - low;
    BigInteger high = big(digits.substring(0, cut), radix);
    return high.multiply(BigInteger.valueOf(radix).pow(low)).add(big(digits.substring(cut), radix));
  }
}
