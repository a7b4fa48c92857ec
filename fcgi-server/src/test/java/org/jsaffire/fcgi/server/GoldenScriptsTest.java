package org.jsaffire.fcgi.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsaffire.engine.Engine;
import org.jsaffire.engine.EngineOptions;
import org.jsaffire.golden.GoldenScript;
import org.jsaffire.golden.WebCorpus;
import org.jsaffire.sapi.Host;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The golden scripts as pages, all of one server. */
class GoldenScriptsTest {
  private static final Path SCRIPTS = WebCorpus.directory().getParent();
  private static FastCgiServer server;

  @BeforeAll
  static void start() throws IOException {
    Host system = Host.system();
    Host host =
        new Host(
            system.stdin(),
            system.stdout(),
            system.stderr(),
            Map.of("LC_ALL", "en_US.UTF-8"),
            Clock.fixed(Instant.parse("2024-02-29T12:30:45Z"), ZoneOffset.UTC),
            SCRIPTS);
    server = ScriptServers.start(new Engine(EngineOptions.defaults().withHost(host)));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @TestFactory
  Stream<DynamicTest> printTheSameAsOnTheCommandLine() throws IOException {
    List<GoldenScript> scripts =
        GoldenScript.below(SCRIPTS).stream().filter(GoldenScript::isPage).toList();
    assertFalse(scripts.isEmpty());
    return scripts.stream().map(s -> DynamicTest.dynamicTest(s.name(), () -> check(s)));
  }

  private static void check(GoldenScript script) throws IOException {
    String input = script.beside(".in");
    try (Wire wire = new Wire(false, Wire.Division.WHOLE, 0)) {
      RawClient client = wire.connect(server).begin(1, 1, 0);
      client.params(
          1,
          "SCRIPT_FILENAME",
          ScriptServers.raw(script.path().toString()),
          "DOCUMENT_ROOT",
          ScriptServers.raw(SCRIPTS.toString()));
      if (input != null && !input.isEmpty()) {
        client.stdin(
            1, new String(input.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
      }
      RawClient.Reply reply = client.endStdin(1).send().reply(1);
      String directory = script.path().getParent() + "/";
      assertEquals(script.beside(".out"), text(reply.body()).replace(directory, ""));
      assertEquals("", reply.err());
      assertEquals(0, reply.appStatus());
    }
  }

  private static String text(String raw) {
    return new String(RawClient.latin1(raw), StandardCharsets.UTF_8);
  }
}
