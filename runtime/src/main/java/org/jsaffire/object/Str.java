package org.jsaffire.object;

/**
 * Immutable Unicode text with an optional locale (objects.md 6). Counted in code points; bytes that
 * are not UTF-8 travel as lone low surrogates U+DC80 to U+DCFF.
 *
 * <p>A string made by concatenation shares a buffer with the strings that it was made from, so that
 * appending in a loop is linear altogether: whoever holds the longest prefix appends in place,
 * others copy. A buffer is never enlarged but replaced, so that every string in it is at least
 * about half as long as the buffer has room: a short string does not keep a long one alive. Such
 * strings belong to one run; what {@link #of} and {@link #share} return may be shared by threads.
 */
public final class Str extends Value implements Comparable<Str> {
  /** Literals up to this many units keep their bytes. */
  private static final int LITERAL_UNITS = 4096;

  /** One-character strings of Latin-1, shared. */
  private static final Str[] LATIN = new Str[256];

  static {
    for (int i = 0; i < LATIN.length; i++) {
      LATIN[i] = new Str(String.valueOf((char) i));
    }
  }

  public static final Str EMPTY = new Str("");

  /** Shorter results of concatenation are plain. */
  private static final int BUFFER_FROM = 64;

  /** Most UTF-16 units of a text. */
  private static final int MAX_UNITS = Integer.MAX_VALUE - 16;

  /**
   * The text: a String; or a {@link StringBuilder} that holds it in its first {@link #units} units,
   * perhaps with more behind; or {@link TextExtras}. Read once into a local by every method, as it
   * may be replaced by an equal one at any time.
   */
  private Object data;

  private final int units;

  /** Number of code points, or -1 when not yet counted. */
  private int length;

  private Str(String text) {
    this.data = text;
    this.units = text.length();
    this.length = -1;
  }

  private Str(TextExtras extras) {
    this.data = extras;
    this.units = extras.text.length();
    this.length = -1;
  }

  private Str(StringBuilder buffer, int units, int length) {
    this.data = buffer;
    this.units = units;
    this.length = length;
  }

  public static Str of(String text) {
    if (text.length() == 1 && text.charAt(0) < LATIN.length) {
      return LATIN[text.charAt(0)];
    }
    return text.isEmpty() ? EMPTY : new Str(text);
  }

  /** A string with a locale of its own; null for the default. */
  public static Str of(String text, String locale) {
    return locale == null ? of(text) : new Str(new TextExtras(text, locale));
  }

  /** The string of one code point. */
  public static Str ofCodePoint(int codePoint) {
    return codePoint < LATIN.length ? LATIN[codePoint] : new Str(Character.toString(codePoint));
  }

  /** An equal string that runs may share: it is in no buffer. */
  public Str share() {
    return data instanceof StringBuilder ? of(toString()) : this;
  }

  /** The explicit locale, or null for the default. */
  public String locale() {
    return data instanceof TextExtras extras ? extras.locale : null;
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
    int n = length;
    if (n < 0) {
      n = toString().codePointCount(0, units);
      length = n;
    }
    return n;
  }

  /** Every code point is one UTF-16 unit, so that indices coincide. */
  public boolean isBasic() {
    return length() == units;
  }

  /** The offset in UTF-16 units of the code point at {@code index}, 0 to {@link #length()}. */
  public int offset(int index) {
    return isBasic() ? index : offsetBeyondBasic(index);
  }

  private int offsetBeyondBasic(int index) {
    return TextExtras.isLong(toString())
        ? extras().offset(index, length())
        : toString().offsetByCodePoints(0, index);
  }

  /** The text with its extras, which it has from now on. */
  private TextExtras extras() {
    if (data instanceof TextExtras extras) {
      return extras;
    }
    TextExtras extras = new TextExtras(toString(), null);
    data = extras;
    return extras;
  }

  /** The number of code points in front of an offset in UTF-16 units. */
  public int indexOf(int offset) {
    return isBasic() ? offset : toString().codePointCount(0, offset);
  }

  /** The code point at {@code index}, 0 to {@link #length()} - 1. */
  public int codePointAt(int index) {
    int at = offset(index);
    Object d = data;
    return d instanceof StringBuilder buffer ? buffer.codePointAt(at) : text(d).codePointAt(at);
  }

  /** The part from one code point to another, the second excluded; it has the default locale. */
  public Str slice(int from, int to) {
    return from == 0 && to == length() ? plain() : of(substring(offset(from), offset(to)));
  }

  private String substring(int fromUnit, int toUnit) {
    Object d = data;
    return d instanceof StringBuilder buffer
        ? buffer.substring(fromUnit, toUnit)
        : text(d).substring(fromUnit, toUnit);
  }

