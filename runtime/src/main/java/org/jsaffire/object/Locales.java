package org.jsaffire.object;

import java.text.Collator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Locales by the names that strings carry (objects.md 6.1): {@code ll} or {@code ll_CC}. */
public final class Locales {
  private Locales() {}

  /**
   * A name without encoding and modifier, with an underscore; null for an empty one, C and POSIX,
   * which mean that none is set.
   */
  public static String name(String given) {
    int end = given.length();
    for (int i = 0; i < end; i++) {
      if (given.charAt(i) == '.' || given.charAt(i) == '@') {
        end = i;
      }
    }
    String name = given.substring(0, end).replace('-', '_');
    return name.isEmpty() || name.equals("C") || name.equals("POSIX") ? null : name;
  }

  /** The locale that applies to a string; en_US when its name is that of none. */
  static Locale of(Invoker in, Str text) {
    Locale locale = parse(nameOf(in, text));
    return locale == null ? Locale.US : locale;
  }

  /** The name of the locale that applies to a string. */
  static String nameOf(Invoker in, Str text) {
    return text.locale() == null ? in.defaultLocale() : text.locale();
  }

  /** The locale of a name: two or three letters, perhaps with a country; null for other texts. */
  public static Locale parse(String name) {
    int bar = name.indexOf('_');
    String language = bar < 0 ? name : name.substring(0, bar);
    String country = bar < 0 ? "" : name.substring(bar + 1);
    boolean isLanguage = language.length() == 2 || language.length() == 3;
    if (!isLanguage || !isLetters(language) || !(bar < 0 || isCountry(country))) {
      return null;
    }
    return new Locale(language, country);
  }

  private static boolean isCountry(String text) {
    return (text.length() == 2 && isLetters(text))
        || (text.length() == 3 && text.chars().allMatch(c -> c >= '0' && c <= '9'));
  }

  private static boolean isLetters(String text) {
    return text.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
  }

  /**
   * Collators by locale, which are costly to make and serve one thread each. A service of the run.
   */
  static final class Collators {
    private final Map<String, Collator> byName = new HashMap<>();

    /**
     * The order of a locale: by letter, accent and case, canonically equivalent texts being equal.
     *
     * @param ignoresCase leaves the last out
     */
    Collator get(Locale locale, boolean ignoresCase) {
      return byName.computeIfAbsent(
          locale + (ignoresCase ? "/2" : "/3"),
          key -> {
            Collator collator = Collator.getInstance(locale);
            collator.setStrength(ignoresCase ? Collator.SECONDARY : Collator.TERTIARY);
            collator.setDecomposition(Collator.CANONICAL_DECOMPOSITION);
            return collator;
          });
    }
  }
}
