package org.jsaffire.object;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Square roots of exact numbers. */
public final class Roots {
  /** Decimal digits that are computed: enough to see where a result of 34 digits rounds to. */
  private static final int WORKING_DIGITS = 40;

  private Roots() {}

  /**
   * The root of a numerical: a numerical when it is whole, else a double of 34 significant digits.
   *
   * @throws ScriptException arithmeticException when it is negative
   */
  public static Value sqrt(Numerical number) {
    checkSign(number.signum());
    BigInteger root = floor(number.bigValue());
    return root.multiply(root).equals(number.bigValue())
        ? Numerical.of(root)
        : sqrt(new BigDecimal(number.bigValue()));
  }

  /**
   * The whole part of a root. The JDK goes through all bits in each of its steps; this takes half
   * of them from the root of the upper half.
   */
  private static BigInteger floor(BigInteger number) {
    int quarter = number.bitLength() / 4;
    if (quarter < 256) {
      return number.sqrt();
    }
    BigInteger upper = floor(number.shiftRight(2 * quarter)).shiftLeft(quarter);
    BigInteger root = upper.add(number.divide(upper)).shiftRight(1);
    while (root.multiply(root).compareTo(number) > 0) {
      root = root.subtract(BigInteger.ONE);
    }
    return root;
  }

  /**
   * The root, rounded half-even to 34 significant digits.
   *
   * @param number of any size; not changed
   * @throws ScriptException arithmeticException when it is negative
   */
  public static DoubleValue sqrt(BigDecimal number) {
    checkSign(number.signum());
    if (number.signum() == 0) {
      return DoubleValue.of(BigDecimal.ZERO);
    }
    int surplus = number.precision() - 2 * WORKING_DIGITS;
    int exponent = surplus - number.scale();
    int even = exponent - Math.floorMod(exponent, 2);
    BigDecimal scaled = number.scaleByPowerOfTen(-even);
    BigInteger whole = scaled.toBigInteger();
    BigInteger[] parts = whole.sqrtAndRemainder();
    boolean isExact = parts[1].signum() == 0 && scaled.compareTo(new BigDecimal(whole)) == 0;
    // A digit behind the last one stands for everything that was cut off.
    BigInteger digits = parts[0].multiply(BigInteger.TEN);
    BigDecimal root = new BigDecimal(isExact ? digits : digits.add(BigInteger.ONE), 1);
    return DoubleValue.of(root.scaleByPowerOfTen(even / 2).round(DoubleValue.ROUNDING));
  }

  private static void checkSign(int signum) {
    if (signum < 0) {
      throw Errors.arithmetic("Cannot take the square root of a negative number");
    }
  }
}
