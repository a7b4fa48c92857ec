package org.jsaffire.engine;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.jsaffire.config.ConfigException;
import org.jsaffire.config.Settings;
import org.jsaffire.config.WebSettings;

/** Engine options from configuration keys (tools.md 3.4), whatever they were read from. */
public final class EngineSettings {
  /** The keys that make engine options. */
  public static final Set<String> KEYS = keys();

  private static final int LARGEST_BUFFER = 1 << 30;

  private EngineSettings() {}

  private static Set<String> keys() {
    Set<String> keys = new HashSet<>(WebSettings.KEYS);
    keys.addAll(
        Set.of(
            "mode",
            "fastcgi.display_errors",
            "cache.revalidate",
            "modules.path",
            "security.basedir",
            "web.output_buffer",
            "limit.time",
            "limit.grace",
            "limit.depth",
            "limit.allocation",
            "limit.output",
            "bytecode.cache"));
    return Set.copyOf(keys);
  }

  /**
   * The options that the settings say, on top of the defaults of their mode.
   *
   * @param development the mode without the key {@code mode}
   * @throws ConfigException a value is wrong
   */
  public static EngineOptions toOptions(Settings settings, boolean development) {
    String byDefault = development ? "development" : "production";
    String mode = settings.choice("mode", byDefault, "production", "development");
    EngineOptions base =
        mode.equals("development") ? EngineOptions.forDevelopment() : EngineOptions.defaults();
    return new EngineOptions(
        base.host(),
        settings.directories("security.basedir", base.roots()),
        settings.directories("modules.path", base.moduleDirectories()),
        base.development(),
        settings.flag("fastcgi.display_errors", base.displayErrors()),
        settings.seconds("cache.revalidate", base.revalidateMillis()),
        (int) settings.size("web.output_buffer", base.outputBufferBytes(), 1024, LARGEST_BUFFER),
        limits(settings, base.limits()),
        directory(settings, "bytecode.cache"),
        settings,
        WebSettings.of(settings));
  }

  /** An absolute path; null without the key. */
  private static Path directory(Settings settings, String key) {
    String value = settings.text(key, null);
    try {
      if (value == null || Path.of(value).isAbsolute()) {
        return value == null ? null : Path.of(value);
      }
    } catch (InvalidPathException e) {
      // Reported below with the others.
    }
    throw ConfigException.value(key, value, "the absolute path of a directory");
  }

  private static Limits limits(Settings settings, Limits base) {
    return new Limits(
        settings.seconds("limit.time", base.timeMillis()),
        settings.seconds("limit.grace", base.graceMillis()),
        (int) settings.size("limit.depth", base.depth(), 0, Integer.MAX_VALUE),
        settings.size("limit.allocation", base.allocationBytes(), 0, Long.MAX_VALUE),
        settings.size("limit.output", base.outputBytes(), 0, Long.MAX_VALUE));
  }
}
