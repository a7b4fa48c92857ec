package org.jsaffire.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsaffire.cli.spi.ExitCode;
import org.jsaffire.config.Settings;

/** A program {@code saffire-WORD} beside the built-in commands (tools.md 1.1, 8). */
record ExternalCommand(Path path, boolean isScript) {
  private static final String DIRECTORY = "/usr/lib/saffire/commands";

  /** Looks for the program, then for a script of that name. */
  static Optional<ExternalCommand> find(Settings settings, String word) {
    if (word.isEmpty() || word.indexOf('/') >= 0) {
      return Optional.empty();
    }
    try {
      Path directory = Path.of(settings.text("global.saffire.command.path", DIRECTORY));
      Path program = directory.resolve("saffire-" + word);
      Path script = directory.resolve("saffire-" + word + ".sf");
      if (Files.isRegularFile(program)) {
        return Optional.of(new ExternalCommand(program, false));
      }
      return Files.isRegularFile(script)
          ? Optional.of(new ExternalCommand(script, true))
          : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** The words for {@code exec}: the script and its arguments. */
  List<String> scriptWords(List<String> behind) {
    List<String> words = new ArrayList<>();
    words.add(path.toString());
    words.addAll(behind);
    return words;
  }

  /**
   * Runs the program with our streams and environment; it stands for this process until it ends.
   *
   * @return its exit code
   */
  int run(List<String> behind, PrintStream err) {
    try {
      return new ProcessBuilder(scriptWords(behind)).inheritIO().start().waitFor();
    } catch (IOException e) {
      err.println("Fatal error: execve() errored on " + path);
      return ExitCode.FAILURE.code();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.FAILURE.code();
    }
  }
}
