package org.jsaffire.object;

import java.util.List;

/**
 * A part of a format (modules.md 3.1): a literal, or {@code
 * %[index$][-][0][width][.precision][l|h|N|F]conversion}.
 *
 * @param literal null for a conversion
 * @param index which value, from 0
 * @param precision -1 for none
 */
record PrintfSequence(
    String literal,
    long index,
    boolean isLeft,
    boolean hasZero,
    int width,
    int precision,
    char conversion) {

  private static final String CONVERSIONS = "diuoxXpnscbfegj";

  /** Zeros between sign and digits; texts are never padded so. */
  boolean isZeroPadded() {
    return hasZero && "scj".indexOf(conversion) < 0;
  }

  /**
   * Splits a format. Sequences that are malformed or unknown are left out.
   *
   * @return how many values it takes
   * @throws ScriptException argumentException for an index of 0
   */
  static long parse(String format, List<PrintfSequence> sequences) {
    return new Parser(format, sequences).parse();
  }

  /** Reads a format from left to right. */
  private static final class Parser {
    private final String format;
    private final List<PrintfSequence> sequences;
    private final StringBuilder literal = new StringBuilder();
    private int at;
    private long next;
    private long needed;

    Parser(String format, List<PrintfSequence> sequences) {
      this.format = format;
      this.sequences = sequences;
    }

    long parse() {
      while (at < format.length()) {
        char c = format.charAt(at++);
        if (c != '%') {
          literal.append(c);
        } else if (accept('%')) {
          literal.append('%');
        } else {
          sequence();
        }
      }
      endLiteral();
      return needed;
    }

    private boolean accept(char c) {
      boolean matches = at < format.length() && format.charAt(at) == c;
      at += matches ? 1 : 0;
      return matches;
    }

    private void endLiteral() {
      if (literal.length() > 0) {
        sequences.add(new PrintfSequence(literal.toString(), 0, false, false, 0, -1, ' '));
        literal.setLength(0);
      }
    }

    private void sequence() {
      long index = index();
      boolean isLeft = accept('-');
      boolean hasZero = accept('0');
      int width = (int) Math.min(Integer.MAX_VALUE, digits());
      int precision = accept('.') ? (int) Math.min(Integer.MAX_VALUE, digits()) : -1;
      if (at < format.length() && "lhNF".indexOf(format.charAt(at)) >= 0) {
        at++;
      }
      if (at >= format.length()) {
        return;
      }
      int conversion = format.codePointAt(at);
      at += Character.charCount(conversion);
      if (CONVERSIONS.indexOf(conversion) < 0) {
        return;
      }
      if (index == 0) {
        throw Errors.argument("Argument index must be 1 or higher");
      }
      long value = index < 0 ? next++ : index - 1;
      needed = Math.max(needed, value + 1);
      endLiteral();
      sequences.add(
          new PrintfSequence(null, value, isLeft, hasZero, width, precision, (char) conversion));
    }

    /** An explicit index, or -1. */
    private long index() {
      int start = at;
      long number = digits();
      if (at > start && accept('$')) {
        return number;
      }
      at = start;
      return -1;
    }

    /** A number, cut so that it cannot overflow; 0 when there is none. */
    private long digits() {
      long number = 0;
      while (at < format.length() && format.charAt(at) >= '0' && format.charAt(at) <= '9') {
        number = Math.min(1L << 53, number * 10 + (format.charAt(at++) - '0'));
      }
      return number;
    }
  }
}
