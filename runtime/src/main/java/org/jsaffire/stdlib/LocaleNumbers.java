package org.jsaffire.stdlib;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import org.jsaffire.object.Errors;

/**
 * Numbers and amounts as a locale writes them (modules.md 15.7): the data of CLDR that the JDK has,
 * and two rules of CLDR that its formatter lacks: groups of two digits, and no group of one digit.
 */
final class LocaleNumbers {
  /** Behind the first three digits these group by twos. */
  private static final Set<String> PAIRS =
      Set.of(
          "as", "bn", "brx", "ccp", "dz", "en_IN", "gu", "hi", "ml", "mr", "ne", "or", "pa", "sa",
          "ta", "te");

  /** Of those, regions that do not. */
  private static final Set<String> NO_PAIRS = Set.of("ta_MY", "ta_SG", "pa_PK");

  /** These write four digits without a separator. */
  private static final Set<String> LATE =
      Set.of(
          "be", "bg", "es", "et", "hu", "ia", "it", "ka", "lv", "pl", "pt_CH", "pt_CV", "pt_GQ",
          "pt_GW", "pt_LU", "pt_MO", "pt_MZ", "pt_PT", "pt_ST", "pt_TL", "ru_UA", "sl", "sq");

  /** The Spanish of Europe and Africa; that of America groups all. */
  private static final Set<String> LATE_SPANISH = Set.of("", "EA", "ES", "GQ", "IC", "PH");

  private LocaleNumbers() {}

  static String number(BigDecimal value, int decimals, Locale locale) {
    return format(NumberFormat.getNumberInstance(locale), value, decimals, locale);
  }

  static String currency(BigDecimal value, Currency currency, Locale locale) {
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(currency);
    return format(format, value, Math.max(0, currency.getDefaultFractionDigits()), locale);
  }

  private static String format(NumberFormat format, BigDecimal value, int decimals, Locale locale) {
    BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_UP);
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    if (format instanceof DecimalFormat decimal) {
      int whole = Math.max(1, rounded.precision() - rounded.scale());
      if (whole == 4 && isLate(locale)) {
        decimal.setGroupingUsed(false);
      } else if (whole > 5 && decimal.getGroupingSize() == 3 && hasPairs(locale)) {
        return inPairs(decimal, rounded, whole);
      }
    }
    return format.format(rounded);
  }

  private static boolean hasPairs(Locale locale) {
    String name = locale.getLanguage() + "_" + locale.getCountry();
    return (PAIRS.contains(locale.getLanguage()) || PAIRS.contains(name))
        && !NO_PAIRS.contains(name);
  }

  private static boolean isLate(Locale locale) {
    String language = locale.getLanguage();
    if (language.equals("es")) {
      return LATE_SPANISH.contains(locale.getCountry());
    }
    return LATE.contains(language) || LATE.contains(language + "_" + locale.getCountry());
  }

  /**
   * Formats without separators, then puts them in front of the last three whole digits and of each
   * two before.
   */
  private static String inPairs(DecimalFormat format, BigDecimal value, int whole) {
    format.setGroupingUsed(false);
    String plain = format.format(value);
    char separator =
        format.toPattern().indexOf('\u00a4') >= 0
            ? format.getDecimalFormatSymbols().getMonetaryGroupingSeparator()
            : format.getDecimalFormatSymbols().getGroupingSeparator();
    StringBuilder out = new StringBuilder(plain.length() + whole / 2);
    int left = whole;
    for (int i = 0; i < plain.length(); ) {
      int c = plain.codePointAt(i);
      i += Character.charCount(c);
      out.appendCodePoint(c);
      if (Character.isDigit(c) && --left >= 3 && left % 2 == 1) {
        out.append(separator);
      }
    }
    return out.toString();
  }

  /**
   * The currency of a code of ISO 4217.
   *
   * @throws org.jsaffire.object.ScriptException argumentException when there is none
   */
  static Currency currency(String code) {
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException e) {
      throw Errors.argument("Unknown currency '" + code + "'");
    }
  }
}
