package org.jsaffire.config;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * Keys and their values as text, read as typed settings; variables of the environment override them
 * (tools.md 3.1). A key without a dot belongs to the section {@code global}. Immutable.
 *
 * <p>Each reader takes a default for a key that is absent or empty, and throws {@link
 * ConfigException} for a value of another type or outside its range.
 */
public final class Settings {
  private static final Set<String> TRUE = Set.of("enabled", "true", "yes", "1");
  private static final Set<String> FALSE = Set.of("disabled", "false", "no", "0");

  private static final String GLOBAL = "global.";

  private final Map<String, String> values;
  private final Map<String, String> environment;

  /** Settings that no variable overrides. */
  public Settings(Map<String, String> values) {
    this(values, Map.of());
  }

  /**
   * @param environment of the process, where {@code SAFFIRE_SECTION_KEY} is looked for
   */
  public Settings(Map<String, String> values, Map<String, String> environment) {
    this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    this.environment = environment;
  }

  /**
   * Requires every key to be one of those known.
   *
   * @throws ConfigException one is not
   */
  public void requireKnown(Set<String> known) {
    for (Map.Entry<String, String> entry : new TreeMap<>(values).entrySet()) {
      if (!known.contains(entry.getKey())) {
        StringJoiner names = new StringJoiner(", ");
        known.stream().sorted().forEach(names::add);
        throw ConfigException.key(entry.getKey(), entry.getValue(), names.toString());
      }
    }
  }

  /** The text of a key, or the default. */
  public String text(String key, String fallback) {
    String value = raw(key).strip();
    return value.isEmpty() ? fallback : value;
  }

  private String raw(String key) {
    String value = value(key);
    return value == null ? "" : value;
  }

  /**
   * The text of a key as it was given, by any of its names; null when it was not given.
   *
   * @see ConfigKeys#fullName
   */
  public String value(String key) {
    String full = ConfigKeys.fullName(key);
    String value = named(full);
    for (Map.Entry<String, String> alias : ConfigKeys.aliases().entrySet()) {
      if (value == null && alias.getValue().equals(full)) {
        value = named(alias.getKey());
      }
    }
    return value;
  }

  /** The text of a key by exactly that full name. */
  private String named(String full) {
    String variable = "SAFFIRE_" + full.replace('.', '_').toUpperCase(Locale.ROOT);
    String override = environment.get(variable);
    if (override != null) {
      return override;
    }
    String plain = full.startsWith(GLOBAL) ? full.substring(GLOBAL.length()) : full;
    return values.getOrDefault(full, values.get(plain));
  }

  /** The full names of the keys that were given, in their order. */
  public Set<String> keys() {
    Set<String> keys = new LinkedHashSet<>();
    for (String key : values.keySet()) {
      keys.add(ConfigKeys.fullName(key));
    }
    for (ConfigKey key : ConfigKeys.all()) {
      if (value(key.name()) != null) {
        keys.add(key.name());
      }
    }
    return keys;
  }

  /** One of several words. */
  public String choice(String key, String fallback, String... allowed) {
    String value = text(key, fallback);
    if (value != null && !List.of(allowed).contains(value)) {
      throw ConfigException.value(key, value, String.join(", ", allowed));
    }
    return value;
  }

  /** A boolean, in the words of tools.md 1.2. */
  public boolean flag(String key, boolean fallback) {
    String value = text(key, null);
    if (value == null) {
      return fallback;
    }
    String lower = value.toLowerCase(Locale.ROOT);
    if (TRUE.contains(lower)) {
      return true;
    }
    if (FALSE.contains(lower)) {
      return false;
    }
    throw ConfigException.value(key, value, "true, false");
  }

  /** A number of bytes, with K, M or G for powers of 1024. */
  public long size(String key, long fallback, long min, long max) {
    String value = text(key, null);
    if (value == null) {
      return fallback;
    }
    int shift =
        switch (value.charAt(value.length() - 1)) {
          case 'k', 'K' -> 10;
          case 'm', 'M' -> 20;
          case 'g', 'G' -> 30;
          default -> 0;
        };
    String digits = shift == 0 ? value : value.substring(0, value.length() - 1);
    String allowed = "a size from " + min + " to " + max + ", such as 65536 or 64K";
    return inRange(key, value, digits, 1L << shift, min, max, allowed);
  }

  /**
   * A number of seconds, a fraction included.
   *
   * @return milliseconds
   */
  public long seconds(String key, long fallbackMillis) {
    return seconds(key, fallbackMillis, 1_000_000);
  }

  /** The same, up to {@code max} seconds. */
  public long seconds(String key, long fallbackMillis, long max) {
    String value = text(key, null);
    if (value == null) {
      return fallbackMillis;
    }
    String allowed = "a number of seconds from 0 to " + max;
    if (!value.matches("\\d{1,12}(\\.\\d{1,3})?s?")) {
      throw ConfigException.value(key, value, allowed);
    }
    double seconds = Double.parseDouble(value.replace("s", ""));
    if (seconds > max) {
      throw ConfigException.value(key, value, allowed);
    }
    return Math.round(seconds * 1000);
  }

  /** An absolute path, which need not exist; null without one. */
  public Path path(String key) {
    String value = text(key, null);
    try {
      Path path = value == null ? null : Path.of(value);
      if (path == null || path.isAbsolute()) {
        return path;
      }
    } catch (InvalidPathException e) {
      // Reported below with relative ones.
    }
    throw ConfigException.value(key, value, "an absolute path");
  }

  /** Existing directories, absolute, separated as the system separates paths. */
  public List<Path> directories(String key, List<Path> fallback) {
    String value = text(key, null);
    if (value == null) {
      return fallback;
    }
    List<Path> directories = new ArrayList<>();
    for (String part : List.of(value.split(File.pathSeparator, -1))) {
      directories.add(directory(key, value, part));
    }
    return directories;
  }

  private static Path directory(String key, String value, String part) {
    try {
      Path directory = Path.of(part);
      if (directory.isAbsolute() && Files.isDirectory(directory)) {
        return directory;
      }
    } catch (InvalidPathException e) {
      // Reported below with the others.
    }
    throw ConfigException.value(
        key, value, "absolute paths of directories, separated by '" + File.pathSeparator + "'");
  }

  private static long inRange(
      String key, String value, String digits, long unit, long min, long max, String allowed) {
    try {
      long number = Math.multiplyExact(Long.parseLong(digits), unit);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (ArithmeticException | NumberFormatException e) {
      // Reported below with the others.
    }
    throw ConfigException.value(key, value, allowed);
  }
}
