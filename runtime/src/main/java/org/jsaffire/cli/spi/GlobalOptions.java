package org.jsaffire.cli.spi;

import java.io.IOException;
import java.io.PrintStream;
import org.jsaffire.config.ConfigFile;
import org.jsaffire.config.Settings;
import org.jsaffire.sapi.Host;

/**
 * Which configuration file the program was told to use (tools.md 3.1).
 *
 * @param source where from
 * @param path what followed {@code --config}; null for the other sources
 */
public record GlobalOptions(Source source, String path) {
  /** Where the configuration comes from. */
  public enum Source {
    /** The first file that exists in the usual places. */
    SEARCH,
    /** {@code --config PATH}. */
    PATH,
    /** {@code --global}. */
    GLOBAL,
    /** {@code --local}. */
    LOCAL
  }

  public static final GlobalOptions NONE = new GlobalOptions(Source.SEARCH, null);
  public static final GlobalOptions USE_GLOBAL = new GlobalOptions(Source.GLOBAL, null);
  public static final GlobalOptions USE_LOCAL = new GlobalOptions(Source.LOCAL, null);

  public static GlobalOptions path(String path) {
    return new GlobalOptions(Source.PATH, path);
  }

  /**
   * Reads the configuration that the options choose. A file that was asked for and cannot be read
   * is a warning, and defaults hold.
   *
   * @param err takes the warning
   */
  public Settings settings(Host host, PrintStream err) {
    ConfigFile file;
    try {
      file =
          switch (source) {
            case SEARCH -> ConfigFile.search(host);
            case PATH -> ConfigFile.at(host, path);
            case GLOBAL -> ConfigFile.global();
            case LOCAL -> ConfigFile.local(host);
          };
    } catch (IOException e) {
      err.println("Warning: cannot read configuration '" + e.getMessage() + "'");
      file = ConfigFile.none();
    }
    return new Settings(file.values(), host.environment());
  }
}
