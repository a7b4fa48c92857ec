package org.jsaffire.config;

import java.util.Locale;
import java.util.stream.Stream;

/** How much a message matters; least first. */
public enum LogLevel {
  DEBUG,
  NOTICE,
  WARNING,
  ERROR;

  /** The names as configuration keys have them. */
  public static String[] names() {
    return Stream.of(values()).map(LogLevel::text).toArray(String[]::new);
  }

  /** The level of that name. */
  public static LogLevel of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** The name as configuration keys have it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
