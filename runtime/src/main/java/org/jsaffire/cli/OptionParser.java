package org.jsaffire.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsaffire.cli.spi.Description;
import org.jsaffire.cli.spi.GlobalOptions;
import org.jsaffire.cli.spi.Option;

/** Takes the options out of a command's words (tools.md 1.2). */
final class OptionParser {
  static final List<Option> GLOBAL =
      List.of(
          Option.value("config", "PATH", "use this configuration file, or saffire.ini in it"),
          Option.flag("global", "use /etc/saffire/saffire.ini"),
          Option.flag("local", "use ~/saffire.ini"));

  private static final Option HELP = Option.flag("help", "show this help", "-h", "-?");

  /**
   * The outcome.
   *
   * @param options long name to value, {@code ""} for a flag
   * @param words all other words, in order
   */
  record Parsed(
      Map<String, String> options, List<String> words, GlobalOptions global, boolean help) {}

  private OptionParser() {}

  /**
   * Parses the words behind a command.
   *
   * @param global what was said in front of the command
   * @throws OptionException an unknown option, a missing value, a value for a flag
   */
  static Parsed parse(Description description, List<String> words, GlobalOptions global) {
    boolean script = description.words().script();
    if (words.isEmpty() || (script && !words.get(0).startsWith("-"))) {
      return new Parsed(Map.of(), script ? scriptWords(words) : words, global, false);
    }
    List<Option> known = new ArrayList<>(description.allOptions());
    known.addAll(GLOBAL);
    known.add(HELP);
    Map<String, String> options = new LinkedHashMap<>();
    List<String> rest = PicocliWords.parse(description.name(), known, script, words, options);
    GlobalOptions chosen = global;
    for (Option option : GLOBAL) {
      String value = options.remove(option.name());
      chosen = value == null ? chosen : globalOption(option, value);
    }
    boolean help = options.remove(HELP.name()) != null;
    return new Parsed(options, script ? scriptWords(rest) : rest, chosen, help);
  }

  static GlobalOptions globalOption(Option option, String value) {
    return switch (option.name()) {
      case "config" -> GlobalOptions.path(value);
      case "global" -> GlobalOptions.USE_GLOBAL;
      case "local" -> GlobalOptions.USE_LOCAL;
      default -> throw new IllegalStateException("global option " + option.name());
    };
  }

  /** The script and its arguments, without the {@code --} that may stand between. */
  private static List<String> scriptWords(List<String> words) {
    if (words.size() < 2 || !words.get(1).equals("--")) {
      return words;
    }
    List<String> rest = new ArrayList<>(words);
    rest.remove(1);
    return rest;
  }
}
