package org.jsaffire.stdlib;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsaffire.object.Errors;

/** Time zones as scripts name them (modules.md 8): IANA names, UTC, and offsets. */
final class Zones {
  static final ZoneId UTC = ZoneId.of("UTC");

  private static final Pattern OFFSET = Pattern.compile("([+-])(\\d{2}):(\\d{2})");

  /** What Java takes for a zone beyond the names: {@code Z}, {@code UTC+1}, {@code +1}. */
  private static final Pattern OWN_NAMES = Pattern.compile("Z|[+-].*|(UTC|GMT|UT)[+-].*");

  private Zones() {}

  /**
   * The zone of a name.
   *
   * @throws org.jsaffire.object.ScriptException argumentException when there is none
   */
  static ZoneId of(String name) {
    ZoneId zone = find(name);
    if (zone == null) {
      throw Errors.argument(
          "Unknown time zone '"
              + name
              + "', use a name such as Europe/Amsterdam, UTC or an offset such as +02:00");
    }
    return zone;
  }

  /** The zone of a name, or null. */
  static ZoneId find(String name) {
    Matcher offset = OFFSET.matcher(name);
    if (offset.matches()) {
      return offset(offset.group(1), offset.group(2), offset.group(3));
    }
    if (OWN_NAMES.matcher(name).matches()) {
      return null;
    }
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      // No such name.
      return null;
    }
  }

  /** A fixed offset, or null when there is none of that size. */
  static ZoneId offset(String sign, String hours, String minutes) {
    int seconds = (Integer.parseInt(hours) * 60 + Integer.parseInt(minutes)) * 60;
    if (Integer.parseInt(minutes) > 59 || seconds > ZoneOffset.MAX.getTotalSeconds()) {
      return null;
    }
    return named(ZoneOffset.ofTotalSeconds(sign.equals("-") ? -seconds : seconds));
  }

  /** The zone itself; UTC by its name where it is an offset. */
  static ZoneId named(ZoneId zone) {
    return zone.equals(ZoneOffset.UTC) ? UTC : zone;
  }

  /** UTC under any of its names. */
  static boolean isUtc(ZoneId zone) {
    return zone.getRules().isFixedOffset()
        && zone.getRules().getOffset(Instant.EPOCH).getTotalSeconds() == 0;
  }

  /** {@code +01:00}; {@code +00:00} for UTC. */
  static String offsetText(ZonedDateTime time, String colon) {
    int minutes = time.getOffset().getTotalSeconds() / 60;
    int size = Math.abs(minutes);
    return (minutes < 0 ? "-" : "+") + two(size / 60) + colon + two(size % 60);
  }

  private static String two(int n) {
    return n < 10 ? "0" + n : Integer.toString(n);
  }

  /** The abbreviation that is in use at that time; the offset for fixed offsets. */
  static String abbreviation(ZonedDateTime time) {
    ZoneId zone = time.getZone();
    if (zone instanceof ZoneOffset) {
      return offsetText(time, ":");
    }
    if (isUtc(zone) && !zone.getId().contains("GMT")) {
      return "UTC";
    }
    boolean isSummer = zone.getRules().isDaylightSavings(time.toInstant());
    String name =
        TimeZone.getTimeZone(zone).getDisplayName(isSummer, TimeZone.SHORT, Locale.ENGLISH);
    return name.isEmpty() ? zone.getDisplayName(TextStyle.SHORT, Locale.ENGLISH) : name;
  }
}
