package org.jsaffire.object;

/**
 * A text with code points beyond the basic plane, and where every 64th of its code points starts:
 * finding one by index takes a bounded number of steps. Immutable.
 */
final class CodePointIndex {
  /** Texts of at most that many units are scanned instead. */
  static final int WORTH_FROM = 256;

  private static final int SHIFT = 6;

  private final String text;
  private final int[] offsets;

  /**
   * @param length number of code points
   */
  CodePointIndex(String text, int length) {
    this.text = text;
    this.offsets = new int[(length >> SHIFT) + 1];
    int at = 0;
    for (int i = 1; i < offsets.length; i++) {
      at = text.offsetByCodePoints(at, 1 << SHIFT);
      offsets[i] = at;
    }
  }

  /** The offset in UTF-16 units of a code point, 0 to the number of code points. */
  int offset(int index) {
    return text.offsetByCodePoints(offsets[index >> SHIFT], index & (1 << SHIFT) - 1);
  }

  /** The text. */
  @Override
  public String toString() {
    return text;
  }
}
