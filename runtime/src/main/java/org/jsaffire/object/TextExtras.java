package org.jsaffire.object;

/**
 * A text with what few strings need: a locale, the bytes of a literal, and where the code points of
 * a long text beyond the basic plane are. Shared by threads; what is filled in later is the same
 * whoever does it.
 */
final class TextExtras {
  /** Texts of at most that many units are scanned for a code point instead. */
  private static final int INDEXED_FROM = 256;

  private static final int SHIFT = 6;

  final String text;

  /** Null for the default. */
  final String locale;

  private byte[] utf8;

  /** Where every 64th code point starts; or null. */
  private int[] offsets;

  TextExtras(String text, String locale) {
    this.text = text;
    this.locale = locale;
  }

  void prepareUtf8() {
    if (utf8 == null) {
      utf8 = RawBytes.encode(text);
    }
  }

  /** The bytes, once they are prepared; else null. */
  byte[] knownUtf8() {
    return utf8;
  }

  /** Finding a code point takes so long that an index is worth its memory. */
  static boolean isLong(String text) {
    return text.length() > INDEXED_FROM;
  }

  /**
   * The offset in UTF-16 units of a code point.
   *
   * @param index 0 to {@code length}
   * @param length number of code points
   */
  int offset(int index, int length) {
    if (!isLong(text)) {
      return text.offsetByCodePoints(0, index);
    }
    int[] starts = offsets;
    if (starts == null) {
      starts = index(length);
      offsets = starts;
    }
    return text.offsetByCodePoints(starts[index >> SHIFT], index & (1 << SHIFT) - 1);
  }

  private int[] index(int length) {
    int[] starts = new int[(length >> SHIFT) + 1];
    int at = 0;
    for (int i = 1; i < starts.length; i++) {
      at = text.offsetByCodePoints(at, 1 << SHIFT);
      starts[i] = at;
    }
    return starts;
  }

  /** The text. */
  @Override
  public String toString() {
    return text;
  }
}
