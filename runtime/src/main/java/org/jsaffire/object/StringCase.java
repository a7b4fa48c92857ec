package org.jsaffire.object;

import java.util.Locale;

/** Upper and lower case, folding and collation, by the locale of the string (objects.md 6, 15). */
final class StringCase {
  private StringCase() {}

  static Str upper(Invoker in, Str text) {
    return Texts.made(in, text.toString().toUpperCase(Locales.of(in, text)), text.locale());
  }

  static Str lower(Invoker in, Str text) {
    return Texts.made(in, text.toString().toLowerCase(Locales.of(in, text)), text.locale());
  }

  /** The first character upper or lower, the rest as it is. */
  static Str first(Invoker in, Str text, boolean upper) {
    if (text.isEmpty()) {
      return text;
    }
    String s = text.toString();
    int end = s.offsetByCodePoints(0, 1);
    Locale locale = Locales.of(in, text);
    String first = s.substring(0, end);
    String changed = upper ? first.toUpperCase(locale) : first.toLowerCase(locale);
    return changed.equals(first) ? text : Texts.made(in, changed + s.substring(end), text.locale());
  }

  /** The first character of every word upper, the rest lower. */
  static Str capitalize(Invoker in, Str text) {
    String s = text.toString();
    Locale locale = Locales.of(in, text);
    StringBuilder out = new StringBuilder(s.length() + 16);
    int i = 0;
    while (i < s.length()) {
      int start = i;
      while (i < s.length() && !Texts.isSpace(s.charAt(i))) {
        i++;
      }
      if (i > start) {
        word(s.substring(start, i), locale, out);
      }
      while (i < s.length() && Texts.isSpace(s.charAt(i))) {
        out.append(s.charAt(i++));
      }
    }
    return Texts.made(in, out.toString(), text.locale());
  }

  /** Lower case depends on the letters around, so that the word is mapped as a whole. */
  private static void word(String word, Locale locale, StringBuilder out) {
    int end = word.offsetByCodePoints(0, 1);
    String first = word.substring(0, end);
    String lower = word.toLowerCase(locale);
    String lowerFirst = first.toLowerCase(locale);
    out.append(first.toUpperCase(locale))
        .append(
            lower.startsWith(lowerFirst)
                ? lower.substring(lowerFirst.length())
                : word.substring(end).toLowerCase(locale));
  }

  /**
   * A text in which case plays no role, character by character, so that parts of a text fold to
   * parts of it.
   */
  static String fold(String text, Locale locale) {
    if (isPlain(text, locale)) {
      return text.toLowerCase(Locale.ROOT);
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int end = i + Character.charCount(text.codePointAt(i));
      String upper = text.substring(i, end).toUpperCase(locale);
      for (int k = 0; k < upper.length(); ) {
        int stop = k + Character.charCount(upper.codePointAt(k));
        out.append(upper.substring(k, stop).toLowerCase(locale));
        k = stop;
      }
      i = end;
    }
    return out.toString();
  }

  /** ASCII, in a language that folds it as all others do. */
  private static boolean isPlain(String text, Locale locale) {
    String language = locale.getLanguage();
    if (language.equals("tr") || language.equals("az") || language.equals("lt")) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }

  static String fold(Invoker in, Str owner, Value text) {
    return fold(text.toString(), Locales.of(in, owner));
  }

  static boolean equalsIgnoringCase(Invoker in, Str a, Str b) {
    return fold(in, a, a).equals(fold(in, a, b));
  }

  /** -1, 0 or 1 in the order of the locale of the first. */
  static int compare(Invoker in, Str a, Str b, boolean ignoresCase) {
    return Integer.signum(
        in.service(Locales.Collators.class)
            .get(Locales.of(in, a), ignoresCase)
            .compare(a.toString(), b.toString()));
  }
}
