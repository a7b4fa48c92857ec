package org.jsaffire.stdlib;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Irrational constants to any number of digits. */
final class Constants {
  private static final int GUARD_DIGITS = 10;

  private Constants() {}

  /** Pi with an absolute error below ten to the power of minus {@code digits}. */
  static BigDecimal pi(int digits) {
    BigInteger one = BigInteger.TEN.pow(digits + GUARD_DIGITS);
    BigInteger quarter = inverse(one, 5, -1).shiftLeft(2).subtract(inverse(one, 239, -1));
    return new BigDecimal(quarter.shiftLeft(2), digits + GUARD_DIGITS);
  }

  /** The natural logarithm of ten, with the same error. */
  static BigDecimal ln10(int digits) {
    BigInteger one = BigInteger.TEN.pow(digits + GUARD_DIGITS);
    BigInteger value =
        inverse(one, 31, 1)
            .multiply(BigInteger.valueOf(46))
            .add(inverse(one, 49, 1).multiply(BigInteger.valueOf(34)))
            .add(inverse(one, 161, 1).multiply(BigInteger.valueOf(20)));
    return new BigDecimal(value, digits + GUARD_DIGITS);
  }

  /**
   * The inverse tangent of 1/n, in units of {@code one}.
   *
   * @param sign of the quotient of neighbouring terms: -1 for the tangent of circles, 1 for that of
   *     hyperbolas
   */
  private static BigInteger inverse(BigInteger one, int n, int sign) {
    BigInteger square = BigInteger.valueOf((long) n * n * sign);
    BigInteger power = one.divide(BigInteger.valueOf(n));
    BigInteger sum = power;
    for (int k = 3; power.signum() != 0; k += 2) {
      power = power.divide(square);
      sum = sum.add(power.divide(BigInteger.valueOf(k)));
    }
    return sum;
  }
}
