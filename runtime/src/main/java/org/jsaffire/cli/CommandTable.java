package org.jsaffire.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jsaffire.cli.spi.Command;

/** The commands that the program knows, those of other modules included. */
public final class CommandTable {
  /** The order of the list that {@code help} prints (tools.md 1.3); others follow by name. */
  private static final List<String> ORDER =
      List.of(
          "help",
          "version",
          "lint",
          "repl",
          "fastcgi",
          "config",
          "exec",
          "bytecode",
          "serve",
          "war");

  private final Iterable<Command> commands;

  CommandTable(Iterable<Command> commands) {
    this.commands = commands;
  }

  /** Those that {@link ServiceLoader} finds; made one by one, as far as a look-up needs them. */
  public static CommandTable load() {
    return new CommandTable(ServiceLoader.load(Command.class, CommandTable.class.getClassLoader()));
  }

  public Optional<Command> find(String word) {
    for (Command command : commands) {
      if (command.description().isCalled(word)) {
        return Optional.of(command);
      }
    }
    return Optional.empty();
  }

  /** All commands in the order that help shows them. */
  public List<Command> all() {
    List<Command> all = new ArrayList<>();
    for (Iterator<Command> i = commands.iterator(); i.hasNext(); ) {
      all.add(i.next());
    }
    all.sort(Comparator.comparingInt(CommandTable::place).thenComparing(c -> name(c)));
    return all;
  }

  private static int place(Command command) {
    int i = ORDER.indexOf(name(command));
    return i < 0 ? ORDER.size() : i;
  }

  private static String name(Command command) {
    return command.description().name();
  }
}
