package org.jsaffire.stdlib;

import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jsaffire.object.Errors;

/** The units of datetime (modules.md 8), smallest first. */
enum TimeUnit {
  SECOND(ChronoUnit.SECONDS),
  MINUTE(ChronoUnit.MINUTES),
  HOUR(ChronoUnit.HOURS),
  DAY(ChronoUnit.DAYS),
  WEEK(ChronoUnit.WEEKS),
  MONTH(ChronoUnit.MONTHS),
  YEAR(ChronoUnit.YEARS);

  private final ChronoUnit unit;

  TimeUnit(ChronoUnit unit) {
    this.unit = unit;
  }

  ChronoUnit unit() {
    return unit;
  }

  /** Counts on the wall time, not on the instant. */
  boolean isLocal() {
    return compareTo(DAY) >= 0;
  }

  /**
   * The unit of that name.
   *
   * @throws org.jsaffire.object.ScriptException argumentException when there is none
   */
  static TimeUnit of(String name) {
    for (TimeUnit unit : values()) {
      if (unit.name().toLowerCase(Locale.ROOT).equals(name)) {
        return unit;
      }
    }
    throw Errors.argument(
        "Unknown unit '" + name + "', use second, minute, hour, day, week, month or year");
  }
}
