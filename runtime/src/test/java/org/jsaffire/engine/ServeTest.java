package org.jsaffire.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jsaffire.config.Settings;
import org.jsaffire.golden.MemoryContext;
import org.jsaffire.sapi.Sapi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the engine does with a request besides running its script. */
class ServeTest {
  private static final String RAN = "import io; io.print(\"ran\");";

  @TempDir Path directory;

  private MemoryContext serve(
      Map<String, String> settings, String script, String body, String... environment)
      throws IOException {
    Path file = directory.resolve("page.sf");
    Files.writeString(file, script);
    Map<String, String> variables = new HashMap<>();
    variables.put("SCRIPT_FILENAME", file.toString());
    variables.put("REQUEST_METHOD", "POST");
    variables.put("CONTENT_LENGTH", Integer.toString(body.length()));
    for (int i = 0; i < environment.length; i += 2) {
      variables.put(environment[i], environment[i + 1]);
    }
    MemoryContext context = new MemoryContext(Sapi.FASTCGI, variables, body.getBytes(UTF_8));
    EngineOptions options = EngineSettings.toOptions(new Settings(settings), false);
    try (Engine engine = new Engine(options)) {
      engine.serve(context);
    }
    return context;
  }

  private static String text(MemoryContext context) {
    return new String(context.output(), UTF_8);
  }

  @Test
  void requestsOverALimitAreRefusedBeforeTheScriptRuns() throws IOException {
    MemoryContext large = serve(Map.of("web.max_body", "10"), RAN, "x".repeat(11));
    assertEquals(413, large.head().status());
    assertFalse(text(large).contains("ran"));
    assertTrue(text(large).contains("The request body is larger than 10 bytes."));
    assertTrue(new String(large.errors(), UTF_8).contains("request refused"));
    MemoryContext many = serve(Map.of("web.max_fields", "2"), RAN, "", "QUERY_STRING", "a&b&c");
    assertEquals(400, many.head().status());
    assertEquals("ran", text(serve(Map.of("web.max_body", "10"), RAN, "x".repeat(10))));
  }

  @Test
  void uploadsCanBeMovedWhereTheConfigurationAllows() throws IOException {
    Path allowed = Files.createDirectory(directory.resolve("allowed"));
    String script =
        "import io, web; f = web.request().file(\"f\");"
            + "f.moveTo(\""
            + allowed
            + "/a\").moveTo(\""
            + allowed
            + "/a\");"
            + "try { f.moveTo(\""
            + allowed
            + "/../b\"); }"
            + "catch (fileException e) { io.println(e.getMessage()); }"
            + "try { f.moveTo(\""
            + allowed
            + "/none/b\"); }"
            + "catch (ioException e) { io.println(e.getMessage()); }"
            + "try { f.moveTo(\""
            + allowed
            + "\"); }"
            + "catch (ioException e) { io.println(e.getMessage()); }";
    String body = "--b\r\nContent-Disposition: form-data; name=f; filename=x\r\n\r\ndata\r\n--b--";
    Map<String, String> settings = Map.of("security.basedir", directory.toRealPath().toString());
    MemoryContext free =
        serve(Map.of(), script, body, "CONTENT_TYPE", "multipart/form-data; boundary=b");
    assertEquals("data", Files.readString(allowed.resolve("a")));
    assertEquals("data", Files.readString(directory.resolve("b")));
    assertEquals(
        "Cannot write to file '"
            + allowed
            + "/none/b'\n"
            + "Cannot write to file '"
            + allowed
            + "'\n",
        text(free));
    assertTrue(Files.isDirectory(allowed));
    Files.delete(directory.resolve("b"));
    MemoryContext bound =
        serve(
            settings,
            script.replace("/../b", "/../../b"),
            body,
            "CONTENT_TYPE",
            "multipart/form-data; boundary=b");
    assertTrue(
        text(bound)
            .startsWith(
                "Cannot open file '" + allowed + "/../../b': outside the allowed directories\n"));
  }

  @Test
  void anExitStatusOfTheScriptStays() throws IOException {
    String script = "import sapi\\fastcgi; fastcgi.setExitStatus(7);";
    assertEquals(7, serve(Map.of(), script, "").exitStatus());
    assertEquals(3, serve(Map.of(), "saffire.exit(3);", "").exitStatus());
  }
}
