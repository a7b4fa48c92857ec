package org.jsaffire.fcgi.request;

import org.jsaffire.fcgi.protocol.Params;

/** Numbers in parameters: decimal digits of ASCII and nothing else. */
final class CgiNumbers {
  /** The parameter is absent or empty. */
  static final long ABSENT = -1;

  /** The parameter is no number, or one above 10^18. */
  static final long INVALID = -2;

  private static final int MAX_DIGITS = 18;

  private CgiNumbers() {}

  /** The number, or -1. */
  static long parse(String text) {
    if (text == null || text.isEmpty() || text.length() > MAX_DIGITS) {
      return ABSENT;
    }
    long value = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return ABSENT;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  /**
   * The number, {@link #ABSENT} or {@link #INVALID}. Caddy writes -1 for a length it does not know.
   */
  static long parse(Params params, String name) {
    int i = params.find(name);
    if (i < 0 || params.valueLength(i) == 0) {
      return ABSENT;
    }
    String text = params.valueLatin1(i);
    long value = parse(text);
    if (text.equals("-1")) {
      return ABSENT;
    }
    return value < 0 ? INVALID : value;
  }
}
