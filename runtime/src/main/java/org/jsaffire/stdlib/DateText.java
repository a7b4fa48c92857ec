package org.jsaffire.stdlib;

import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.util.Locale;

/** Dates as texts: the placeholders of the C function strftime (modules.md 8), and ISO 8601. */
final class DateText {
  private final ZonedDateTime time;
  private final Locale locale;
  private final StringBuilder out = new StringBuilder();

  private DateText(ZonedDateTime time, Locale locale) {
    this.time = time;
    this.locale = locale;
  }

  /**
   * Fills in a pattern; placeholders that do not exist stay as they are.
   *
   * @param locale of the names of days and months
   */
  static String format(ZonedDateTime time, String pattern, Locale locale) {
    DateText text = new DateText(time, locale);
    text.expand(pattern);
    return text.out.toString();
  }

  /** {@code 2024-02-29T12:30:45+01:00}, with a fraction of 3, 6 or 9 digits where there is one. */
  static String iso(ZonedDateTime time) {
    DateText text = new DateText(time, Locale.ENGLISH);
    int year = time.getYear();
    text.out.append(year < 0 ? "-" : "");
    text.number(Math.abs((long) year), 4, '0');
    text.expand("-%m-%dT%T");
    text.fraction();
    return text.out
        .append(Zones.isUtc(time.getZone()) ? "Z" : Zones.offsetText(time, ":"))
        .toString();
  }

  private void fraction() {
    int nanos = time.getNano();
    if (nanos != 0) {
      out.append('.');
      if (nanos % 1_000_000 == 0) {
        number(nanos / 1_000_000, 3, '0');
      } else if (nanos % 1_000 == 0) {
        number(nanos / 1_000, 6, '0');
      } else {
        number(nanos, 9, '0');
      }
    }
  }

  private void expand(String pattern) {
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c != '%' || i + 1 == pattern.length()) {
        out.append(c);
      } else if (pattern.startsWith(":z", i + 1)) {
        out.append(Zones.offsetText(time, ":"));
        i += 2;
      } else {
        i++;
        placeholder(pattern.charAt(i));
      }
    }
  }

  private void placeholder(char c) {
    switch (c) {
      case 'a' -> out.append(time.getDayOfWeek().getDisplayName(TextStyle.SHORT, locale));
      case 'A' -> out.append(time.getDayOfWeek().getDisplayName(TextStyle.FULL, locale));
      case 'b', 'h' -> out.append(time.getMonth().getDisplayName(TextStyle.SHORT, locale));
      case 'B' -> out.append(time.getMonth().getDisplayName(TextStyle.FULL, locale));
      case 'c' -> expand("%a %b %e %H:%M:%S %Y");
      case 'D', 'x' -> expand("%m/%d/%y");
      case 'F' -> expand("%Y-%m-%d");
      case 'r' -> expand("%I:%M:%S %p");
      case 'R' -> expand("%H:%M");
      case 'T', 'X' -> expand("%H:%M:%S");
      case 'n' -> out.append('\n');
      case 't' -> out.append('\t');
      case '%' -> out.append('%');
      case 'p' -> out.append(time.getHour() < 12 ? "AM" : "PM");
      case 'P' -> out.append(time.getHour() < 12 ? "am" : "pm");
      case 's' -> out.append(time.toEpochSecond());
      case 'z' -> out.append(Zones.offsetText(time, ""));
      case 'Z' -> out.append(Zones.abbreviation(time));
      default -> field(c);
    }
  }

  private void field(char c) {
    switch (c) {
      case 'C' -> number(Math.floorDiv(time.getYear(), 100), 2, '0');
      case 'd' -> number(time.getDayOfMonth(), 2, '0');
      case 'e' -> number(time.getDayOfMonth(), 2, ' ');
      case 'g' -> number(Math.floorMod(weekYear(), 100), 2, '0');
      case 'G' -> out.append(weekYear());
      case 'H' -> number(time.getHour(), 2, '0');
      case 'I' -> number(hourOf12(), 2, '0');
      case 'j' -> number(time.getDayOfYear(), 3, '0');
      case 'k' -> number(time.getHour(), 2, ' ');
      case 'l' -> number(hourOf12(), 2, ' ');
      case 'm' -> number(time.getMonthValue(), 2, '0');
      case 'M' -> number(time.getMinute(), 2, '0');
      case 'N' -> number(time.getNano(), 9, '0');
      case 'S' -> number(time.getSecond(), 2, '0');
      case 'u' -> out.append(time.getDayOfWeek().getValue());
      case 'U' -> number(weekFrom(time.getDayOfWeek().getValue() % 7), 2, '0');
      case 'V' -> number(time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), 2, '0');
      case 'w' -> out.append(time.getDayOfWeek().getValue() % 7);
      case 'W' -> number(weekFrom(time.getDayOfWeek().getValue() - 1), 2, '0');
      case 'y' -> number(Math.floorMod(time.getYear(), 100), 2, '0');
      case 'Y' -> out.append(time.getYear());
      default -> out.append('%').append(c);
    }
  }

  private int weekYear() {
    return time.get(IsoFields.WEEK_BASED_YEAR);
  }

  private int hourOf12() {
    int hour = time.getHour() % 12;
    return hour == 0 ? 12 : hour;
  }

  /**
   * The week of the year.
   *
   * @param weekday days since the first day of the week
   */
  private int weekFrom(int weekday) {
    return (time.getDayOfYear() + 6 - weekday) / 7;
  }

  private void number(long value, int width, char fill) {
    String digits = Long.toString(value);
    for (int i = digits.length(); i < width; i++) {
      out.append(fill);
    }
    out.append(digits);
  }
}
