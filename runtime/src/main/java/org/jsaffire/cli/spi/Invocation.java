package org.jsaffire.cli.spi;

import java.io.PrintStream;
import java.nio.channels.ServerSocketChannel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsaffire.config.Settings;
import org.jsaffire.sapi.Host;

/**
 * One call of a command, its words parsed and counted.
 *
 * @param command the word the command was called by
 * @param action the name of the action; empty for a command that has none
 * @param words those behind the action, options taken out; for a script, its name and its arguments
 * @param options long name to value, {@code ""} for a flag; the last value of a repeated option
 * @param global which configuration file to use
 * @param host the effects on the process
 * @param out standard output as UTF-8 text
 * @param err standard error as UTF-8 text, for diagnostics
 * @param listener the listening socket on descriptor 0 that the process was started with (tools.md
 *     1.1, 1); null unless it was
 */
public record Invocation(
    String command,
    String action,
    List<String> words,
    Map<String, String> options,
    GlobalOptions global,
    Host host,
    PrintStream out,
    PrintStream err,
    ServerSocketChannel listener) {
  private static final Set<String> TRUE = Set.of("enabled", "true", "yes", "1");
  private static final Set<String> FALSE = Set.of("", "disabled", "false", "no", "0");

  public Invocation {
    words = List.copyOf(words);
    options = Map.copyOf(options);
  }

  /** The configuration that the command line chooses; reads its file at each call. */
  public Settings settings() {
    return global.settings(host, err);
  }

  /** The option was given. */
  public boolean has(String option) {
    return options.containsKey(option);
  }

  /** The value of an option, or the fallback when it was not given. */
  public String value(String option, String fallback) {
    return options.getOrDefault(option, fallback);
  }

  /**
   * The value of an option as a number.
   *
   * @throws UsageException it is no number in that range
   */
  public int number(String option, int fallback, int min, int max) {
    String value = options.get(option);
    return value == null ? fallback : toNumber(value, min, max);
  }

  /**
   * A word as a number.
   *
   * @throws UsageException it is no number in that range
   */
  public static int toNumber(String word, int min, int max) {
    int number;
    try {
      number = Integer.parseInt(word);
    } catch (NumberFormatException e) {
      throw UsageException.notNumerical(word);
    }
    if (number < min || number > max) {
      throw new UsageException(
          "Found '" + word + "', but expected a number from " + min + " to " + max + ".");
    }
    return number;
  }

  /**
   * A word as a boolean (tools.md 1.2).
   *
   * @throws UsageException it is none
   */
  public static boolean toBoolean(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (TRUE.contains(lower)) {
      return true;
    }
    if (FALSE.contains(lower)) {
      return false;
    }
    throw UsageException.notBoolean(word);
  }
}
