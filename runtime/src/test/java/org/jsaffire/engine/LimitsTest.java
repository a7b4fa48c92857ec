package org.jsaffire.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jsaffire.golden.MemoryContext;
import org.jsaffire.sapi.Sapi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Limits end a request, run its finally parts, and leave the engine as it was. */
@Timeout(60)
class LimitsTest {
  private static final Limits TIGHT = new Limits(300, 300, 100, 1 << 20, 100_000);

  @TempDir Path directory;

  private MemoryContext serve(String source) throws IOException {
    Path script = directory.resolve("page.sf");
    Files.writeString(script, source);
    MemoryContext request =
        new MemoryContext(Sapi.FASTCGI, Map.of("SCRIPT_FILENAME", script.toString()), new byte[0]);
    try (Engine engine = new Engine(EngineOptions.defaults().withLimits(TIGHT))) {
      engine.serve(request);
      Files.writeString(script, "import io; io.print(\"fine\");");
      MemoryContext next =
          new MemoryContext(
              Sapi.FASTCGI, Map.of("SCRIPT_FILENAME", script.toString()), new byte[0]);
      engine.serve(next);
      assertEquals("fine", new String(next.output(), UTF_8));
    }
    return request;
  }

  private static void assertEnded(MemoryContext request, String limit) {
    assertEquals(500, request.head().status());
    String log = new String(request.errors(), UTF_8);
    assertTrue(log.contains(limit + " of ") && log.contains(" exceeded"), log);
  }

  @Test
  void endlessLoopIsEnded() throws IOException {
    assertEnded(serve("while (true) { }"), "limit.time");
  }

  @Test
  void scriptCannotCatchTheEnd() throws IOException {
    assertEnded(
        serve("while (true) { try { while (true) { } } catch (exception e) { } }"), "limit.time");
  }

  @Test
  void finallyPartRuns() throws IOException {
    MemoryContext request =
        serve(
            "import io; try { while (true) { } } catch (exception e) { }"
                + " finally { io.error(\"cleaned up\"); }");
    assertEnded(request, "limit.time");
    assertTrue(new String(request.errors(), UTF_8).contains("cleaned up"));
  }

  @Test
  void endlessFinallyPartIsEndedToo() throws IOException {
    assertEnded(
        serve("try { while (true) { } } catch (exception e) { } finally { while (true) { } }"),
        "limit.time");
  }

  @Test
  void endlessRecursionThroughCallsIsEnded() throws IOException {
    MemoryContext request = serve("class R { public method r() { self.r(); } } R().r();");
    assertEquals(500, request.head().status());
    assertTrue(new String(request.errors(), UTF_8).contains("Maximum call depth exceeded"));
  }

  @Test
  void growingTextIsEnded() throws IOException {
    assertEnded(serve("s = \"0123456789\"; while (true) { s = s + s; }"), "limit.allocation");
  }

  @Test
  void endlessOutputIsEnded() throws IOException {
    MemoryContext request = serve("import io; while (true) { io.println(\"more and more\"); }");
    assertTrue(new String(request.errors(), UTF_8).contains("limit.output of 100000 bytes"));
  }
}
