package org.jsaffire.object;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Taking texts apart: trimming, slicing, splitting, wrapping (objects.md 6 and 15). */
final class StringParts {
  private static final Pattern CLUSTER = Pattern.compile("\\X");
  private static final int LEFT = 1;
  private static final int RIGHT = 2;

  private StringParts() {}

  /**
   * Cuts off characters at the ends.
   *
   * @param chars what is cut off; null for white space of ASCII
   * @param sides 1 left, 2 right, 3 both
   */
  static Str trim(Invoker in, Str text, Value chars, int sides) {
    String s = text.toString();
    String set = chars == null ? null : chars.toString();
    int from = 0;
    int to = s.length();
    while ((sides & LEFT) != 0 && from < to && isCut(s.codePointAt(from), set)) {
      from += Character.charCount(s.codePointAt(from));
    }
    while ((sides & RIGHT) != 0 && from < to && isCut(s.codePointBefore(to), set)) {
      to -= Character.charCount(s.codePointBefore(to));
    }
    return to - from == s.length() ? text : Texts.made(in, s.substring(from, to), text.locale());
  }

  private static boolean isCut(int codePoint, String set) {
    if (set == null) {
      return Texts.isAsciiSpace(codePoint);
    }
    for (int i = 0; i < set.length(); i += Character.charCount(set.codePointAt(i))) {
      if (set.codePointAt(i) == codePoint) {
        return true;
      }
    }
    return false;
  }

  /** Reverses by extended grapheme cluster. */
  static Str reverse(Invoker in, Str text) {
    String s = text.toString();
    StringBuilder out = new StringBuilder(s.length());
    Matcher matcher = CLUSTER.matcher(s);
    int end = s.length();
    int[] starts = new int[16];
    int count = 0;
    while (matcher.find()) {
      if (count == starts.length) {
        starts = java.util.Arrays.copyOf(starts, count * 2);
        in.charge(4L * count);
      }
      starts[count++] = matcher.start();
    }
    while (count > 0) {
      int start = starts[--count];
      out.append(s, start, end);
      end = start;
    }
    return Texts.made(in, RawBytes.canonical(out.toString()), text.locale());
  }

  /**
   * The part from a position on.
   *
   * @param start from the end where negative
   * @param length as many characters; that many less than there are where negative; all where null
   */
  static Str slice(Str text, Numerical start, Value length) {
    int n = text.length();
    long from = start.clampedLong();
    from = from < 0 ? from + n : from;
    if (from < 0 || from > n) {
      return Str.EMPTY;
    }
    long count = length instanceof Numerical number ? number.clampedLong() : n;
    long to = count < 0 ? n + Math.max(count, -n - 1L) : Math.min(n, from + Math.min(count, n));
    return to <= from ? Str.EMPTY : text.slice((int) from, (int) to);
  }

  /** The part in front of, or behind, the first occurrence of another text. */
  static Str around(Str text, Str part, boolean after) {
    String s = text.toString();
    int at = Texts.indexOf(s, part.toString(), 0);
    if (at < 0) {
      return after ? Str.EMPTY : text;
    }
    return Str.of(after ? s.substring(at + part.units()) : s.substring(0, at));
  }

  /** The pieces between separators; with a maximum the last one holds the rest. */
  static ListObject split(Str text, Str separator, Numerical max) {
    long most = max.signum() <= 0 ? Long.MAX_VALUE : max.clampedLong();
    if (separator.isEmpty()) {
      return characters(text, most);
    }
    ListObject pieces = new ListObject();
    String s = text.toString();
    String mark = separator.toString();
    int from = 0;
    for (int at = Texts.indexOf(s, mark, 0);
        at >= 0 && pieces.size() < most - 1;
        at = Texts.indexOf(s, mark, from)) {
      pieces.add(Str.of(s.substring(from, at)));
      from = at + mark.length();
    }
    pieces.add(Str.of(s.substring(from)));
    return pieces;
  }

  /** The characters; with a maximum the last piece holds the rest. */
  static ListObject characters(Str text, long most) {
    ListObject pieces = new ListObject();
    String s = text.toString();
    int i = 0;
    while (i < s.length()) {
      if (pieces.size() == most - 1) {
        pieces.add(Str.of(s.substring(i)));
        return pieces;
      }
      int codePoint = s.codePointAt(i);
      pieces.add(Str.ofCodePoint(codePoint));
      i += Character.charCount(codePoint);
    }
    return pieces;
  }

  /** The lines, which end in LF, CR LF or CR; none behind the last line end. */
  static ListObject lines(Str text) {
    ListObject lines = new ListObject();
    String s = text.toString();
    int from = 0;
    while (from < s.length()) {
      int end = from;
      while (end < s.length() && s.charAt(end) != '\n' && s.charAt(end) != '\r') {
        end++;
      }
      lines.add(Str.of(s.substring(from, end)));
      from = s.startsWith("\r\n", end) ? end + 2 : end + 1;
    }
    return lines;
  }

  /** What stands between white space. */
  static ListObject words(Str text) {
    ListObject words = new ListObject();
    String s = text.toString();
    int from = -1;
    for (int i = 0; i <= s.length(); i++) {
      boolean isGap = i == s.length() || Texts.isSpace(s.charAt(i));
      if (isGap && from >= 0) {
        words.add(Str.of(s.substring(from, i)));
        from = -1;
      } else if (!isGap && from < 0) {
        from = i;
      }
    }
    return words;
  }

  /** At most so many characters; what was cut ends in the tail. */
  static Str truncate(Str text, Numerical most, Str tail) {
    long n = Math.max(0, most.clampedLong());
    if (text.length() <= n) {
      return text;
    }
    return tail.length() >= n
        ? tail.slice(0, (int) n)
        : text.slice(0, (int) n - tail.length()).concat(tail);
  }

  /**
   * Breaks lines at blanks so that none is longer than a width, where that is possible.
   *
   * @param cut breaks longer words too
   */
  static Str wrap(Invoker in, Str text, Numerical width, Str eol, boolean cut) {
    if (width.signum() <= 0) {
      throw Errors.argument("Width must be 1 or higher");
    }
    TextBuilder out = new TextBuilder(in);
    String s = text.toString();
    int from = 0;
    while (from <= s.length()) {
      int end = s.indexOf('\n', from);
      int stop = end < 0 ? s.length() : end;
      wrapLine(out, s.substring(from, stop), width.clampedLong(), eol.toString(), cut);
      if (end >= 0) {
        out.append('\n');
      }
      from = stop + 1;
    }
    return out.toStr();
  }

  /** Wraps a text without line feeds. */
  private static void wrapLine(TextBuilder out, String s, long width, String eol, boolean cut) {
    int start = 0;
    int blank = -1;
    long count = 0;
    int sinceBlank = 0;
    for (int i = 0; i < s.length(); ) {
      int size = Character.charCount(s.codePointAt(i));
      if (s.charAt(i) == ' ' && count >= width) {
        out.append(s, start, i).append(eol);
        start = i + 1;
        count = 0;
        blank = -1;
      } else if (s.charAt(i) == ' ') {
        blank = i;
        count++;
        sinceBlank = 0;
      } else {
        if (count >= width && blank >= 0) {
          out.append(s, start, blank).append(eol);
          start = blank + 1;
          count = sinceBlank;
          blank = -1;
        }
        if (count >= width && cut) {
          out.append(s, start, i).append(eol);
          start = i;
          count = 0;
        }
        count++;
        sinceBlank++;
      }
      i += size;
    }
    out.append(s, start, s.length());
  }
}
