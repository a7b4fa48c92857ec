package org.jsaffire.object;

/** The code points of a pattern and the place that the parser has reached. */
final class RegexScanner {
  /** What {@link #peek()} gives at the end. */
  static final int END = -1;

  private final int[] pattern;
  private int at;

  RegexScanner(String text) {
    this.pattern = text.codePoints().toArray();
  }

  int offset() {
    return at;
  }

  void seek(int offset) {
    at = offset;
  }

  int length() {
    return pattern.length;
  }

  boolean isAtEnd() {
    return at >= pattern.length;
  }

  int peek() {
    return peek(0);
  }

  int peek(int ahead) {
    return at + ahead < pattern.length ? pattern[at + ahead] : END;
  }

  int next() {
    return at < pattern.length ? pattern[at++] : END;
  }

  /** Passes a text if it comes next. */
  boolean accept(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (peek(i) != text.charAt(i)) {
        return false;
      }
    }
    at += text.length();
    return true;
  }

  /**
   * The text up to a character, which is passed too; null, and nothing passed, if there is none.
   */
  String until(int terminator) {
    for (int i = at; i < pattern.length; i++) {
      if (pattern[i] == terminator) {
        String text = new String(pattern, at, i - at);
        at = i + 1;
        return text;
      }
    }
    return null;
  }

  /** Digits in a base, at most so many, as text; perhaps none. */
  String digits(int radix, int most) {
    StringBuilder digits = new StringBuilder();
    while (digits.length() < most && peek() < 128 && Character.digit(peek(), radix) >= 0) {
      digits.append((char) next());
    }
    return digits.toString();
  }

  RegexFault.Found fault(String reason) {
    return new RegexFault.Found(at, reason);
  }

  RegexFault.Found fault(int offset, String reason) {
    return new RegexFault.Found(offset, reason);
  }
}
