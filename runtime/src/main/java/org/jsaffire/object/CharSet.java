package org.jsaffire.object;

/**
 * A set of characters, as the analysis of regular expressions needs it: ASCII one by one, all
 * others together.
 *
 * @param low a bit for each of U+0000 to U+003F
 * @param high a bit for each of U+0040 to U+007F
 * @param beyond some others belong to the set
 */
record CharSet(long low, long high, boolean beyond) {
  static final CharSet NONE = new CharSet(0, 0, false);
  static final CharSet ALL = new CharSet(-1, -1, true);

  /** What {@code \\w} matches. */
  static final CharSet WORD = words();

  /** What folding of letters makes of some characters beyond ASCII: i, k and s. */
  private static final CharSet FOLDED_INTO =
      of('i').or(of('k')).or(of('s')).or(of('I')).or(of('K')).or(of('S'));

  private static CharSet words() {
    CharSet set = of('_');
    for (int c = '0'; c <= 'z'; c++) {
      if (Character.isLetterOrDigit(c)) {
        set = set.or(of(c));
      }
    }
    return set;
  }

  static CharSet of(int codePoint) {
    return codePoint < 64
        ? new CharSet(1L << codePoint, 0, false)
        : codePoint < 128 ? new CharSet(0, 1L << codePoint - 64, false) : new CharSet(0, 0, true);
  }

  /** What a literal matches when case does not count, or more. */
  static CharSet ofFolded(int codePoint) {
    if (codePoint >= 128) {
      return of(codePoint).or(FOLDED_INTO);
    }
    CharSet both = of(Character.toLowerCase(codePoint)).or(of(Character.toUpperCase(codePoint)));
    return both.meets(FOLDED_INTO) ? both.or(of(128)) : both;
  }

  CharSet or(CharSet other) {
    return new CharSet(low | other.low, high | other.high, beyond || other.beyond);
  }

  boolean isWithin(CharSet other) {
    return (low & ~other.low) == 0 && (high & ~other.high) == 0 && (!beyond || other.beyond);
  }

  boolean meets(CharSet other) {
    return (low & other.low) != 0 || (high & other.high) != 0 || (beyond && other.beyond);
  }
}
