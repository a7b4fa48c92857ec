package org.jsaffire.cli.spi;

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
}
