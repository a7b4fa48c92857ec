package org.jsaffire.stdlib;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.jsaffire.object.Errors;
import org.jsaffire.object.Numerical;
import org.jsaffire.object.ScriptException;
import org.jsaffire.object.Value;

/**
 * Dates from fields, and arithmetic on them (modules.md 8). A local time that a clock change skips
 * moves forward by the gap, one that it repeats is the earlier.
 */
final class DateFields {
  private DateFields() {}

  /**
   * The time of fields.
   *
   * @param fields year, month, day, hour, minute, second, and the zone's name or null
   * @throws ScriptException argumentException when they name no date
   */
  static ZonedDateTime time(Value[] fields, ZoneId local) {
    ZoneId zone = fields[6] == null ? local : Zones.of(fields[6].toString());
    try {
      LocalDateTime time =
          LocalDateTime.of(
              number(fields[0]),
              number(fields[1]),
              number(fields[2]),
              number(fields[3]),
              number(fields[4]),
              number(fields[5]));
      return ZonedDateTime.ofLocal(time, zone, null);
    } catch (DateTimeException e) {
      throw Errors.argument("Invalid date " + shown(fields));
    }
  }

  private static int number(Value field) {
    return ((Numerical) field).clampedInt();
  }

  private static String shown(Value[] fields) {
    return padded(fields[0], 4)
        + "-"
        + padded(fields[1], 2)
        + "-"
        + padded(fields[2], 2)
        + " "
        + padded(fields[3], 2)
        + ":"
        + padded(fields[4], 2)
        + ":"
        + padded(fields[5], 2);
  }

  private static String padded(Value field, int width) {
    Numerical number = (Numerical) field;
    String digits = number.abs().toString();
    String sign = number.signum() < 0 ? "-" : "";
    return sign + "0".repeat(Math.max(0, width - digits.length() - sign.length())) + digits;
  }

  static ScriptException outOfRange() {
    return Errors.argument("Date out of range");
  }

  /** The time so many units later: on the wall clock for days and more, else on the instant. */
  static ZonedDateTime add(ZonedDateTime time, Numerical count, TimeUnit unit) {
    if (!count.isLong()) {
      throw outOfRange();
    }
    try {
      if (!unit.isLocal()) {
        return time.toInstant().plus(count.longValue(), unit.unit()).atZone(time.getZone());
      }
      LocalDateTime local = time.toLocalDateTime().plus(count.longValue(), unit.unit());
      return ZonedDateTime.ofLocal(local, time.getZone(), null);
    } catch (DateTimeException | ArithmeticException e) {
      throw outOfRange();
    }
  }

  /** The beginning of a unit; below the day, on the same side of a clock change. */
  static ZonedDateTime startOf(ZonedDateTime time, TimeUnit unit) {
    LocalDateTime local = time.toLocalDateTime();
    if (!unit.isLocal()) {
      return ZonedDateTime.ofLocal(
          local.truncatedTo(unit.unit()), time.getZone(), time.getOffset());
    }
    LocalDateTime day = local.truncatedTo(ChronoUnit.DAYS);
    LocalDateTime start =
        switch (unit) {
          case WEEK -> day.minusDays(local.getDayOfWeek().getValue() - 1L);
          case MONTH -> day.withDayOfMonth(1);
          case YEAR -> day.withDayOfYear(1);
          case SECOND, MINUTE, HOUR, DAY -> day;
        };
    return ZonedDateTime.ofLocal(start, time.getZone(), null);
  }

  /** How many whole units the second lies behind the first, cut toward zero. */
  static long difference(ZonedDateTime from, ZonedDateTime to, TimeUnit unit) {
    return unit.isLocal()
        ? unit.unit()
            .between(
                from.toLocalDateTime(), to.withZoneSameInstant(from.getZone()).toLocalDateTime())
        : unit.unit().between(from.toInstant(), to.toInstant());
  }
}
