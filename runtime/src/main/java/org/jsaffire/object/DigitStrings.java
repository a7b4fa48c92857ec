package org.jsaffire.object;

import java.math.BigInteger;

/** Numbers from digits, in less than quadratic time. */
public final class DigitStrings {
  /** Shorter texts are left to the JDK, whose time grows with the square of the length. */
  private static final int SHORT = 2000;

  private DigitStrings() {}

  /**
   * The value of digits.
   *
   * @param digits valid in the base, without sign; empty for 0
   * @param radix 2 to 36
   * @throws ScriptException arithmeticException when the number is too large
   */
  public static Numerical value(String digits, int radix) {
    int start = 0;
    while (start < digits.length() && digits.charAt(start) == '0') {
      start++;
    }
    return start == digits.length()
        ? Numerical.of(0)
        : Numerical.of(parse(digits, start, digits.length(), radix));
  }

  /** As {@link #value}, for leading digits that are not zero. */
  private static BigInteger parse(String digits, int from, int to, int radix) {
    // Each digit but the first adds at least this many bits.
    int bits = 31 - Integer.numberOfLeadingZeros(radix);
    Numerical.checkBits((to - from - 1L) * bits);
    return split(digits, from, to, BigInteger.valueOf(radix), radix);
  }

  private static BigInteger split(String digits, int from, int to, BigInteger base, int radix) {
    if (to - from <= SHORT) {
      return new BigInteger(digits.substring(from, to), radix);
    }
    int middle = (from + to) >>> 1;
    BigInteger high = split(digits, from, middle, base, radix);
    BigInteger low = split(digits, middle, to, base, radix);
    return high.multiply(base.pow(to - middle)).add(low);
  }
}
