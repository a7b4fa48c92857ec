package org.jsaffire.stdlib;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DecimalStyle;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jsaffire.object.ClassObject;
import org.jsaffire.object.Errors;
import org.jsaffire.object.Invoker;
import org.jsaffire.object.ListObject;
import org.jsaffire.object.Locales;
import org.jsaffire.object.NativeClass;
import org.jsaffire.object.Numbers;
import org.jsaffire.object.Numerical;
import org.jsaffire.object.Str;
import org.jsaffire.object.Value;

/** Module {@code locale} (modules.md 15.7). */
final class LocaleModule {
  private static final int MAX_DECIMALS = 1000;

  /** Found out when first needed: the JDK reads its locale data then. */
  private static final class Known {
    static final Set<String> NAMES = names();
    static final Set<String> LANGUAGES = languages();

    private static Set<String> names() {
      Pattern wanted = Pattern.compile("[a-z]{2,3}(?:_(?:[A-Z]{2}|[0-9]{3}))?");
      Set<String> names = new TreeSet<>();
      for (Locale locale : Locale.getAvailableLocales()) {
        String name = locale.toString();
        if (wanted.matcher(name).matches()) {
          names.add(name);
        }
      }
      return names;
    }

    private static Set<String> languages() {
      Set<String> languages = new TreeSet<>();
      for (String name : NAMES) {
        languages.add(new Locale(name.split("_", -1)[0]).getLanguage());
      }
      return languages;
    }
  }

  private LocaleModule() {}

  static ClassObject build() {
    return NativeClass.named("locale")
        .qualifiedName("\\saffire\\locale")
        .asAbstract()
        .define(
            "static string formatNumber(numerical|double v, numerical decimals = 2,"
                + " string|null locale = default)",
            "A number as a locale writes it.",
            LocaleModule::formatNumber)
        .define(
            "static string formatCurrency(numerical|double v, string code,"
                + " string|null locale = default)",
            "An amount of a currency (ISO 4217) as a locale writes it.",
            (in, self, v, code, locale) ->
                Str.of(
                    LocaleNumbers.currency(
                        Numbers.decimal(v),
                        LocaleNumbers.currency(code.toString()),
                        locale(in, locale))))
        .define(
            "static string formatDate(object datetime, string style = \"medium\","
                + " string|null locale = default)",
            "A date without its time as a locale writes it: short, medium, long or full.",
            LocaleModule::formatDate)
        .define(
            "static list list()",
            "The names of the locales that there are.",
            (in, self) -> {
              ListObject list = new ListObject();
              Known.NAMES.forEach(name -> list.add(Str.of(name)));
              return list;
            })
        .build();
  }

  private static Value formatNumber(
      Invoker in, Value self, Value value, Value decimals, Value locale) {
    long digits = ((Numerical) decimals).clampedLong();
    if (digits < 0 || digits > MAX_DECIMALS) {
      throw Errors.argument("Decimals must be between 0 and " + MAX_DECIMALS);
    }
    return Str.of(LocaleNumbers.number(Numbers.decimal(value), (int) digits, locale(in, locale)));
  }

  private static Value formatDate(Invoker in, Value self, Value date, Value style, Value locale) {
    ZonedDateTime time = DatetimeModule.timeOf(date);
    if (time == null) {
      throw Errors.wrongType("a datetime", date);
    }
    Locale chosen = locale(in, locale);
    return Str.of(
        DateTimeFormatter.ofLocalizedDate(style(style.toString()))
            .withLocale(chosen)
            .withDecimalStyle(DecimalStyle.of(chosen))
            .format(time));
  }

  private static FormatStyle style(String name) {
    return switch (name) {
      case "short" -> FormatStyle.SHORT;
      case "medium" -> FormatStyle.MEDIUM;
      case "long" -> FormatStyle.LONG;
      case "full" -> FormatStyle.FULL;
      default ->
          throw Errors.argument("Unknown style '" + name + "', use short, medium, long or full");
    };
  }

  /**
   * The locale of a name; the current default for null.
   *
   * @throws org.jsaffire.object.ScriptException argumentException when its language is unknown
   */
  static Locale locale(Invoker in, Value given) {
    String name = given instanceof Str text ? Locales.name(text.toString()) : null;
    Locale locale = Locales.parse(name == null ? in.defaultLocale() : name);
    if (locale == null || !Known.LANGUAGES.contains(locale.getLanguage())) {
      throw Errors.argument(
          "Unknown locale '" + (name == null ? in.defaultLocale() : given.toString()) + "'");
    }
    return locale;
  }
}
