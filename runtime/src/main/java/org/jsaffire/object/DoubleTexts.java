package org.jsaffire.object;

import java.math.BigDecimal;

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
    int whole = start;
    if (whole < s.length() && (s.charAt(whole) == '-' || s.charAt(whole) == '+')) {
      whole++;
    }
    int end = digits(s, whole);
    int count = end - whole;
    if (end < s.length() && s.charAt(end) == '.') {
      int fraction = digits(s, end + 1);
      count += fraction - end - 1;
      end = fraction;
    }
    if (count == 0) {
      return DoubleValue.of(BigDecimal.ZERO);
    }
    if (count > 2 * DoubleValue.MAX_DIGITS) {
      throw Numerical.tooLarge();
    }
    return DoubleValue.of(new BigDecimal(s.substring(start, end)));
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
