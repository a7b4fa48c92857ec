package org.jsaffire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsaffire.cli.command.HelpCommand;
import org.jsaffire.cli.command.VersionCommand;
import org.jsaffire.cli.spi.Action;
import org.jsaffire.cli.spi.Command;
import org.jsaffire.cli.spi.CommandException;
import org.jsaffire.cli.spi.Description;
import org.jsaffire.cli.spi.GlobalOptions;
import org.jsaffire.cli.spi.Invocation;
import org.jsaffire.cli.spi.Option;
import org.jsaffire.cli.spi.Words;
import org.jsaffire.sapi.Host;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramTest {
  @TempDir Path directory;

  private final ByteArrayOutputStream stdout = new ByteArrayOutputStream();
  private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();
  private final List<Invocation> calls = new ArrayList<>();
  private Map<String, String> environment = Map.of();

  /** Keeps what it was called with. */
  private record Recorder(Description description, List<Invocation> calls) implements Command {
    @Override
    public int run(Invocation invocation) {
      calls.add(invocation);
      if (invocation.words().contains("fail")) {
        throw new CommandException("it failed");
      }
      return invocation.number("count", 0, 0, 99);
    }
  }

  private int run(String... args) {
    Host host =
        new Host(
            InputStream.nullInputStream(),
            stdout,
            stderr,
            environment,
            Host.system().clock(),
            directory);
    Option count = Option.value("count", "N", "a number", "-c");
    Description exec =
        Description.of("exec", "runs", "saffire exec x.sf")
            .withWords(Words.script("<file>"))
            .withOptions(count);
    Description plain =
        Description.of("plain", "does it", "saffire plain x")
            .withAliases("simple")
            .withWords(Words.of("<x> [y]", 1, 2))
            .withOptions(count, Option.flag("long", "more", "-b"), Option.flag("tt", "t", "-tt"));
    Description acting =
        Description.of("acting", "acts", "saffire acting")
            .withActions(
                "start",
                new Action("start", Words.NONE, List.of(count), "starts"),
                new Action("stop", Words.of("[when]", 0, 1), List.of(), "stops"));
    CommandTable table =
        new CommandTable(
            List.of(
                new Recorder(exec, calls),
                new Recorder(plain, calls),
                new Recorder(acting, calls),
                new HelpCommand(),
                new VersionCommand()));
    return new Program(host, table).run(List.of(args));
  }

  private String out() {
    return stdout.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return stderr.toString(StandardCharsets.UTF_8);
  }

  private Invocation call() {
    assertEquals(1, calls.size(), out() + err());
    return calls.get(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-h", "--help", "-?", "--help --nope", "--global"})
  void helpWithoutACommand(String line) {
    assertEquals(0, line.isEmpty() ? run() : run(line.split(" ", -1)));
    assertTrue(out().startsWith("Usage: saffire <command> [options] [script -- [args]]\n"), out());
    assertEquals("", err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-v", "--version", "-v plain", "version", "--global version"})
  void versionIsMachineReadable(String line) {
    assertEquals(0, run(line.split(" ", -1)));
    assertTrue(out().matches("\\d+\\.\\d+\\.\\d+\n"), out());
  }

  @Test
  void longVersionNamesDateAndRevision() {
    assertEquals(0, run("version", "-B"));
    String line =
        "Saffire v\\d+\\.\\d+\\.\\d+ - Copyright \\(C\\) \\d{4}(-\\d{4})? The Saffire Group\n";
    assertTrue(
        out()
            .matches(
                line
                    + "Compiled on \\d{4}-\\d\\d-\\d\\d at \\d\\d:\\d\\d:\\d\\d"
                    + " from git revision [0-9a-f]{40}\n"),
        out());
  }

  @Test
  void scriptNameMeansExecAndOwnsWhatFollows() {
    assertEquals(0, run("a.sf", "-y", "--count", "3", "--", "--global"));
    assertEquals(List.of("a.sf", "-y", "--count", "3", "--", "--global"), call().words());
    assertEquals(GlobalOptions.NONE, call().global());
  }

  @Test
  void separatorBehindTheScriptIsDropped() {
    run("a.sf", "--", "-y", "--");
    assertEquals(List.of("a.sf", "-y", "--"), call().words());
  }

  @Test
  void optionsOfExecEndAtTheScript() {
    assertEquals(7, run("exec", "--count", "7", "--local", "b.sf", "--count", "9", "@x", "'q'"));
    assertEquals(List.of("b.sf", "--count", "9", "@x", "'q'"), call().words());
    assertEquals(GlobalOptions.USE_LOCAL, call().global());
  }

  @Test
  void separatorMayStandInFrontOfTheScript() {
    run("exec", "--count", "1", "--", "-b.sf", "-x");
    assertEquals(List.of("-b.sf", "-x"), call().words());
  }

  @Test
  void optionsStandAnywhereInAnyCase() {
    assertEquals(5, run("plain", "x", "--COUNT=5", "y", "-B", "-tt"));
    assertEquals(List.of("x", "y"), call().words());
    assertEquals(Map.of("count", "5", "long", "", "tt", ""), call().options());
  }

  @Test
  void separatorEndsOptions() {
    run("plain", "--", "--long", "-b");
    assertEquals(List.of("--long", "-b"), call().words());
    assertEquals(Map.of(), call().options());
  }

  @Test
  void lastValueOfARepeatedOptionCounts() {
    assertEquals(2, run("plain", "x", "--count", "1", "-c", "2"));
  }

  @Test
  void negativeNumbersAndDashesAreWords() {
    run("plain", "-1", "-");
    assertEquals(List.of("-1", "-"), call().words());
  }

  @Test
  void aValueMayLookLikeAnOption() {
    run("plain", "x", "--config", "--long");
    assertEquals(GlobalOptions.path("--long"), call().global());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--config c.ini plain x", "plain --config c.ini x", "--CONFIG=c.ini simple x"})
  void globalOptionsStandInFrontOrAmongTheOptions(String line) {
    assertEquals(0, run(line.split(" ", -1)));
    assertEquals(GlobalOptions.path("c.ini"), call().global());
    assertEquals(List.of("x"), call().words());
  }

  @Test
  void unknownOption() {
    assertEquals(1, run("plain", "x", "--nope"));
    assertEquals(
        """
        Fatal error: saffire: invalid option '--nope'
        Try 'saffire help plain' for more information
        """,
        err());
    assertEquals("", out());
  }

  @Test
  void misspeltOptionIsSuggested() {
    assertEquals(1, run("plain", "x", "--conut=4"));
    assertTrue(err().startsWith("Fatal error: saffire: invalid option '--conut'\n"), err());
    assertTrue(err().endsWith("\nDid you mean '--count'?\n"), err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain x --count", "plain x -c"})
  void missingValue(String line) {
    assertEquals(1, run(line.split(" ", -1)));
    assertEquals("Fatal error: Option '--count' requires an argument\n", err());
  }

  @Test
  void missingValueInFrontOfTheCommand() {
    assertEquals(1, run("--config"));
    assertEquals("Fatal error: Option '--config' requires an argument\n", err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain x --long=yes", "plain x -b=1"})
  void flagsTakeNoValue(String line) {
    assertEquals(1, run(line.split(" ", -1)));
    assertEquals("Fatal error: Option '--long' takes no argument\n", err());
  }

  @Test
  void wrongCountsPrintTheHelpText() {
    assertEquals(1, run("plain"));
    assertTrue(
        out()
            .startsWith(
                "Error: Not enough arguments found.\n\nUsage:\n  saffire plain [options] <x> [y]\n"),
        out());
    stdout.reset();
    assertEquals(1, run("plain", "1", "2", "3"));
    assertTrue(out().startsWith("Error: Too many arguments found.\n\nUsage:\n"), out());
    assertEquals("", err());
  }

  @Test
  void wrongTypeOfAnArgument() {
    assertEquals(1, run("plain", "x", "--count", "many"));
    assertTrue(out().startsWith("Error: Found 'many', but expected a numerical value.\n\n"), out());
  }

  @Test
  void actions() {
    assertEquals(3, run("acting", "--count", "3"));
    assertEquals("start", calls.get(0).action());
    assertEquals(0, run("acting", "stop", "now"));
    assertEquals("stop", calls.get(1).action());
    assertEquals(List.of("now"), calls.get(1).words());
  }

  @Test
  void unknownActionPrintsTheHelpText() {
    assertEquals(1, run("acting", "jump"));
    assertTrue(out().startsWith("  saffire acting [start]"), out());
    assertEquals("", err());
  }

  @Test
  void optionOfAnotherActionIsInvalid() {
    assertEquals(1, run("acting", "stop", "--count", "3"));
    assertTrue(err().startsWith("Fatal error: saffire: invalid option '--count'\n"), err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain --help", "plain -h", "simple x --help"})
  void helpOfACommand(String line) {
    assertEquals(0, run(line.split(" ", -1)));
    assertTrue(out().startsWith("Usage:\n  saffire plain [options] <x> [y]\n\nDoes it.\n"), out());
    assertTrue(out().endsWith("\nExample:\n  saffire plain x\n"), out());
  }

  @Test
  void helpFindsTheInstalledCommands() {
    assertEquals(0, run("help", "version"));
    assertTrue(out().startsWith("Usage:\n  saffire version [options]\n"), out());
  }

  @Test
  void unknownSubjectOfHelp() {
    assertEquals(1, run("help", "nothing"));
    assertEquals("Cannot find help on this subject.\n", out());
  }

  @Test
  void failureOfACommandIsFatal() {
    assertEquals(1, run("plain", "fail"));
    assertEquals("Fatal error: it failed\n", err());
  }

  @Test
  void unknownCommandPrintsTheUsageAndASuggestion() {
    assertEquals(1, run("exce"));
    assertEquals("Error: unknown command 'exce', did you mean 'exec'?\n", err());
    assertTrue(out().startsWith("Usage: saffire <command>"), out());
  }

  @Test
  void wordFarFromEverythingGetsNoSuggestion() {
    assertEquals(1, run("--what"));
    assertEquals("Error: unknown command '--what'\n", err());
  }

  @Test
  void existingFileIsRun() throws IOException {
    Files.writeString(directory.resolve("page"), "");
    assertEquals(0, run("page", "-x"));
    assertEquals("exec", call().command());
    assertEquals(List.of("page", "-x"), call().words());
  }

  @Test
  void externalCommandTakesTheRestAndGivesItsExitCode() throws IOException {
    Path program = directory.resolve("saffire-greet");
    Path seen = directory.resolve("seen");
    Files.writeString(program, "#!/bin/sh\necho \"$0 $*\" > '" + seen + "'\nexit 7\n");
    assertTrue(program.toFile().setExecutable(true));
    environment = Map.of("SAFFIRE_GLOBAL_SAFFIRE_COMMAND_PATH", directory.toString());
    assertEquals(7, run("greet", "--count", "x y"));
    assertEquals(program + " --count x y\n", Files.readString(seen));
  }

  @Test
  void externalCommandThatCannotBeExecuted() throws IOException {
    Path program = Files.writeString(directory.resolve("saffire-greet"), "text");
    environment = Map.of("SAFFIRE_GLOBAL_SAFFIRE_COMMAND_PATH", directory.toString());
    assertEquals(1, run("greet"));
    assertEquals("Fatal error: execve() errored on " + program + "\n", err());
  }

  @Test
  void externalScriptIsRunByExec() throws IOException {
    Path script = Files.writeString(directory.resolve("saffire-greet.sf"), "");
    environment = Map.of("SAFFIRE_GLOBAL_SAFFIRE_COMMAND_PATH", directory.toString());
    assertEquals(0, run("greet", "-x"));
    assertEquals(List.of(script.toString(), "-x"), call().words());
  }

  @Test
  void directoryOfExternalCommandsIsConfigured() throws IOException {
    Files.writeString(directory.resolve("saffire-greet.sf"), "");
    Path file = directory.resolve("my.ini");
    Files.writeString(file, "[global]\nsaffire.command.path = " + directory + "\n");
    assertEquals(0, run("--config", file.toString(), "greet"));
    assertEquals("exec", call().command());
  }

  @Test
  void unreadableConfigurationIsAWarning() {
    assertEquals(0, run("--config", "/no/such.ini", "plain", "x"));
    call().settings();
    assertEquals("Warning: cannot read configuration '/no/such.ini'\n", err());
  }

  @Test
  void underCgiTheCommandLineIsIgnored() {
    environment =
        Map.of(
            "GATEWAY_INTERFACE",
            "CGI/1.1",
            "SCRIPT_FILENAME",
            directory.resolve("x.sf").toString());
    run("plain", "x");
    assertEquals(List.of(), calls);
    assertTrue(out().startsWith("Status: 404 Not Found\r\n"), out());
  }
}
