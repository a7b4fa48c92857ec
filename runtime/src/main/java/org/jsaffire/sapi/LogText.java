package org.jsaffire.sapi;

/** Text for lines of a log. */
public final class LogText {
  private LogText() {}

  /** The text with control characters as {@code \xHH}, so that it stays one line. */
  public static String escape(String text) {
    StringBuilder escaped = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean control = c < ' ' || (c >= 0x7f && c < 0xa0);
      if (control && escaped == null) {
        escaped = new StringBuilder(text.length() + 16).append(text, 0, i);
      }
      if (escaped != null) {
        if (control) {
          escaped.append("\\x").append(Character.forDigit(c >> 4, 16));
          escaped.append(Character.forDigit(c & 15, 16));
        } else {
          escaped.append(c);
        }
      }
    }
    return escaped == null ? text : escaped.toString();
  }
}
