package org.jsaffire.object;

import java.util.regex.Pattern;

/** Reads a set in brackets. */
final class RegexSetParser {
  private final RegexScanner in;
  private final RegexOptions options;
  private final StringBuilder java = new StringBuilder("[");

  /** Something beyond ASCII can be in the set. */
  private boolean beyond;

  private RegexSetParser(RegexScanner in, RegexOptions options) {
    this.in = in;
    this.options = options;
  }

  /** Reads a set; the scanner is behind the opening bracket. */
  static RegexNode.Atom parse(RegexScanner in, RegexOptions options) throws RegexFault.Found {
    return new RegexSetParser(in, options).parse();
  }

  private RegexNode.Atom parse() throws RegexFault.Found {
    if (in.accept("^")) {
      java.append('^');
      beyond = true;
    }
    boolean isFirst = true;
    while (isFirst || in.peek() != ']') {
      if (in.isAtEnd()) {
        throw in.fault("missing ] behind a set");
      }
      isFirst &= !item();
    }
    in.next();
    String text = java.append(']').toString();
    return new RegexNode.Atom(text, text, charSet(text, options, beyond));
  }

  /** Reads an item or a range; false when it was nothing that counts. */
  private boolean item() throws RegexFault.Found {
    int start = in.offset();
    if (options.skipsInSets() && (in.peek() == ' ' || in.peek() == '\t')) {
      in.next();
      return false;
    }
    if (in.accept("\\E")) {
      return false;
    }
    if (in.accept("\\Q")) {
      quoted();
      return true;
    }
    int from = element();
    if (from < 0 || in.peek() != '-' || in.peek(1) == ']' || in.peek(1) == RegexScanner.END) {
      put(from);
      return true;
    }
    range(from, start);
    return true;
  }

  private void quoted() {
    while (!in.isAtEnd() && !in.accept("\\E")) {
      put(in.next());
    }
  }

  private void put(int codePoint) {
    if (codePoint >= 0) {
      java.append(RegexEscapes.quote(codePoint));
      beyond |= codePoint > 127 || (options.foldsCase() && Character.isLetter(codePoint));
    }
  }

  private void range(int from, int start) throws RegexFault.Found {
    in.next();
    int afterDash = java.length();
    int to = element();
    if (to < 0) {
      // A set behind the dash: the dash stands for itself.
      String set = java.substring(afterDash);
      java.setLength(afterDash);
      put(from);
      put('-');
      java.append(set);
      return;
    }
    if (to < from) {
      throw in.fault(start, "range is out of order");
    }
    java.append(RegexEscapes.quote(from)).append('-').append(RegexEscapes.quote(to));
    beyond |= to > 127 || options.foldsCase();
  }

  /** The next character; or -1 when it was a set, which is written already. */
  private int element() throws RegexFault.Found {
    int start = in.offset();
    int c = in.next();
    if (c == '[' && (in.peek() == ':' || in.peek() == '.' || in.peek() == '=') && isNamed()) {
      named(start);
      return -1;
    }
    if (c != '\\') {
      return c;
    }
    int letter = in.next();
    String set = RegexEscapes.set(letter);
    if (set == null && (letter == 'p' || letter == 'P')) {
      set = RegexEscapes.property(in, letter == 'P', start);
      beyond = true;
    }
    if (set != null) {
      beyond |= letter != 'd' && letter != 'w' && letter != 's';
      java.append(set);
      return -1;
    }
    if (letter == 'b') {
      return '\b';
    }
    if (letter == 'R' || letter == 'X' || letter == 'B' || (letter == 'N' && in.peek() != '{')) {
      throw in.fault(start, "\\" + (char) letter + " is not possible in a set");
    }
    return RegexEscapes.character(in, letter, start);
  }

  /** A closing {@code :]} follows before the next bracket. */
  private boolean isNamed() {
    int mark = in.peek();
    for (int i = 1; in.peek(i) != RegexScanner.END; i++) {
      int c = in.peek(i);
      if (c == mark && in.peek(i + 1) == ']') {
        return true;
      }
      if (c == ']' || c == '[' || c == '\\') {
        return false;
      }
    }
    return false;
  }

  private void named(int start) throws RegexFault.Found {
    if (in.next() != ':') {
      throw in.fault(start, "collating elements are not supported");
    }
    boolean negated = in.accept("^");
    String name = in.until(':');
    in.next();
    String set = RegexProperties.posix(name);
    if (set == null) {
      throw in.fault(start, "unknown set '[:" + name + ":]'");
    }
    java.append(negated ? "[^" + set + "]" : set);
    beyond |= negated || options.foldsCase();
  }

  /** What a written set matches; of ASCII found by trying. */
  static CharSet charSet(String java, RegexOptions options, boolean beyond) {
    int flags = options.foldsCase() ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0;
    Pattern pattern;
    try {
      pattern = Pattern.compile(java, flags);
    } catch (IllegalArgumentException e) {
      // The pattern as a whole will not compile either, and says why.
      return CharSet.ALL;
    }
    CharSet set = beyond ? CharSet.of(128) : CharSet.NONE;
    for (int c = 0; c < 128; c++) {
      if (pattern.matcher(String.valueOf((char) c)).matches()) {
        set = set.or(CharSet.of(c));
      }
    }
    return set;
  }
}
