package org.jsaffire.stdlib;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsaffire.object.Errors;

/** Dates read from texts (modules.md 8): ISO 8601, or a pattern with the placeholders of C. */
final class DateReader {
  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})-(\\d{2})-(\\d{2})"
              + "(?:[T ](\\d{2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,9}))?)?)?"
              + "(?:(Z)|([+-])(\\d{2})(?::?(\\d{2}))?)?");

  private static final Pattern ZONE_OFFSET = Pattern.compile("([+-])(\\d{2})(?::?(\\d{2}))?");
  private static final Pattern ZONE_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_+/-]*");
  private static final int MAX_EPOCH_DIGITS = 18;

  private final String text;
  private int at;

  private int year = 1970;
  private Integer month;
  private Integer day;
  private Integer dayOfYear;
  private int hour;
  private boolean isHourOf12;
  private Boolean isAfternoon;
  private int minute;
  private int second;
  private Long epoch;
  private ZoneId zone;

  private DateReader(String text, ZoneId zone) {
    this.text = text;
    this.zone = zone;
  }

  /** The text does not fit, or names no date. */
  private static final class Mismatch extends RuntimeException {
    private static final long serialVersionUID = 1;

    Mismatch() {
      super(null, null, false, false);
    }
  }

  /**
   * Reads ISO 8601.
   *
   * @param local the zone of texts without one
   * @throws org.jsaffire.object.ScriptException argumentException for anything else
   */
  static ZonedDateTime iso(String text, ZoneId local) {
    Matcher parts = ISO.matcher(text);
    try {
      if (parts.matches()) {
        ZoneId zone = isoZone(parts, local);
        LocalDate date = LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3));
        String fraction = parts.group(7) == null ? "0" : parts.group(7);
        int nanos = Integer.parseInt((fraction + "00000000").substring(0, 9));
        LocalTime time = LocalTime.of(number(parts, 4), number(parts, 5), number(parts, 6), nanos);
        return ZonedDateTime.ofLocal(date.atTime(time), zone, null);
      }
    } catch (DateTimeException | Mismatch e) {
      // The date, the time or the offset does not exist: reported below with the others.
    }
    throw cannotParse(text);
  }

  private static int number(Matcher parts, int group) {
    return parts.group(group) == null ? 0 : Integer.parseInt(parts.group(group));
  }

  private static ZoneId isoZone(Matcher parts, ZoneId local) {
    if (parts.group(8) != null) {
      return Zones.UTC;
    }
    return parts.group(9) == null ? local : offset(parts, 9);
  }

  private static ZoneId offset(Matcher parts, int from) {
    String minutes = parts.group(from + 2) == null ? "00" : parts.group(from + 2);
    ZoneId zone = Zones.offset(parts.group(from), parts.group(from + 1), minutes);
    if (zone == null) {
      throw new Mismatch();
    }
    return zone;
  }

  private static RuntimeException cannotParse(String text) {
    return Errors.argument("Cannot parse date '" + text + "'");
  }

  /**
   * Reads by a pattern.
   *
   * @param local the zone of texts without one
   * @throws org.jsaffire.object.ScriptException argumentException when the text does not fit
   */
  static ZonedDateTime pattern(String text, String pattern, ZoneId local) {
    DateReader reader = new DateReader(text, local);
    try {
      reader.match(pattern);
      if (reader.at == text.length()) {
        return reader.result();
      }
    } catch (DateTimeException | Mismatch e) {
      // Reported below with texts that go on behind the pattern.
    }
    throw cannotParse(text);
  }

  private ZonedDateTime result() {
    if (epoch != null) {
      return Instant.ofEpochSecond(epoch).atZone(zone);
    }
    boolean byDayOfYear = dayOfYear != null && month == null && day == null;
    LocalDate date =
        byDayOfYear
            ? LocalDate.ofYearDay(year, dayOfYear)
            : LocalDate.of(year, month == null ? 1 : month, day == null ? 1 : day);
    LocalDateTime dateTime = date.atTime(hourOfDay(), minute, second);
    return ZonedDateTime.ofLocal(dateTime, zone, null);
  }

  private int hourOfDay() {
    if (!isHourOf12) {
      return hour;
    }
    if (hour < 1 || hour > 12) {
      throw new Mismatch();
    }
    return hour % 12 + (isAfternoon != null && isAfternoon ? 12 : 0);
  }

  private void match(String pattern) {
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == ' ') {
        skipSpace();
      } else if (c == '%' && i + 1 < pattern.length()) {
        i++;
        placeholder(pattern.charAt(i));
      } else {
        literal(c);
      }
    }
  }

  private void skipSpace() {
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  private void literal(char c) {
    if (at >= text.length() || text.charAt(at) != c) {
      throw new Mismatch();
    }
    at++;
  }

  private void placeholder(char c) {
    switch (c) {
      case 'Y' -> year = digits(4);
      case 'y' -> {
        int two = digits(2);
        year = two < 69 ? 2000 + two : 1900 + two;
      }
      case 'm' -> month = digits(2);
      case 'b', 'B' -> month = monthName();
      case 'd' -> day = digits(2);
      case 'e' -> day = paddedDigits();
      case 'j' -> dayOfYear = digits(3);
      case 'a', 'A' -> dayName();
      case 'F' -> match("%Y-%m-%d");
      case 'D' -> match("%m/%d/%y");
      case 'n', 't' -> skipSpace();
      case '%' -> literal('%');
      case 's' -> epoch = seconds();
      case 'z' -> zone = zoneOffset();
      case 'Z' -> zone = zoneName();
      default -> time(c);
    }
  }

  private void time(char c) {
    switch (c) {
      case 'H' -> hour(digits(2), false);
      case 'k' -> hour(paddedDigits(), false);
      case 'I' -> hour(digits(2), true);
      case 'l' -> hour(paddedDigits(), true);
      case 'p' -> isAfternoon = isAfternoon();
      case 'M' -> minute = digits(2);
      case 'S' -> second = digits(2);
      case 'T' -> match("%H:%M:%S");
      case 'R' -> match("%H:%M");
      default -> {
        literal('%');
        literal(c);
      }
    }
  }

  private void hour(int value, boolean of12) {
    hour = value;
    isHourOf12 = of12;
  }

  /** One digit or more, at most so many. */
  private int digits(int most) {
    int start = at;
    int number = 0;
    while (at < text.length() && at - start < most && isDigit(text.charAt(at))) {
      number = number * 10 + text.charAt(at++) - '0';
    }
    if (at == start) {
      throw new Mismatch();
    }
    return number;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private int paddedDigits() {
    boolean isPadded = at < text.length() && text.charAt(at) == ' ';
    at += isPadded ? 1 : 0;
    return digits(isPadded ? 1 : 2);
  }

  private long seconds() {
    int start = at;
    if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
      at++;
    }
    int first = at;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    if (at == first || at - first > MAX_EPOCH_DIGITS) {
      throw new Mismatch();
    }
    return Long.parseLong(text.substring(start, at));
  }

  private int monthName() {
    for (Month candidate : Month.values()) {
      if (name(candidate.getDisplayName(TextStyle.FULL, Locale.ENGLISH))) {
        return candidate.getValue();
      }
    }
    throw new Mismatch();
  }

  private void dayName() {
    for (DayOfWeek candidate : DayOfWeek.values()) {
      if (name(candidate.getDisplayName(TextStyle.FULL, Locale.ENGLISH))) {
        return;
      }
    }
    throw new Mismatch();
  }

  /** Takes an English name in any case, in full or its first three letters. */
  private boolean name(String full) {
    for (String form : new String[] {full, full.substring(0, 3)}) {
      if (text.regionMatches(true, at, form, 0, form.length())) {
        at += form.length();
        return true;
      }
    }
    return false;
  }

  private boolean isAfternoon() {
    boolean isPm = text.regionMatches(true, at, "PM", 0, 2);
    if (!isPm && !text.regionMatches(true, at, "AM", 0, 2)) {
      throw new Mismatch();
    }
    at += 2;
    return isPm;
  }

  private ZoneId zoneOffset() {
    if (at < text.length() && text.charAt(at) == 'Z') {
      at++;
      return Zones.UTC;
    }
    Matcher parts = ZONE_OFFSET.matcher(text).region(at, text.length());
    if (!parts.lookingAt()) {
      throw new Mismatch();
    }
    at = parts.end();
    return offset(parts, 1);
  }

  private ZoneId zoneName() {
    Matcher name = ZONE_NAME.matcher(text).region(at, text.length());
    if (!name.lookingAt()) {
      return zoneOffset();
    }
    ZoneId named = Zones.find(name.group());
    if (named == null) {
      throw new Mismatch();
    }
    at = name.end();
    return named;
  }
}
