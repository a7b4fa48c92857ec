package org.jsaffire.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsaffire.cli.spi.Option;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Parses words by picocli, its errors turned into ours. Apart, so that it loads when needed. */
final class PicocliWords {
  private PicocliWords() {}

  /**
   * Parses.
   *
   * @param script options end at the first word that is none
   * @param options receives long name to value, {@code ""} for a flag
   * @return the words that are no options
   */
  static List<String> parse(
      String command,
      List<Option> known,
      boolean script,
      List<String> words,
      Map<String, String> options) {
    ParseResult result = run(line(command, known, script), command, known, words);
    for (OptionSpec spec : result.matchedOptions()) {
      options.put(
          spec.longestName().substring(2), spec.getValue() instanceof String value ? value : "");
    }
    return result.matchedPositionalValue(0, List.of());
  }

  private static CommandLine line(String command, List<Option> known, boolean script) {
    CommandSpec spec = CommandSpec.create().name(command);
    known.forEach(option -> spec.addOption(toSpec(option)));
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0..*")
            .arity("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .build());
    return new CommandLine(spec)
        .setOptionsCaseInsensitive(true)
        .setPosixClusteredShortOptionsAllowed(false)
        .setOverwrittenOptionsAllowed(true)
        .setExpandAtFiles(false)
        .setInterpolateVariables(false)
        .setTrimQuotes(false)
        .setAllowOptionsAsOptionParameters(true)
        .setStopAtPositional(script);
  }

  private static OptionSpec toSpec(Option option) {
    List<String> names = new ArrayList<>(option.shortNames());
    names.add("--" + option.name());
    OptionSpec.Builder builder = OptionSpec.builder(names.toArray(new String[0]));
    return option.takesValue()
        ? builder.arity("1").type(String.class).build()
        : builder.arity("0").type(boolean.class).build();
  }

  private static ParseResult run(
      CommandLine line, String command, List<Option> known, List<String> words) {
    try {
      return line.parseArgs(words.toArray(new String[0]));
    } catch (UnmatchedArgumentException e) {
      throw OptionException.unknown(e.getUnmatched().get(0), command, known);
    } catch (MissingParameterException e) {
      OptionSpec missing = (OptionSpec) e.getMissing().get(0);
      throw new OptionException("Option '" + missing.longestName() + "' requires an argument");
    } catch (ParameterException e) {
      // What is left: a value attached to a flag.
      throw new OptionException(
          "Option '" + flagWithValue(known, words) + "' takes no argument", e);
    }
  }

  private static String flagWithValue(List<Option> known, List<String> words) {
    for (String word : words) {
      int equals = word.indexOf('=');
      String name = equals < 0 ? "" : word.substring(0, equals);
      for (Option option : known) {
        boolean named =
            name.equalsIgnoreCase("--" + option.name())
                || option.shortNames().stream().anyMatch(name::equalsIgnoreCase);
        if (named && !option.takesValue()) {
          return "--" + option.name();
        }
      }
    }
    throw new IllegalStateException("no flag has a value in " + words);
  }
}
