package org.jsaffire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jsaffire.golden.GoldenScript;
import org.jsaffire.golden.WebCorpus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every server that runs scripts must do with those in {@code src/test/webapp}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ServerContract {
  protected static final Path SITE = Path.of("src/test/webapp").toAbsolutePath();

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private URI server;

  /** A server that runs. */
  public interface Running {
    URI uri();

    void stop() throws Exception;
  }

  /** Starts a server in production mode. */
  protected abstract Running start(Path site) throws Exception;

  private final List<Running> running = new ArrayList<>();

  @BeforeAll
  void startServer() throws Exception {
    server = started(SITE);
  }

  @AfterAll
  void stopServers() throws Exception {
    for (Running each : running) {
      each.stop();
    }
  }

  private URI started(Path site) throws Exception {
    Running one = start(site);
    running.add(one);
    return one.uri();
  }

  @TestFactory
  Stream<DynamicTest> goldenScripts() throws Exception {
    Path directory = WebCorpus.directory().getParent();
    URI scripts = started(directory);
    return GoldenScript.below(directory).stream()
        .filter(script -> script.isPage() && !script.readsClock() && script.beside(".in") == null)
        .map(script -> DynamicTest.dynamicTest(script.name(), () -> checkPage(scripts, script)));
  }

  private void checkPage(URI scripts, GoldenScript script) throws Exception {
    HttpResponse<String> reply =
        client.send(
            HttpRequest.newBuilder(scripts.resolve("/" + script.name())).build(),
            BodyHandlers.ofString(StandardCharsets.UTF_8));
    String directory = script.path().getParent() + "/";
    assertEquals(script.beside(".out"), reply.body().replace(directory, ""));
    assertEquals(200, reply.statusCode());
  }

  @TestFactory
  Stream<DynamicTest> corpus() throws Exception {
    return WebCorpus.tests(new SocketWebServer(started(WebCorpus.directory())));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.resolve(path));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(request(path).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String type, String body)
      throws IOException, InterruptedException {
    HttpRequest post =
        request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)).build();
    return client.send(post, BodyHandlers.ofString());
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Map<String, String> environment(String request) throws IOException {
    String reply = raw(request);
    assertTrue(reply.startsWith("HTTP/1.1 200"), reply);
    Map<String, String> variables = new LinkedHashMap<>();
    reply
        .lines()
        .filter(line -> line.matches("[A-Z_0-9]+=.*"))
        .forEach(
            line ->
                variables.put(
                    line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
    return variables;
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse(null);
  }

  @Test
  void pagesAreUtf8HtmlOfKnownLength() throws Exception {
    HttpResponse<String> response = get("/hello.sf");
    assertEquals(200, response.statusCode());
    assertEquals("Hello, wörld €", response.body());
    assertEquals(
        "text/html;charset=utf-8",
        header(response, "Content-Type").toLowerCase(Locale.ROOT).replace(" ", ""));
    assertEquals("17", header(response, "Content-Length"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/hello.sf/extra/path", "/hello.sf/", "/hello.sf?a=b"})
  void pathInfoAndQueryReachTheScript(String path) throws Exception {
    assertEquals("Hello, wörld €", get(path).body());
  }

  @Test
  void environmentIsThatOfCgi() throws Exception {
    Map<String, String> variables =
        environment(
            """
            GET /env.sf/p%20q/r?x=1&y=%41 HTTP/1.1\r
            Host: example.org:81\r
            Accept-Language: nl\r
            X-Twice: 1\r
            X-Twice: 2\r
            Cookie: a=1\r
            Proxy: http://evil\r
            X_Under: 1\r
            X-Latin: \u00e9\r
            Connection: close\r
            \r
            """);
    Map<String, String> expected = new LinkedHashMap<>();
    expected.put("FCGI_ROLE", "RESPONDER");
    expected.put("GATEWAY_INTERFACE", "CGI/1.1");
    expected.put("SCRIPT_FILENAME", SITE + "/env.sf");
    expected.put("SCRIPT_NAME", "/env.sf");
    expected.put("REQUEST_METHOD", "GET");
    expected.put("REQUEST_URI", "/env.sf/p%20q/r?x=1&y=%41");
    expected.put("QUERY_STRING", "x=1&y=%41");
    expected.put("PATH_INFO", "/p q/r");
    expected.put("PATH_TRANSLATED", SITE + "/p q/r");
    expected.put("DOCUMENT_ROOT", SITE.toString());
    expected.put("SERVER_PROTOCOL", "HTTP/1.1");
    expected.put("REQUEST_SCHEME", "http");
    expected.put("SERVER_NAME", "example.org");
    expected.put("SERVER_PORT", "81");
    expected.put("SERVER_ADDR", "127.0.0.1");
    expected.put("REMOTE_ADDR", "127.0.0.1");
    expected.put("HTTP_ACCEPT_LANGUAGE", "nl");
    expected.put("HTTP_X_TWICE", "1, 2");
    expected.put("HTTP_COOKIE", "a=1");
    expected.forEach((name, value) -> assertEquals(value, variables.get(name), name));
    assertTrue(variables.containsKey("REMOTE_PORT"));
    assertTrue(variables.containsKey("SERVER_SOFTWARE"));
    assertTrue(variables.containsKey("HTTP_X_LATIN"));
    for (String absent : List.of("HTTP_PROXY", "HTTP_X_UNDER", "HTTPS", "CONTENT_LENGTH")) {
      assertFalse(variables.containsKey(absent), absent);
    }
    List<String> order = new ArrayList<>(variables.keySet());
    assertEquals("FCGI_ROLE", order.get(0));
  }

  @Test
  void bodiesOfRequestsHaveTypeAndLength() throws Exception {
    Map<String, String> variables =
        environment(
            """
            POST /env.sf HTTP/1.1\r
            Host: x\r
            Content-Type: text/x-a\r
            Content-Length: 3\r
            Connection: close\r
            \r
            abc""");
    assertEquals("text/x-a", variables.get("CONTENT_TYPE"));
    assertEquals("3", variables.get("CONTENT_LENGTH"));
    assertFalse(variables.containsKey("HTTP_CONTENT_TYPE"));
    assertFalse(variables.containsKey("PATH_INFO"));
    assertEquals("", variables.get("QUERY_STRING"));
  }

  @Test
  void bodyReachesTheScript() throws Exception {
    String text = "line é €\n".repeat(20_000);
    assertEquals(text, post("/body.sf", "text/plain", text).body());
    assertEquals("", get("/body.sf").body());
    assertEquals("[one][two\nthree]", post("/stdin.sf", "text/plain", "one\ntwo\nthree").body());
  }

  @Test
  void formsAreParsed() throws Exception {
    String type = "application/x-www-form-urlencoded";
    assertEquals("1 2|é|-", post("/form.sf?a=1+2", type, "a=%C3%A9&b=2").body());
  }

  @Test
  void chunkedBodyReachesTheScript() throws Exception {
    HttpRequest chunked =
        request("/body.sf")
            .POST(BodyPublishers.ofInputStream(() -> new ZeroInput(300_000)))
            .build();
    assertEquals(300_000, client.send(chunked, BodyHandlers.ofByteArray()).body().length);
  }

  @Test
  void statusAndHeadersComeFromTheScript() throws Exception {
    HttpResponse<String> response = get("/head.sf");
    assertEquals(201, response.statusCode());
    assertEquals("1", header(response, "X-One"));
    assertEquals(List.of("a", "b"), response.headers().allValues("X-Many"));
    assertTrue(header(response, "Content-Type").startsWith("text/x-test"));
    assertEquals("made", response.body());
  }

  @Test
  void headRequestsGetTheHeadAlone() throws Exception {
    String reply = raw("HEAD /hello.sf HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertTrue(reply.startsWith("HTTP/1.1 200"), reply);
    assertTrue(reply.contains("\r\nContent-Length: 17\r\n"), reply);
    assertTrue(reply.endsWith("\r\n\r\n"), reply);
  }

  @Test
  void redirectsAndEmptyReplies() throws Exception {
    HttpResponse<String> redirect = get("/redirect.sf");
    assertEquals(302, redirect.statusCode());
    assertTrue(header(redirect, "Location").endsWith("/hello.sf"));
    HttpResponse<String> nothing = get("/nothing.sf");
    assertEquals(204, nothing.statusCode());
    assertEquals("", nothing.body());
  }

  @Test
  void largeReplyIsSentWhole() throws Exception {
    assertEquals(2 * 1024 * 1024, get("/big.sf").body().length());
  }

  @Test
  void flushedReplyIsSentInPieces() throws Exception {
    HttpResponse<String> response = get("/flush.sf");
    assertEquals("firstsecond", response.body());
    assertEquals(null, header(response, "Content-Length"));
  }

  @ParameterizedTest
  @CsvSource({"/missing.sf, 404", "/missing.sf/extra, 404", "/throws.sf, 500", "/broken.sf, 500"})
  void failuresHaveAStatusAndTellNothing(String path, int status) throws Exception {
    HttpResponse<String> response = get(path);
    assertEquals(status, response.statusCode());
    assertFalse(response.body().contains("secret"), response.body());
    assertFalse(response.body().contains("half a page"), response.body());
    assertFalse(response.body().contains("org.jsaffire"), response.body());
  }

  @Test
  void complaintsGoToTheLogAlone() throws Exception {
    assertEquals("fine", get("/complain.sf").body());
  }

  @Test
  void directoriesHaveAnIndex() throws Exception {
    assertEquals("index", get("/").body());
    assertEquals("sub index", get("/sub/").body());
    assertTrue(get("/sub").statusCode() / 100 == 3);
  }

  @Test
  void otherFilesAreLeftToTheServer() throws Exception {
    assertEquals("plain\n", get("/plain.txt").body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/.hidden.sf", "/WEB-INF/inside.sf", "/META-INF/inside.sf", "/web-inf/inside.sf",
        "/../webapp/hello.sf", "/%2e%2e/webapp/hello.sf", "/hello.sf%00.txt", "/hello.SF",
        "/sub%2f..%2fhello.sf", "//../hello.sf", "/sub/..;/.hidden.sf", "/WEB-INF;x/inside.sf"
      })
  void whatMustNotRunDoesNot(String path) throws Exception {
    String reply = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertTrue(reply.startsWith("HTTP/1.1 4"), reply);
    assertFalse(reply.contains("Hello,") || reply.contains("leaked"), reply);
  }

  @Test
  void manyRequestsAtOnce() throws Exception {
    var replies = new ArrayList<CompletableFuture<HttpResponse<String>>>();
    for (int i = 0; i < 200; i++) {
      replies.add(client.sendAsync(request("/form.sf?a=" + i).build(), BodyHandlers.ofString()));
    }
    for (int i = 0; i < replies.size(); i++) {
      assertEquals(i + "|-|-", replies.get(i).get().body());
    }
  }

  /** A number of NUL bytes. */
  private static final class ZeroInput extends InputStream {
    private int left;

    ZeroInput(int length) {
      left = length;
    }

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      if (left <= 0) {
        return -1;
      }
      int n = Math.min(length, left);
      Arrays.fill(bytes, offset, offset + n, (byte) 0);
      left -= n;
      return n;
    }
  }
}
