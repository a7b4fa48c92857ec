package org.jsaffire.object;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as texts: fixed point, scientific, grouped by thousands. Ties go away from zero. */
public final class NumberText {
  private NumberText() {}

  /**
   * Fixed point, as {@code %f} prints it. What rounds to zero keeps its sign.
   *
   * @param decimals digits behind the point, 0 or more
   * @throws ScriptException arithmeticException when there are too many
   */
  public static String fixed(BigDecimal value, int decimals) {
    checkDigits(decimals);
    BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_UP);
    boolean lostSign = value.signum() < 0 && rounded.signum() == 0;
    return (lostSign ? "-" : "") + rounded.toPlainString();
  }

  private static void checkDigits(int digits) {
    if (digits > DoubleValue.MAX_DIGITS) {
      throw Numerical.tooLarge();
    }
  }

  /**
   * {@code d.ddde+XX}, as {@code %e} prints it: an exponent of at least two digits.
   *
   * @param decimals digits behind the point, 0 or more
   * @throws ScriptException arithmeticException when there are too many
   */
  public static String scientific(BigDecimal value, int decimals) {
    checkDigits(decimals);
    BigDecimal rounded = significant(value, decimals + 1);
    StringBuilder text = new StringBuilder(rounded.unscaledValue().abs().toString());
    text.append("0".repeat(decimals + 1 - text.length()));
    if (decimals > 0) {
      text.insert(1, '.');
    }
    if (value.signum() < 0) {
      text.insert(0, '-');
    }
    int exponent = exponent(rounded);
    int size = Math.abs(exponent);
    return text.append(exponent < 0 ? "e-" : "e+")
        .append(size < 10 ? "0" : "")
        .append(size)
        .toString();
  }

  private static BigDecimal significant(BigDecimal value, int digits) {
    return value.signum() == 0
        ? BigDecimal.ZERO
        : value.round(new MathContext(digits, RoundingMode.HALF_UP));
  }

  /** The power of ten of the first digit. */
  private static int exponent(BigDecimal value) {
    return value.signum() == 0 ? 0 : value.precision() - value.scale() - 1;
  }

  /**
   * The shorter of the two, as {@code %g} prints it, without trailing zeros.
   *
   * @param precision significant digits; 0 counts as 1
   * @throws ScriptException arithmeticException when there are too many
   */
  public static String general(BigDecimal value, int precision) {
    checkDigits(precision);
    int digits = Math.max(1, precision);
    BigDecimal rounded = significant(value, digits);
    int exponent = exponent(rounded);
    if (exponent >= -4 && exponent < digits) {
      return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
    String text = scientific(rounded, digits - 1);
    int end = text.indexOf('e');
    return withoutTrailingZeros(text.substring(0, end)) + text.substring(end);
  }

  private static String withoutTrailingZeros(String digits) {
    if (digits.indexOf('.') < 0) {
      return digits;
    }
    int end = digits.length();
    while (digits.charAt(end - 1) == '0') {
      end--;
    }
    return digits.substring(0, digits.charAt(end - 1) == '.' ? end - 1 : end);
  }

  /**
   * Fixed point with the digits in front of the point in groups of three. What rounds to zero has
   * no sign.
   *
   * @param decimals digits behind the point; negative ones count as 0
   * @throws ScriptException arithmeticException when there are too many
   */
  public static String grouped(
      BigDecimal value, Numerical decimals, String point, String thousands) {
    int digits = Math.max(0, decimals.clampedInt());
    checkDigits(digits);
    BigDecimal rounded = value.setScale(digits, RoundingMode.HALF_UP);
    String plain = rounded.abs().toPlainString();
    int whole = digits == 0 ? plain.length() : plain.indexOf('.');
    StringBuilder text = new StringBuilder(plain.length() * 4 / 3 + 2);
    if (rounded.signum() < 0) {
      text.append('-');
    }
    for (int i = 0; i < whole; i++) {
      if (i > 0 && (whole - i) % 3 == 0) {
        text.append(thousands);
      }
      text.append(plain.charAt(i));
    }
    if (digits > 0) {
      text.append(point).append(plain, whole + 1, plain.length());
    }
    return text.toString();
  }
}
