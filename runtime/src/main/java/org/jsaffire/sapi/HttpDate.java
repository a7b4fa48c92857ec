package org.jsaffire.sapi;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates in HTTP headers (RFC 9110, 5.6.7). */
public final class HttpDate {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** The last second of the year 9999. */
  private static final long LAST = 253_402_300_799L;

  private HttpDate() {}

  /**
   * The date as text.
   *
   * @param epochSeconds since 1970; what lies outside the years 1970 to 9999 becomes their nearest
   *     end
   */
  public static String format(long epochSeconds) {
    return FORMAT.format(Instant.ofEpochSecond(Math.max(0, Math.min(LAST, epochSeconds))));
  }
}
