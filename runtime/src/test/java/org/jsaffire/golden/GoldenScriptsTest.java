package org.jsaffire.golden;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsaffire.engine.EngineOptions;
import org.jsaffire.sapi.Host;
import org.jsaffire.sapi.Sapi;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs every golden script on every engine. */
class GoldenScriptsTest {
  private static final Path SCRIPTS = Path.of("src/test/scripts").toAbsolutePath();

  @TestFactory
  Stream<DynamicTest> everyScriptOnEveryEngine() {
    List<DynamicTest> tests = new ArrayList<>();
    List<GoldenScript> scripts = GoldenScript.below(SCRIPTS);
    assertFalse(scripts.isEmpty());
    for (GoldenScript script : scripts) {
      for (ScriptEngineKind engine : ScriptEngineKind.values()) {
        tests.add(
            DynamicTest.dynamicTest(script + " [" + engine + "]", () -> check(script, engine)));
      }
    }
    return tests.stream();
  }

  private static void check(GoldenScript script, ScriptEngineKind kind) {
    String input = script.beside(".in");
    byte[] stdin = input == null ? new byte[0] : input.getBytes(UTF_8);
    MemoryContext context = new MemoryContext(Sapi.CLI, Map.of(), stdin);
    Host system = Host.system();
    Host host =
        new Host(
            system.stdin(),
            system.stdout(),
            system.stderr(),
            Map.of("LC_ALL", "en_US.UTF-8"),
            Clock.fixed(Instant.parse("2024-02-29T12:30:45Z"), ZoneOffset.UTC),
            script.path().getParent());
    kind.run(EngineOptions.defaults().withHost(host), script, context);
    String directory = script.path().getParent() + "/";
    String out = new String(context.output(), UTF_8).replace(directory, "");
    String err = new String(context.errors(), UTF_8).replace(directory, "");
    List<GoldenScript.ExpectedError> errors = script.expectedErrors();
    for (GoldenScript.ExpectedError error : errors) {
      checkError(script, error, out + err);
    }
    String wanted = script.beside(".out");
    if (wanted != null || errors.isEmpty()) {
      assertEquals(wanted, out + (errors.isEmpty() && script.beside(".err") == null ? err : ""));
    }
    if (script.beside(".err") != null) {
      assertEquals(script.beside(".err"), err);
    }
  }

  private static void checkError(
      GoldenScript script, GoldenScript.ExpectedError error, String printed) {
    String file = script.path().getFileName().toString();
    boolean onLine =
        printed.contains(file + " on line " + error.line() + "\n")
            || printed.contains("#0 " + file + ":" + error.line() + " ");
    assertTrue(
        printed.contains(error.text()) && onLine,
        () -> "wanted '" + error.text() + "' on line " + error.line() + ", got:\n" + printed);
  }
}
