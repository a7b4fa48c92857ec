package org.jsaffire.object;

/**
 * The options in force at a place of a pattern. Immutable. Case, line anchors and the dot are left
 * to the engine, which scopes them alike; the others change how the pattern is read.
 *
 * @param foldsCase flag i
 * @param multiline flag m
 * @param isExtended flag x
 * @param skipsInSets option xx: blanks in sets do not count either
 * @param isLazy flag U
 * @param allowsDuplicates flag J
 * @param isNameless option n: parentheses do not capture
 */
record RegexOptions(
    boolean foldsCase,
    boolean multiline,
    boolean isExtended,
    boolean skipsInSets,
    boolean isLazy,
    boolean allowsDuplicates,
    boolean isNameless) {

  static RegexOptions of(String flags) {
    return new RegexOptions(
        flags.indexOf('i') >= 0,
        flags.indexOf('m') >= 0,
        flags.indexOf('x') >= 0,
        false,
        flags.indexOf('U') >= 0,
        flags.indexOf('J') >= 0,
        false);
  }

  /** With one option changed, or null when there is no such option. */
  RegexOptions with(int letter, boolean on) {
    return switch (letter) {
      case 'i' ->
          new RegexOptions(
              on, multiline, isExtended, skipsInSets, isLazy, allowsDuplicates, isNameless);
      case 'm' ->
          new RegexOptions(
              foldsCase, on, isExtended, skipsInSets, isLazy, allowsDuplicates, isNameless);
      case 's' -> this;
      case 'x' ->
          new RegexOptions(
              foldsCase, multiline, on, on && isExtended, isLazy, allowsDuplicates, isNameless);
      case 'U' ->
          new RegexOptions(
              foldsCase, multiline, isExtended, skipsInSets, on, allowsDuplicates, isNameless);
      case 'J' ->
          new RegexOptions(foldsCase, multiline, isExtended, skipsInSets, isLazy, on, isNameless);
      case 'n' ->
          new RegexOptions(
              foldsCase, multiline, isExtended, skipsInSets, isLazy, allowsDuplicates, on);
      default -> null;
    };
  }
}
