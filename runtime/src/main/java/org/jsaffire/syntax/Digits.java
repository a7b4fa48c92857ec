package org.jsaffire.syntax;

/** The characters of numerals, ASCII only. */
final class Digits {
  private Digits() {}

  /**
   * @param radix 2, 8, 10 or 16
   */
  static boolean isDigit(char c, int radix) {
    if (radix <= 10) {
      return c >= '0' && c < '0' + radix;
    }
    return isDigit(c, 10) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }
}
