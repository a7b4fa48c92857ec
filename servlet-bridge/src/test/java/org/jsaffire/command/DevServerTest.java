package org.jsaffire.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jsaffire.engine.EngineOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DevServerTest {
  @TempDir Path directory;

  private final List<Integer> statuses = new CopyOnWriteArrayList<>();
  private final List<String> errors = new CopyOnWriteArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private DevServer server;

  @BeforeEach
  void start() throws IOException {
    Files.writeString(directory.resolve("style.css"), "body{}");
    Files.writeString(directory.resolve("page.html"), "<p>é</p>");
    Files.writeString(directory.resolve(".env"), "secret");
    Files.createDirectories(directory.resolve("WEB-INF"));
    Files.writeString(directory.resolve("WEB-INF/web.xml"), "secret");
    Files.writeString(directory.resolve("saffire.ini"), "secret");
    Files.createDirectories(directory.resolve("sub"));
    Files.writeString(directory.resolve("sub/index.sf"), "");
    server =
        new DevServer(
            EngineOptions.forDevelopment(),
            directory.toRealPath(),
            InetAddress.getLoopbackAddress(),
            false,
            (request, response) -> statuses.add(response.getStatus()),
            errors::add);
    server.open(0);
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url()).resolve(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void filesHaveTypesAndAreRevalidated() throws Exception {
    HttpResponse<String> css = get("/style.css");
    assertEquals(200, css.statusCode());
    assertEquals("body{}", css.body());
    assertTrue(css.headers().firstValue("Content-Type").orElse("").startsWith("text/css"));
    String tag = css.headers().firstValue("ETag").orElseThrow();
    assertEquals(304, get("/style.css", "If-None-Match", tag).statusCode());
  }

  @Test
  void rangesAreServed() throws Exception {
    HttpResponse<String> part = get("/style.css", "Range", "bytes=0-3");
    assertEquals(206, part.statusCode());
    assertEquals("body", part.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/.env", "/WEB-INF/web.xml", "/web-inf/web.xml", "/saffire.ini", "/sub/.env"})
  void privateFilesAreNotServed(String path) throws Exception {
    HttpResponse<String> response = get(path);
    assertEquals(404, response.statusCode());
    assertTrue(!response.body().contains("secret"), response.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/no.sf", "/no", "/sub/no.sf/x", "/style.css/x.sf"})
  void missingFilesAnd404(String path) throws Exception {
    assertEquals(404, get(path).statusCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../x.sf",
        "/%2e%2e/x.sf",
        "/x.sf%00.txt",
        "/sub%2f..%2f.env",
        "/./.env",
        "//.env"
      })
  void hostilePathsGetAnErrorOfTheClient(String path) throws Exception {
    String reply = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertTrue(reply.startsWith("HTTP/1.1 40"), reply);
    assertTrue(!reply.contains("secret"), reply);
  }

  @Test
  void directoryWithAnIndexIsRedirectedOnThisHost() throws Exception {
    String reply = raw("GET /sub?a=1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertTrue(reply.startsWith("HTTP/1.1 307"), reply);
    assertTrue(reply.contains("\r\nLocation: /sub/?a=1\r\n"), reply);
  }

  @Test
  void errorsShowInTheBrowserAndOnTheConsole() throws Exception {
    Files.writeString(directory.resolve("bad.sf"), "import io;\nio.print(\"x\"\n");
    HttpResponse<String> response = get("/bad.sf");
    assertEquals(500, response.statusCode());
    assertTrue(response.body().contains("syntax error"), response.body());
    assertTrue(errors.toString().contains("bad.sf on line 3"), errors.toString());
  }

  @Test
  void changesShowAtOnce() throws Exception {
    Path page = directory.resolve("page.sf");
    Files.writeString(page, "import io; io.print(1);");
    assertEquals("1", get("/page.sf").body());
    Files.writeString(page, "import io; io.print(2);");
    assertEquals("2", get("/page.sf").body());
  }

  @Test
  void takenPortIsReported() {
    int taken = URI.create(server.url()).getPort();
    DevServer second =
        new DevServer(
            EngineOptions.forDevelopment(),
            directory,
            InetAddress.getLoopbackAddress(),
            false,
            (q, r) -> {},
            e -> {});
    assertThrows(BindException.class, () -> second.open(taken));
    second.close();
  }

  @Test
  void requestsAreLogged() throws Exception {
    get("/style.css");
    get("/no");
    server.close();
    assertEquals(List.of(200, 404), statuses);
  }

  private String raw(String request) throws IOException {
    URI uri = URI.create(server.url());
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
