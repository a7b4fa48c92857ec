package org.jsaffire.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
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

  @Test
  void messagesGoToTheConfiguredFile() throws IOException {
    Path log = directory.resolve("script.log");
    String script =
        "import log; log.debug(\"hidden\").notice(\"a\\nb\").error(\"c\", hash[[\"n\": list[[1]]]]);";
    Map<String, String> settings = Map.of("fastcgi.log.path", log.toString());
    assertEquals("", new String(serve(settings, script, "").errors(), UTF_8));
    serve(settings, "import log; log.warning(5);", "");
    String time = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}(Z|[+-]\\d\\d:\\d\\d) ";
    List<String> lines = Files.readAllLines(log);
    List<String> wanted = List.of("notice a\\x0ab", "error c {\"n\":[1]}", "warning 5");
    assertEquals(wanted, lines.stream().map(line -> line.replaceFirst(time, "")).toList());
  }

  @Test
  void messagesGoToStandardErrorWhereNoFileCanBeWritten() throws IOException {
    Map<String, String> settings =
        Map.of("fastcgi.log.path", directory + "/none/x.log", "fastcgi.log.level", "error");
    String script = "import log; log.warning(\"hidden\"); log.error(\"shown\");";
    String errors = new String(serve(settings, script, "").errors(), UTF_8);
    assertTrue(errors.endsWith(" error shown\n"), errors);
    assertFalse(errors.contains("hidden"));
  }

  @Test
  void configurationReachesTheScript() throws IOException {
    Path basedir = directory.toRealPath();
    String script =
        "import io, config, web;"
            + "config.set(\"own.key\", 5).set(\"security.basedir\", \"/\").set(\"web.max_body\", 1);"
            + "io.println(config.get(\"own.key\"), config.get(\"none\", \"x\"), config.get(\"none\"));"
            + "io.println(saffire.config(\"web.max_fields\"), saffire.config(\"own.key\"));"
            + "io.println(config.find(\"own.*\").length(), config.find(\"web.max_*\").length());"
            + "try { web.response().sendFile(\"/etc/passwd\"); }"
            + "catch (fileException e) { io.println(e.getMessage()); }"
            + "io.println(saffire.get_locale());";
    Map<String, String> settings =
        Map.of(
            "security.basedir",
            basedir.toString(),
            "web.max_fields",
            "7",
            "intl.locale",
            "nl_NL.UTF-8");
    assertEquals(
        "5xnull\n75\n13\nCannot open file '/etc/passwd': outside the allowed directories\nnl_NL\n",
        text(serve(settings, script, "")));
    assertEquals(
        "null\n",
        text(serve(settings, "import io, config; io.println(config.get(\"own.key\"));", "")));
  }
}