  /** The same text with the default locale. */
  public Str plain() {
    return locale() == null ? this : of(toString());
  }

  /** The text begins with another, without regard to locales. */
  public boolean startsWith(Str prefix) {
    return matchesAt(0, prefix);
  }

  /** The text ends in another, without regard to locales. */
  public boolean endsWith(Str suffix) {
    return matchesAt(units - suffix.units, suffix) && !splitsPairAt(units - suffix.units);
  }

  private boolean matchesAt(int at, Str part) {
    if (at < 0 || part.units > units - at) {
      return false;
    }
    Object d = data;
    String other = part.toString();
    if (!(d instanceof StringBuilder buffer)) {
      return text(d).startsWith(other, at);
    }
    for (int i = 0; i < other.length(); i++) {
      if (buffer.charAt(at + i) != other.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** A raw byte may look like the second half of a pair. */
  private boolean splitsPairAt(int at) {
    return at > 0
        && at < units
        && Character.isLowSurrogate(unitAt(at))
        && Character.isHighSurrogate(unitAt(at - 1));
  }

  /**
   * This text with another behind it; the result has the default locale.
   *
   * @throws ScriptException systemException when it would be too long
   */
  public Str concat(Str other) {
    if (data instanceof StringBuilder buffer && buffer.length() == units) {
      String part = other.plainText();
      if (part != null
          && buffer.capacity() - units >= part.length()
          && !part.isEmpty()
          && !RawBytes.isRaw(part.charAt(0))) {
        buffer.append(part);
        return new Str(buffer, units + part.length(), length + other.length());
      }
    }
    return concatAny(other);
  }

  /** The text, unless it is in a buffer. */
  private String plainText() {
    Object d = data;
    return d instanceof String text ? text : d instanceof TextExtras extras ? extras.text : null;
  }

  private Str concatAny(Str other) {
    if (other.units == 0) {
      return plain();
    }
    if (units == 0) {
      return other.plain();
    }
    int sum = (int) checkUnits((long) units + other.units);
    if (RawBytes.isRaw(other.unitAt(0)) && joinsWith(other)) {
      return of(RawBytes.rejoin(toString(), other.toString()));
    }
    int points = length() + other.length();
    if (data instanceof StringBuilder buffer
        && buffer.length() == units
        && buffer.capacity() - units >= other.units) {
      other.appendTo(buffer);
      return new Str(buffer, sum, points);
    }
    if (sum < BUFFER_FROM) {
      return new Str(toString().concat(other.toString()));
    }
    StringBuilder grown = new StringBuilder((int) Math.min(2L * sum, MAX_UNITS));
    appendTo(grown);
    other.appendTo(grown);
    return new Str(grown, sum, points);
  }

  /** The last raw bytes of this and the first of the other are UTF-8 together. */
  private boolean joinsWith(Str other) {
    return RawBytes.isRaw(unitAt(units - 1))
        && RawBytes.joins(
            substring(Math.max(0, units - 4), units), other.substring(0, Math.min(3, other.units)));
  }

  /**
   * Makes sure that a text can be that long.
   *
   * @throws ScriptException systemException
   */
  static long checkUnits(long units) {
    if (units > MAX_UNITS) {
      throw Errors.system("String too long");
    }
    return units;
  }

  /** Puts the text behind that of a builder. */
  public void appendTo(StringBuilder target) {
    Object d = data;
    if (d instanceof StringBuilder buffer) {
      target.append(buffer, 0, units);
    } else {
      target.append(text(d));
    }
  }

  private char unitAt(int i) {
    Object d = data;
    return d instanceof StringBuilder buffer ? buffer.charAt(i) : text(d).charAt(i);
  }

  /** A literal of a program; keeps its bytes ready, unless it is long. */
  public static Str literal(String text) {
    Str literal = of(text);
    if (text.length() <= LITERAL_UNITS) {
      literal.extras().prepareUtf8();
    }
    return literal;
  }

  /** The UTF-8 bytes, if they are at hand; else null. The caller must not change them. */
  public byte[] knownUtf8() {
    return data instanceof TextExtras extras ? extras.knownUtf8() : null;
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

  /** The text. Takes it out of a shared buffer, which this string then lets go of. */
  @Override
  public String toString() {
    Object d = data;
    if (d instanceof StringBuilder buffer) {
      String text = buffer.substring(0, units);
      data = text;
      return text;
    }
    return text(d);
  }

  private static String text(Object d) {
    return d instanceof String text ? text : d.toString();
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
