package org.jsaffire.cli;

import java.io.PrintStream;
import java.nio.channels.ServerSocketChannel;
import java.util.List;
import java.util.Optional;
import org.jsaffire.cli.spi.Action;
import org.jsaffire.cli.spi.Command;
import org.jsaffire.cli.spi.Description;
import org.jsaffire.cli.spi.ExitCode;
import org.jsaffire.cli.spi.GlobalOptions;
import org.jsaffire.cli.spi.Invocation;
import org.jsaffire.cli.spi.Option;
import org.jsaffire.cli.spi.UsageException;
import org.jsaffire.cli.spi.Words;
import org.jsaffire.sapi.Host;

/** Parses and counts the words of one command, and runs it (tools.md 1.2). */
final class CommandCall {
  private final Command command;
  private final Description description;
  private final Host host;
  private final PrintStream out;
  private final PrintStream err;

  CommandCall(Command command, Host host, PrintStream out, PrintStream err) {
    this.command = command;
    this.description = command.description();
    this.host = host;
    this.out = out;
    this.err = err;
  }

  /**
   * Runs the command.
   *
   * @param name the word it was called by
   * @throws OptionException an option does not fit
   */
  int run(String name, List<String> words, GlobalOptions global, ServerSocketChannel listener) {
    OptionParser.Parsed parsed = OptionParser.parse(description, words, global);
    if (parsed.help()) {
      out.print("Usage:\n" + HelpText.of(description));
      return ExitCode.OK.code();
    }
    String action = "";
    Words taken = description.words();
    List<String> rest = parsed.words();
    if (!description.actions().isEmpty()) {
      Optional<Action> found = action(rest);
      if (found.isEmpty()) {
        out.print(HelpText.of(description));
        return ExitCode.FAILURE.code();
      }
      action = found.get().name();
      taken = found.get().words();
      rest = rest.isEmpty() ? rest : rest.subList(1, rest.size());
      checkOptions(found.get(), parsed);
    }
    try {
      count(rest, taken);
      return command.run(
          new Invocation(
              name, action, rest, parsed.options(), parsed.global(), host, out, err, listener));
    } catch (UsageException e) {
      out.print("Error: " + e.getMessage() + "\n\nUsage:\n" + HelpText.of(description));
      return ExitCode.FAILURE.code();
    }
  }

  private Optional<Action> action(List<String> words) {
    return description.action(words.isEmpty() ? description.defaultAction() : words.get(0));
  }

  private void checkOptions(Action action, OptionParser.Parsed parsed) {
    for (Option option : description.allOptions()) {
      boolean known = description.options().contains(option) || action.options().contains(option);
      if (!known && parsed.options().containsKey(option.name())) {
        throw OptionException.unknown("--" + option.name(), description.name(), List.of());
      }
    }
  }

  private static void count(List<String> words, Words taken) {
    if (words.size() < taken.min()) {
      throw new UsageException("Not enough arguments found.");
    }
    if (words.size() > taken.max()) {
      throw new UsageException("Too many arguments found.");
    }
  }
}
