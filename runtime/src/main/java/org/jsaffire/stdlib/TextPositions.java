package org.jsaffire.stdlib;

/** Places in texts, as messages name them. */
final class TextPositions {
  private TextPositions() {}

  /** {@code line L column C} of an offset: both from 1, lines end in LF, columns in code points. */
  static String of(String text, int offset) {
    int line = 1;
    int start = 0;
    for (int lf = text.indexOf('\n'); lf >= 0 && lf < offset; lf = text.indexOf('\n', start)) {
      line++;
      start = lf + 1;
    }
    return "line " + line + " column " + (text.codePointCount(start, offset) + 1);
  }
}
