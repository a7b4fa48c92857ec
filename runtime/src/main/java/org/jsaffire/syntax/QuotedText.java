package org.jsaffire.syntax;

import org.jsaffire.source.Diagnostic;
import org.jsaffire.source.Diagnostics;
import org.jsaffire.source.SourceException;
import org.jsaffire.source.SourceFile;
import org.jsaffire.source.SourceFiles;
import org.jsaffire.source.Span;

/** Reads string literals (language.md 1.6). Belongs to one {@link Lexer}. */
final class QuotedText {
  private static final int LARGEST_OCTAL = 0377;
  private static final int MOST_OCTAL_DIGITS = 3;
  private static final int MOST_HEX_DIGITS = 2;
  private static final int MOST_UNICODE_DIGITS = 6;

  private final SourceFile file;
  private final String text;
  private final int limit;
  private final Diagnostics diagnostics;
  private int at;

  /**
   * @param limit offset of the end of input
   */
  QuotedText(SourceFile file, int limit, Diagnostics diagnostics) {
    this.file = file;
    this.text = file.text();
    this.limit = limit;
    this.diagnostics = diagnostics;
  }

  /** Offset behind what {@link #read} read. */
  int end() {
    return at;
  }

  /**
   * The value of the literal whose opening quote is at {@code start}.
   *
   * <p>Where errors are collected, a bad escape stands for nothing, and an unterminated literal
   * ends with its line.
   */
  String read(int start) throws SourceException {
    char quote = text.charAt(start);
    at = start + 1;
    skipPlain(quote);
    if (at < limit && text.charAt(at) == quote) {
      return text.substring(start + 1, at++);
    }
    StringBuilder value = new StringBuilder().append(text, start + 1, at);
    while (at < limit && text.charAt(at) == '\\' && !endsLine(at + 1)) {
      readEscape(quote, value);
      int plain = at;
      skipPlain(quote);
      value.append(text, plain, at);
    }
    if (at < limit && text.charAt(at) == quote) {
      at++;
    } else {
      skipToLineEnd();
      report("newline found in string", start, start + 1);
    }
    return value.toString();
  }

  /** Moves to the closing quote, a backslash, a newline or the end. */
  private void skipPlain(char quote) throws SourceException {
    while (!endsLine(at)) {
      char c = text.charAt(at);
      if (c == quote || c == '\\') {
        return;
      }
      if (Character.isSurrogate(c)) {
        skipSurrogates(at, c);
      }
      at++;
    }
  }

  /** Stops at the second half of a pair; a half of its own is no character. */
  private void skipSurrogates(int offset, char first) throws SourceException {
    if (Character.isHighSurrogate(first)
        && offset + 1 < limit
        && Character.isLowSurrogate(text.charAt(offset + 1))) {
      at++;
    } else {
      report(SourceFiles.MALFORMED, offset, offset + 1);
    }
  }

  private void skipToLineEnd() {
    while (!endsLine(at)) {
      at++;
    }
  }

  private boolean endsLine(int offset) {
    return offset >= limit || text.charAt(offset) == '\n';
  }

  private void readEscape(char quote, StringBuilder value) throws SourceException {
    int start = at;
    char letter = text.charAt(at + 1);
    at += 2;
    if (quote == '\'') {
      if (letter == '\'' || letter == '\\') {
        value.append(letter);
      } else {
        value.append('\\');
        at--;
      }
      return;
    }
    switch (letter) {
      case 'n', 'N' -> value.append('\n');
      case 't', 'T' -> value.append('\t');
      case 'r', 'R' -> value.append('\r');
      case 'b', 'B' -> value.append('\b');
      case 'f', 'F' -> value.append('\f');
      case 'v', 'V' -> value.append('\u000B');
      case '\\', '"', '\'' -> value.append(letter);
      case '0', '1', '2', '3', '4', '5', '6', '7' -> readOctal(start, value);
      case 'x', 'X' -> readHex(start, value);
      case 'u', 'U' -> readUnicode(start, value);
      default -> {
        at = start + 1 + Character.charCount(text.codePointAt(start + 1));
        reportUnknown(start);
      }
    }
  }

  private void readOctal(int start, StringBuilder value) throws SourceException {
    int digits = countDigits(start + 1, 8, MOST_OCTAL_DIGITS);
    at = start + 1 + digits;
    int code = Integer.parseInt(text, start + 1, at, 8);
    if (code > LARGEST_OCTAL) {
      String literal = text.substring(start, at);
      report("octal value '" + literal + "' is out of bounds", start, at);
    } else {
      value.append((char) code);
    }
  }

  private void readHex(int start, StringBuilder value) throws SourceException {
    int digits = countDigits(at, 16, MOST_HEX_DIGITS);
    if (digits == 0) {
      reportUnknown(start);
      return;
    }
    value.append((char) Integer.parseInt(text, at, at + digits, 16));
    at += digits;
  }

  private void readUnicode(int start, StringBuilder value) throws SourceException {
    int first = at + 1;
    boolean open = at < limit && text.charAt(at) == '{';
    int digits = open ? countDigits(first, 16, MOST_UNICODE_DIGITS) : 0;
    boolean closed = first + digits < limit && text.charAt(first + digits) == '}';
    int code = digits > 0 && closed ? Integer.parseInt(text, first, first + digits, 16) : -1;
    if (!Character.isValidCodePoint(code) || isSurrogate(code)) {
      reportUnknown(start);
      return;
    }
    value.appendCodePoint(code);
    at = first + digits + 1;
  }

  private static boolean isSurrogate(int code) {
    return code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
  }

  private int countDigits(int from, int radix, int most) {
    int count = 0;
    while (count < most
        && from + count < limit
        && Digits.isDigit(text.charAt(from + count), radix)) {
      count++;
    }
    return count;
  }

  /** Reports the escape that starts at {@code start}, of which {@link #at} is the end. */
  private void reportUnknown(int start) throws SourceException {
    report("unknown escape '" + text.substring(start, at) + "' in string", start, at);
  }

  private void report(String message, int start, int end) throws SourceException {
    diagnostics.report(new Diagnostic(Diagnostic.Kind.CHECK, message, file, new Span(start, end)));
  }
}
