package org.jsaffire.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.Channel;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsaffire.cli.spi.Command;
import org.jsaffire.cli.spi.CommandException;
import org.jsaffire.cli.spi.ExitCode;
import org.jsaffire.cli.spi.GlobalOptions;
import org.jsaffire.config.ConfigException;
import org.jsaffire.sapi.Host;

/** The program {@code saffire}: finds the command that a command line means (tools.md 1.1). */
public final class Program {
  private static final Set<String> HELP = Set.of("-h", "--help", "-?");
  private static final Set<String> VERSION = Set.of("-v", "--version");

  private final Host host;
  private final CommandTable commands;
  private final PrintStream out;
  private final PrintStream err;

  public Program(Host host) {
    this(host, CommandTable.load());
  }

  Program(Host host, CommandTable commands) {
    this.host = host;
    this.commands = commands;
    this.out = new PrintStream(host.stdout(), true, StandardCharsets.UTF_8);
    this.err = new PrintStream(host.stderr(), true, StandardCharsets.UTF_8);
  }

  /**
   * Runs the command line.
   *
   * @return the exit code of the process
   */
  public int run(List<String> args) {
    try {
      return dispatch(args);
    } catch (CommandException | OptionException | ConfigException e) {
      err.println("Fatal error: " + e.getMessage());
      return ExitCode.FAILURE.code();
    } finally {
      out.flush();
      err.flush();
    }
  }

  private int dispatch(List<String> args) {
    ServerSocketChannel listener = args.isEmpty() ? listener() : null;
    if (listener != null) {
      return call("fastcgi", List.of(), GlobalOptions.NONE, listener);
    }
    if (host.environment().containsKey("GATEWAY_INTERFACE")) {
      return CgiRun.serve(host, err);
    }
    if (args.isEmpty() || HELP.contains(args.get(0))) {
      return call("help", List.of(), GlobalOptions.NONE, null);
    }
    if (VERSION.contains(args.get(0))) {
      return call("version", List.of(), GlobalOptions.NONE, null);
    }
    LeadingOptions leading = LeadingOptions.take(args);
    if (leading.rest().isEmpty()) {
      return call("help", List.of(), leading.global(), null);
    }
    String word = leading.rest().get(0);
    List<String> behind = leading.rest().subList(1, leading.rest().size());
    return dispatch(word, behind, leading);
  }

  private int dispatch(String word, List<String> behind, LeadingOptions leading) {
    if (word.endsWith(".sf") || word.endsWith(".sfc")) {
      return call("exec", leading.rest(), leading.global(), null);
    }
    Optional<Command> command = commands.find(word);
    if (command.isPresent()) {
      return new CommandCall(command.get(), host, out, err)
          .run(word, behind, leading.global(), null);
    }
    Optional<ExternalCommand> external =
        ExternalCommand.find(leading.global().settings(host, err), word);
    if (external.isPresent()) {
      return external.get().isScript()
          ? call("exec", external.get().scriptWords(behind), leading.global(), null)
          : external.get().run(behind, err);
    }
    if (isFile(word)) {
      return call("exec", leading.rest(), leading.global(), null);
    }
    return unknown(word);
  }

  private int call(
      String name, List<String> words, GlobalOptions global, ServerSocketChannel listener) {
    Command command =
        commands
            .find(name)
            .orElseThrow(() -> new CommandException("the command '" + name + "' is not installed"));
    return new CommandCall(command, host, out, err).run(name, words, global, listener);
  }

  private int unknown(String word) {
    List<String> names = new ArrayList<>();
    for (Command command : commands.all()) {
      names.add(command.description().name());
      names.addAll(command.description().aliases());
    }
    err.println(
        "Error: unknown command '"
            + word
            + "'"
            + NearestName.of(word, names).map(n -> ", did you mean '" + n + "'?").orElse(""));
    out.print(HelpText.overview(commands));
    return ExitCode.FAILURE.code();
  }

  private boolean isFile(String word) {
    try {
      Path path = host.currentDirectory().resolve(word);
      return Files.isRegularFile(path);
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** The listening socket on descriptor 0, or null (fastcgi.md P1, P3). */
  private static ServerSocketChannel listener() {
    try {
      Channel channel = System.inheritedChannel();
      return channel instanceof ServerSocketChannel server ? server : null;
    } catch (IOException | SecurityException e) {
      // No socket that Java can use: an ordinary start.
      return null;
    }
  }
}
