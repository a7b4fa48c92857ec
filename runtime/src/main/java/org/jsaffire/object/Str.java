package org.jsaffire.object;

/**
 * Immutable Unicode text with an optional locale (objects.md 6). Counted in code points; bytes that
 * are not UTF-8 travel as lone low surrogates U+DC80 to U+DCFF.
 *
 * <p>A string made by concatenation shares a growing buffer with the strings that it was made from,
 * so that appending in a loop is linear altogether: whoever holds the longest prefix appends in
 * place, others copy. Such strings belong to one run.
 */
public final class Str extends Value implements Comparable<Str> {
  public static final Str EMPTY = new Str("", null);

  private static final int BUFFER_FROM = 64;

  /** One-character strings of ASCII, shared. */
  private static final Str[] ASCII = new Str[128];

  static {
    for (int i = 0; i < ASCII.length; i++) {
      ASCII[i] = new Str(String.valueOf((char) i), null);
    }
  }

  /** The text; null while it is only in the buffer. */
  private String text;

  /** Holds the text in its first {@link #units} units, perhaps with more behind; or null. */
  private StringBuilder buffer;

  private final int units;

  /** Number of code points, or -1 when not yet counted. */
  private int length = -1;

  private byte[] utf8;
  private final String locale;

  private Str(String text, String locale) {
    this.text = text;
    this.units = text.length();
    this.locale = locale;
  }

  private Str(StringBuilder buffer) {
    this.buffer = buffer;
    this.units = buffer.length();
    this.locale = null;
  }

  public static Str of(String text) {
    if (text.length() == 1 && text.charAt(0) < 128) {
      return ASCII[text.charAt(0)];
    }
    return text.isEmpty() ? EMPTY : new Str(text, null);
  }

  /** A string with a locale of its own; null for the default. */
  public static Str of(String text, String locale) {
    return locale == null ? of(text) : new Str(text, locale);
  }

  /** The string of one code point. */
  public static Str ofCodePoint(int codePoint) {
    return codePoint < 128 ? ASCII[codePoint] : new Str(Character.toString(codePoint), null);
  }

  /** The explicit locale, or null for the default. */
  public String locale() {
    return locale;
  }

  public boolean isEmpty() {
    return units == 0;
  }

  /** UTF-16 units. */
  public int units() {
    return units;
  }

  /** Number of code points. */
  public int length() {
    if (length < 0) {
      String s = toString();
      length = s.codePointCount(0, s.length());
    }
    return length;
  }

  /** Every code point is one UTF-16 unit, so that indices coincide. */
  public boolean isBasic() {
    return length() == units;
  }

  /** The offset in UTF-16 units of the code point at {@code index}, 0 to {@link #length()}. */
  public int offset(int index) {
    return isBasic() ? index : toString().offsetByCodePoints(0, index);
  }

  /** The code point at {@code index}, 0 to {@link #length()} - 1. */
  public int codePointAt(int index) {
    return toString().codePointAt(offset(index));
  }

  /** The part from one code point to another, the second excluded. */
  public Str slice(int from, int to) {
    if (from == 0 && to == length()) {
      return locale == null ? this : of(toString());
    }
    return of(toString().substring(offset(from), offset(to)));
  }

  /** This text with another behind it; the result has the default locale. */
  public Str concat(Str other) {
    if (other.units == 0) {
      return locale == null ? this : of(toString());
    }
    if (units == 0) {
      return other.locale == null ? other : of(other.toString());
    }
    if ((long) units + other.units > Integer.MAX_VALUE - 16) {
      throw Errors.system("String too long");
    }
    if (isRawEnd() && other.isRawStart()) {
      return of(RawBytes.rejoin(toString(), other.toString()));
    }
    if (buffer != null && buffer.length() == units) {
      other.appendTo(buffer);
      return new Str(buffer);
    }
    if (units + other.units < BUFFER_FROM) {
      return new Str(toString().concat(other.toString()), null);
    }
    StringBuilder grown = new StringBuilder((units + other.units) * 2);
    appendTo(grown);
    other.appendTo(grown);
    return new Str(grown);
  }

  private void appendTo(StringBuilder target) {
    if (text != null) {
      target.append(text);
    } else {
      target.append(buffer, 0, units);
    }
  }

  private char unitAt(int i) {
    return text != null ? text.charAt(i) : buffer.charAt(i);
  }

  private boolean isRawEnd() {
    return RawBytes.isRaw(unitAt(units - 1));
  }

  private boolean isRawStart() {
    return RawBytes.isRaw(unitAt(0));
  }

  /** The bytes of a literal, encoded once; the caller must not change them. */
  public byte[] cachedUtf8() {
    byte[] bytes = utf8;
    if (bytes == null) {
      bytes = RawBytes.encode(toString());
      utf8 = bytes;
    }
    return bytes;
  }

  /** Code point order; a proper prefix is smaller. */
  @Override
  public int compareTo(Str other) {
    String a = toString();
    String b = other.toString();
    int n = Math.min(a.length(), b.length());
    for (int i = 0; i < n; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        boolean pairs = isPairAt(a, i) != isPairAt(b, i);
        return pairs ? (isPairAt(a, i) ? 1 : -1) : Character.compare(x, y);
      }
    }
    return Integer.compare(a.length(), b.length());
  }

  /** The unit belongs to a surrogate pair, which stands for a code point above all others. */
  private static boolean isPairAt(String s, int i) {
    char c = s.charAt(i);
    return Character.isHighSurrogate(c)
        || (Character.isLowSurrogate(c) && i > 0 && Character.isHighSurrogate(s.charAt(i - 1)));
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Str that && units == that.units && toString().equals(that.toString()));
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /** The text. */
  @Override
  public String toString() {
    String s = text;
    if (s == null) {
      s = buffer.substring(0, units);
      text = s;
    }
    return s;
  }

  @Override
  public Layout layout() {
    return Core.STRING.instanceLayout();
  }

  @Override
  public ClassObject type() {
    return Core.STRING;
  }

  @Override
  public TypeTag tag() {
    return TypeTag.STRING;
  }
}
