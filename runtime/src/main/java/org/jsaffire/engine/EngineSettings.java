package org.jsaffire.engine;

import java.util.HashSet;
import java.util.Set;
import org.jsaffire.config.LogLevel;
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
            "global.locale",
            "global.timezone",
            "global.log.path",
            "global.log.level",
            "template.path",
            "data.dir",
            "fastcgi.display_errors",
            "cache.revalidate",
            "modules.path",
            "security.basedir",
            "web.output_buffer",
            "limit.time",
            "limit.grace",
            "limit.depth",
            "limit.allocation",
            "limit.output"));
    return Set.copyOf(keys);
  }

  /**
   * The options that the settings say, on top of the defaults of their mode.
   *
   * @param development the mode without the key {@code mode}
   * @throws org.jsaffire.config.ConfigException a value is wrong
   */
  public static EngineOptions toOptions(Settings settings, boolean development) {
    String byDefault = development ? "development" : "production";
    String mode = settings.choice("mode", byDefault, "production", "development");
    settings.choice("global.log.level", null, LogLevel.names());
    settings.choice("fastcgi.log.level", null, LogLevel.names());
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
        settings,
        WebSettings.of(settings));
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
