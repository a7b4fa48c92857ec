package org.jsaffire.object;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Texts made from others: padding, replacing, repeating, slugs (objects.md 15). */
final class StringEdits {
  static final int PAD_LEFT = 0;
  static final int PAD_RIGHT = 1;
  static final int PAD_BOTH = 2;

  /** What compatibility decomposition leaves as it is; all in lower case. */
  private static final Map<Character, String> SLUG =
      Map.of(
          'ß', "ss", 'æ', "ae", 'œ', "oe", 'ø', "o", 'đ', "d", 'ð', "d", 'ł', "l", 'þ', "th", 'ı',
          "i");

  private StringEdits() {}

  /** Fills up to a width. */
  static Str pad(Invoker in, Str text, Numerical width, Numerical direction, Str fill) {
    if (fill.isEmpty()) {
      throw Errors.argument("Padding string cannot be empty");
    }
    long missing = width.clampedLong() - text.length();
    if (width.signum() < 0 || missing <= 0) {
      return text;
    }
    Texts.charge(in, text.units() + missing * fill.units() / fill.length());
    int side = direction.clampedInt();
    int left = side == PAD_LEFT ? (int) missing : side == PAD_BOTH ? (int) (missing / 2) : 0;
    return filling(fill, left).concat(text).concat(filling(fill, (int) missing - left));
  }

  private static Str filling(Str fill, int count) {
    int rest = count % fill.length();
    return repeated(fill, count / fill.length()).concat(fill.slice(0, rest));
  }

  /** Copies of a text; none for 0 and less. */
  static Str repeat(Invoker in, Str text, Numerical times) {
    long n = Math.max(0, times.clampedLong());
    if (n == 0 || text.isEmpty()) {
      return Str.EMPTY;
    }
    Texts.charge(in, n > Integer.MAX_VALUE ? n : n * text.units());
    return repeated(text, (int) n);
  }

  private static Str repeated(Str text, int times) {
    String s = text.toString();
    if (times == 0 || s.isEmpty()) {
      return Str.EMPTY;
    }
    boolean mayJoin = RawBytes.isRaw(s.charAt(0)) && RawBytes.isRaw(s.charAt(s.length() - 1));
    String repeated = s.repeat(times);
    return Str.of(mayJoin ? RawBytes.canonical(repeated) : repeated);
  }

  /**
   * Replaces a literal text.
   *
   * @param count how many at most, from the left; all if negative
   */
  static Str replace(Invoker in, Str text, Str old, Value replacement, Numerical count) {
    String s = text.toString();
    String part = old.toString();
    long left = count.signum() < 0 ? Long.MAX_VALUE : count.clampedLong();
    int at = left == 0 || part.isEmpty() ? -1 : Texts.indexOf(s, part, 0);
    if (at < 0) {
      return text;
    }
    TextBuilder out = new TextBuilder(in);
    int from = 0;
    while (at >= 0) {
      out.append(s, from, at).append(replacementOf(in, old, replacement));
      from = at + part.length();
      at = --left > 0 ? Texts.indexOf(s, part, from) : -1;
    }
    return out.append(s, from, s.length()).toStr();
  }

  private static Str replacementOf(Invoker in, Str match, Value replacement) {
    if (replacement instanceof Str text) {
      return text;
    }
    HashObject groups = new HashObject();
    groups.put(in, Numerical.of(0), match);
    return Conversions.requireText(in, Callbacks.call(in, replacement, match, groups));
  }

  /** How often a text occurs, without overlaps. */
  static int count(Str text, Str part) {
    if (part.isEmpty()) {
      throw Errors.argument("Search string cannot be empty");
    }
    String s = text.toString();
    String needle = part.toString();
    int count = 0;
    for (int at = Texts.indexOf(s, needle, 0);
        at >= 0;
        at = Texts.indexOf(s, needle, at + needle.length())) {
      count++;
    }
    return count;
  }

  /** Replaces every key of a hash by its value, in one pass, the longest key first. */
  static Str translate(Invoker in, Str text, HashObject map) {
    Map<String, String> table = new HashMap<>();
    for (Value key : map.keys()) {
      String from = Conversions.requireText(in, key).toString();
      if (!from.isEmpty()) {
        table.put(from, Conversions.requireText(in, map.get(in, key)).toString());
      }
    }
    int[] sizes =
        table.keySet().stream()
            .map(String::length)
            .distinct()
            .sorted(Comparator.reverseOrder())
            .mapToInt(i -> i)
            .toArray();
    String s = text.toString();
    TextBuilder out = new TextBuilder(in);
    for (int i = 0; i < s.length(); ) {
      String key = longestKey(s, i, table, sizes);
      int end = i + (key == null ? Character.charCount(s.codePointAt(i)) : key.length());
      if (key == null) {
        out.append(s, i, end);
      } else {
        out.append(table.get(key));
      }
      i = end;
    }
    return out.toStr();
  }

  private static String longestKey(String s, int at, Map<String, String> table, int[] sizes) {
    for (int size : sizes) {
      if (size <= s.length() - at) {
        String candidate = s.substring(at, at + size);
        if (table.containsKey(candidate)) {
          return candidate;
        }
      }
    }
    return null;
  }

  static Str normalize(Invoker in, Str text, Str form) {
    String name = form.toString();
    if (!Arrays.asList("NFC", "NFD", "NFKC", "NFKD").contains(name)) {
      throw Errors.argument("Unknown normalization form '" + name + "'");
    }
    return Texts.made(
        in, Normalizer.normalize(text.toString(), Normalizer.Form.valueOf(name)), text.locale());
  }

  /** A text for addresses: lower-case letters and digits of ASCII, joined by dashes. */
  static Str slug(Invoker in, Str text) {
    String lower = text.toString().toLowerCase(Locale.ROOT);
    StringBuilder known = new StringBuilder(lower.length());
    for (int i = 0; i < lower.length(); i++) {
      String replacement = SLUG.get(lower.charAt(i));
      known.append(replacement == null ? lower.substring(i, i + 1) : replacement);
    }
    String plain = Normalizer.normalize(known, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    StringBuilder out = new StringBuilder(plain.length());
    boolean isGap = false;
    for (int i = 0; i < plain.length(); ) {
      int c = plain.codePointAt(i);
      i += Character.charCount(c);
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        out.append(isGap && out.length() > 0 ? "-" : "").append((char) c);
        isGap = false;
      } else {
        isGap |= !isMark(c);
      }
    }
    return Texts.made(in, out.toString());
  }

  private static boolean isMark(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }
}
