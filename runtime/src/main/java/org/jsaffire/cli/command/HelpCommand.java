package org.jsaffire.cli.command;

import java.util.Optional;
import org.jsaffire.cli.CommandTable;
import org.jsaffire.cli.HelpText;
import org.jsaffire.cli.spi.Command;
import org.jsaffire.cli.spi.Description;
import org.jsaffire.cli.spi.ExitCode;
import org.jsaffire.cli.spi.Invocation;
import org.jsaffire.cli.spi.Words;

/** {@code saffire help [command]}. */
public final class HelpCommand implements Command {
  @Override
  public Description description() {
    return Description.of("help", "shows this help, or that of a command", "saffire help exec")
        .withWords(Words.of("[command]", 0, 1));
  }

  @Override
  public int run(Invocation invocation) {
    CommandTable table = CommandTable.load();
    if (invocation.words().isEmpty()) {
      invocation.out().print(HelpText.overview(table));
      return ExitCode.OK.code();
    }
    Optional<Command> subject = table.find(invocation.words().get(0));
    if (subject.isEmpty()) {
      invocation.out().println("Cannot find help on this subject.");
      return ExitCode.FAILURE.code();
    }
    invocation.out().print("Usage:\n" + HelpText.of(subject.get().description()));
    return ExitCode.OK.code();
  }
}
