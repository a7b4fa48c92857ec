package org.jsaffire.cli.spi;

/**
 * The words that a command or an action takes besides its options.
 *
 * @param text how help shows them, such as {@code <key> <value>}
 * @param min fewest words
 * @param max most words
 * @param script the first word is a script: options end there, and the rest belongs to the script
 */
public record Words(String text, int min, int max, boolean script) {
  public static final Words NONE = new Words("", 0, 0, false);

  public static Words of(String text, int min, int max) {
    return new Words(text, min, max, false);
  }

  /** A script and its own arguments. */
  public static Words script(String text) {
    return new Words(text, 1, Integer.MAX_VALUE, true);
  }
}
