package org.jsaffire.config;

/** A key or its value is wrong. The message names the key, the value, and what is allowed. */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private ConfigException(String message) {
    super(message);
  }

  /** A value that a key cannot have. */
  public static ConfigException value(String key, String value, String allowed) {
    return new ConfigException(
        "configuration key '" + key + "' has the value '" + value + "', allowed: " + allowed);
  }

  /** A key that does not exist. */
  public static ConfigException key(String key, String value, String known) {
    return new ConfigException(
        "unknown configuration key '" + key + "' with the value '" + value + "', known: " + known);
  }
}
