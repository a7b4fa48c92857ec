package org.jsaffire.object;

/** Searching and making texts. Offsets are in UTF-16 units. */
public final class Texts {
  /** Texts from that many units on are charged to the run. */
  private static final int CHARGED_FROM = 1024;

  private Texts() {}

  /** A text that a native method has made, charged to the run. */
  public static Str made(Invoker in, String text) {
    charge(in, text.length());
    return Str.of(text);
  }

  /** As {@link #made}, with a locale of its own; null for the default. */
  static Str made(Invoker in, String text, String locale) {
    charge(in, text.length());
    return Str.of(text, locale);
  }

  /** Announces a text of that many units. */
  static void charge(Invoker in, long units) {
    Str.checkUnits(units);
    if (units >= CHARGED_FROM) {
      in.charge(2 * units);
    }
  }

  /**
   * The first place of a text within another, or -1. A raw byte is not found in the second half of
   * a surrogate pair.
   */
  static int indexOf(String text, String part, int from) {
    int at = text.indexOf(part, from);
    while (at >= 0 && splitsPair(text, at)) {
      at = text.indexOf(part, at + 1);
    }
    return at;
  }

  /** The last place, or -1. */
  static int lastIndexOf(String text, String part) {
    int at = text.lastIndexOf(part);
    while (at > 0 && splitsPair(text, at)) {
      at = text.lastIndexOf(part, at - 1);
    }
    return at;
  }

  /** The offset lies between the halves of a surrogate pair. */
  static boolean splitsPair(String text, int at) {
    return at > 0
        && at < text.length()
        && Character.isLowSurrogate(text.charAt(at))
        && Character.isHighSurrogate(text.charAt(at - 1));
  }

  /** Space, tab, LF, VT, FF, CR. */
  static boolean isAsciiSpace(int c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  /** White space in the sense of Unicode. */
  static boolean isSpace(int c) {
    return c < 128 ? isAsciiSpace(c) : Character.isSpaceChar(c) || c == 0x85;
  }

  /** The one character of a text, or -1 when it has another length. */
  public static int single(Str text) {
    return text.length() == 1 ? text.codePointAt(0) : -1;
  }
}
