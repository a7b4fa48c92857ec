package org.jsaffire.object;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Doubles read from texts. */
final class DoubleTexts {
  private DoubleTexts() {}

  /**
   * Reads white space, an optional sign, digits and a fraction as far as they go (language.md
   * 4.16); 0 if there are none.
   *
   * @throws ScriptException arithmeticException when it has too many digits
   */
  static DoubleValue lenient(Str text) {
    String s = text.toString();
    int start = 0;
    while (start < s.length() && isSpace(s.charAt(start))) {
      start++;
    }
    boolean isNegative = start < s.length() && s.charAt(start) == '-';
    boolean hasSign = isNegative || (start < s.length() && s.charAt(start) == '+');
    int whole = hasSign ? start + 1 : start;
    int point = digits(s, whole);
    String digits = s.substring(whole, point);
    int scale = 0;
    if (point < s.length() && s.charAt(point) == '.') {
      int end = digits(s, point + 1);
      scale = end - point - 1;
      digits += s.substring(point + 1, end);
    }
    BigInteger unscaled = DigitStrings.value(digits, 10).bigValue();
    return DoubleValue.of(new BigDecimal(isNegative ? unscaled.negate() : unscaled, scale));
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  private static int digits(String s, int from) {
    int i = from;
    while (i < s.length() && s.charAt(i) >= '0' && s.charAt(i) <= '9') {
      i++;
    }
    return i;
  }
}
