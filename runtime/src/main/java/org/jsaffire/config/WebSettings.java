package org.jsaffire.config;

import java.nio.file.Path;
import java.util.Set;
import org.jsaffire.sapi.form.RequestLimits;

/**
 * What the module {@code web} is configured by (modules.md 14, tools.md 3.4).
 *
 * @param limits of requests
 * @param sessionLifetimeMillis after its last use, a session may be forgotten
 * @param sessionPath directory of sessions; null for one of our own in the temporary directory
 */
public record WebSettings(RequestLimits limits, long sessionLifetimeMillis, Path sessionPath) {
  /** The keys. */
  public static final Set<String> KEYS =
      Set.of(
          "web.max_body", "web.max_upload", "web.max_fields", "session.lifetime", "session.path");

  /** Without any configuration. */
  public static final WebSettings DEFAULT = new WebSettings(RequestLimits.DEFAULT, 1_440_000, null);

  private static final long LARGEST = 1L << 50;

  /** Ten years in seconds. */
  private static final long LONGEST_LIFETIME = 315_360_000;

  private static final long MOST_FIELDS = 1_000_000;

  /**
   * Reads the keys.
   *
   * @throws ConfigException a value is wrong
   */
  public static WebSettings of(Settings settings) {
    RequestLimits base = RequestLimits.DEFAULT;
    RequestLimits limits =
        new RequestLimits(
            settings.size("web.max_body", base.maxBody(), 0, LARGEST),
            settings.size("web.max_upload", base.maxUpload(), 0, LARGEST),
            (int) settings.size("web.max_fields", base.maxFields(), 1, MOST_FIELDS));
    long lifetime =
        settings.seconds("session.lifetime", DEFAULT.sessionLifetimeMillis(), LONGEST_LIFETIME);
    return new WebSettings(limits, lifetime, settings.path("session.path"));
  }
}
