package org.jsaffire.object;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** Numbers in texts (objects.md 6.3 and 15). */
public final class NumberTexts {
  private static final Pattern DOUBLE =
      Pattern.compile("[+-]?(?:[0-9]++(?:\\.[0-9]*+)?+|\\.[0-9]++)(?:[eE][+-]?[0-9]++)?+");

  /** Longer numbers take the JDK too much time, larger exponents it does not take. */
  private static final int PLAIN = 200;

  private static final int PLAIN_EXPONENT = 9;

  private static final Numerical TEN = Numerical.of(10);

  private NumberTexts() {}

  /** The number that a text begins with, 0 when there is none. */
  static Numerical lenient(String text) {
    int i = 0;
    while (i < text.length() && Texts.isAsciiSpace(text.charAt(i))) {
      i++;
    }
    boolean isNegative = i < text.length() && text.charAt(i) == '-';
    if (isNegative || (i < text.length() && text.charAt(i) == '+')) {
      i++;
    }
    int radix = 10;
    if (text.startsWith("0x", i) || text.startsWith("0X", i)) {
      radix = 16;
      i += 2;
    } else if (text.startsWith("b", i)) {
      radix = 2;
      i++;
    } else if (text.startsWith("0", i)) {
      radix = 8;
    }
    int end = endOfDigits(text, i, radix);
    return number(text.substring(i, end), radix, isNegative);
  }

  /** The number of decimal digits, perhaps with a sign in front. */
  public static Numerical integer(String text) {
    boolean hasSign = text.startsWith("-") || text.startsWith("+");
    return number(hasSign ? text.substring(1) : text, 10, text.startsWith("-"));
  }

  private static int endOfDigits(String text, int from, int radix) {
    int end = from;
    while (end < text.length()
        && text.charAt(end) < 128
        && Character.digit(text.charAt(end), radix) >= 0) {
      end++;
    }
    return end;
  }

  private static Numerical number(String digits, int radix, boolean isNegative) {
    if (digits.length() <= 12) {
      long value = digits.isEmpty() ? 0 : Long.parseLong(digits, radix);
      return Numerical.of(isNegative ? -value : value);
    }
    Numerical value = DigitStrings.value(digits, radix);
    return isNegative ? value.negate() : value;
  }

  /**
   * The number that the whole text stands for.
   *
   * @throws ScriptException typeException when it stands for none
   */
  static Numerical strict(Str text, Numerical base) {
    long radix = base.clampedLong();
    if (radix < Character.MIN_RADIX || radix > Character.MAX_RADIX) {
      throw Errors.argument("Radix must be between 2 and 36");
    }
    String s = text.toString();
    boolean hasSign = s.startsWith("-") || s.startsWith("+");
    int from = hasSign ? 1 : 0;
    if (from == s.length() || endOfDigits(s, from, (int) radix) != s.length()) {
      throw Errors.type("Cannot convert '" + s + "' to a numerical");
    }
    return number(s.substring(from), (int) radix, s.startsWith("-"));
  }

  /** An optional sign, digits with or without a point, perhaps an exponent. */
  public static boolean isDouble(String text) {
    return DOUBLE.matcher(text).matches();
  }

  /**
   * The double that the whole text stands for.
   *
   * @throws ScriptException typeException when it stands for none
   */
  static DoubleValue toDouble(Str text) {
    String s = text.toString();
    if (!isDouble(s)) {
      throw Errors.type("Cannot convert '" + s + "' to a double");
    }
    return decimal(s);
  }

  /** A text that {@link #isDouble} accepts; exponents may have any number of digits. */
  public static DoubleValue decimal(String s) {
    int exponentAt = Math.max(s.indexOf('e'), s.indexOf('E'));
    if (s.length() <= PLAIN && (exponentAt < 0 || s.length() - exponentAt <= PLAIN_EXPONENT)) {
      return DoubleValue.of(new BigDecimal(s));
    }
    String mantissa = exponentAt < 0 ? s : s.substring(0, exponentAt);
    int point = mantissa.indexOf('.');
    int fraction = point < 0 ? 0 : mantissa.length() - point - 1;
    int from = mantissa.charAt(0) == '-' || mantissa.charAt(0) == '+' ? 1 : 0;
    String digits = mantissa.substring(from).replace(".", "");
    BigInteger value = number(digits, 10, mantissa.charAt(0) == '-').bigValue();
    if (value.signum() == 0) {
      return DoubleValue.of(BigDecimal.ZERO);
    }
    long exponent =
        exponentAt < 0 ? 0 : strict(Str.of(s.substring(exponentAt + 1)), TEN).clampedLong();
    if (Math.abs(exponent) > 2L * DoubleValue.MAX_DIGITS || exponent == Long.MIN_VALUE) {
      throw Numerical.tooLarge();
    }
    return DoubleValue.of(new BigDecimal(value, (int) (fraction - exponent)));
  }
}
