package org.jsaffire.sapi;

/** Text for lines of a log. */
public final class LogText {
  private LogText() {}

  /**
   * The text with control characters, and bytes that are not UTF-8 ({@link RawText}), as {@code
   * \xHH}, and other characters that end a line or are half of one as {@code \\uHHHH}: it stays one
   * line and says nothing to a terminal.
   */
  public static String escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c >= 0x7f) {
        return escapeFrom(text, i);
      }
    }
    return text;
  }

  private static String escapeFrom(String text, int start) {
    StringBuilder escaped = new StringBuilder(text.length() + 16).append(text, 0, start);
    for (int i = start; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c < ' ' || (c >= 0x7f && c < 0xa0)) {
        appendHex(escaped.append("\\x"), c, 4);
      } else if (c >= 0xDC80 && c <= 0xDCFF) {
        appendHex(escaped.append("\\x"), c - 0xDC00, 4);
      } else if (c == 0x2028 || c == 0x2029 || (c >= 0xD800 && c <= 0xDFFF)) {
        appendHex(escaped.append("\\u"), c, 12);
      } else {
        escaped.appendCodePoint(c);
      }
    }
    return escaped.toString();
  }

  private static void appendHex(StringBuilder escaped, int value, int highestShift) {
    for (int shift = highestShift; shift >= 0; shift -= 4) {
      escaped.append(Character.forDigit(value >> shift & 15, 16));
    }
  }
}
