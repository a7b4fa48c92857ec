package org.jsaffire.cli.command;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jsaffire.cli.CliContext;
import org.jsaffire.cli.spi.Command;
import org.jsaffire.cli.spi.Description;
import org.jsaffire.cli.spi.ExitCode;
import org.jsaffire.cli.spi.Invocation;
import org.jsaffire.cli.spi.Option;
import org.jsaffire.cli.spi.Words;
import org.jsaffire.engine.Engine;
import org.jsaffire.engine.EngineOptions;
import org.jsaffire.engine.EngineSettings;
import org.jsaffire.sapi.Sapi;

/** {@code saffire exec <file> [arguments]} (tools.md 2). */
public final class ExecCommand implements Command {
  @Override
  public Description description() {
    return Description.of("exec", "runs a Saffire script", "saffire exec hello.sf")
        .withText(
            "What follows the script belongs to the script. 'exec' may be left out when the\n"
                + "name of the script ends in .sf.")
        .withWords(Words.script("<file> [arguments]"))
        .withOptions(
            Option.flag("no-verify", "do not check signatures"),
            Option.flag("no-write-bytecode", "do not write bytecode beside the source"));
  }

  @Override
  public int run(Invocation invocation) {
    String name = invocation.words().get(0);
    Path script = existing(invocation.host().currentDirectory(), name);
    if (script == null) {
      invocation.err().println("Warning: Source file '" + name + "' does not exist.");
      return ExitCode.FAILURE.code();
    }
    EngineOptions options =
        EngineSettings.toOptions(invocation.settings(), false).withHost(invocation.host());
    try (Engine engine = new Engine(options)) {
      CliContext run = new CliContext(invocation.host(), Sapi.CLI);
      return engine.exec(script, invocation.words(), run);
    }
  }

  private static Path existing(Path directory, String name) {
    try {
      Path path = directory.resolve(name).toAbsolutePath().normalize();
      return Files.exists(path) && !Files.isDirectory(path) ? path : null;
    } catch (InvalidPathException e) {
      // A name that the file system cannot hold names no file.
      return null;
    }
  }
}
