package org.jsaffire.fcgi.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.zip.CRC32;
import org.junit.jupiter.api.DynamicTest;

/** What every web server in front of the echo application has to get right. */
final class WebCases {
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private final String base;
  private final EchoApplication application;

  WebCases(String base, EchoApplication application) {
    this.base = base;
    this.application = application;
  }

  /**
   * A body without a length.
   *
   * @param status of the web server itself, when it does not pass such bodies on
   */
  DynamicTest chunked(String name, int size, int status) {
    return DynamicTest.dynamicTest(name + " chunked POST", () -> chunkedPost(size, status));
  }

  DynamicTest slow(String name) {
    return DynamicTest.dynamicTest(name + " slow client", this::slowClient);
  }

  /** One test per case. */
  List<DynamicTest> all(String name) {
    return List.of(
        DynamicTest.dynamicTest(name + " GET", this::get),
        DynamicTest.dynamicTest(name + " HEAD", this::head),
        DynamicTest.dynamicTest(name + " form POST", this::form),
        DynamicTest.dynamicTest(name + " 10 MB POST", this::largePost),
        DynamicTest.dynamicTest(name + " path info", this::pathInfo),
        DynamicTest.dynamicTest(name + " 304", this::notModified),
        DynamicTest.dynamicTest(name + " errors", this::errors),
        DynamicTest.dynamicTest(name + " early abort", this::earlyAbort),
        DynamicTest.dynamicTest(name + " parallel load", this::parallel));
  }

  static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HTTP.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
  }

  static HttpRequest.Builder to(String url) {
    return HttpRequest.newBuilder(URI.create(url));
  }

  private void get() throws Exception {
    for (int i = 0; i < 3; i++) {
      HttpResponse<String> reply = send(to(base + "/echo.sf?a=" + i).header("X-Test", "v" + i));
      assertEquals(200, reply.statusCode(), reply.body());
      assertEquals("yes", reply.headers().firstValue("X-Echo").orElse(""));
      expectLine(reply, "REQUEST_METHOD=GET");
      expectLine(reply, "QUERY_STRING=a=" + i);
      expectLine(reply, "HTTP_X_TEST=v" + i);
      expectLine(reply, "FCGI_ROLE=RESPONDER");
      assertTrue(line(reply, "SCRIPT_FILENAME=").endsWith("/root/echo.sf"), reply.body());
      assertTrue(line(reply, "SCRIPT_FILENAME=").startsWith("/"), reply.body());
      expectLine(reply, "body=0 0");
    }
  }

  private static void expectLine(HttpResponse<String> reply, String line) {
    assertTrue(("\n" + reply.body()).contains("\n" + line + "\n"), line + " in " + reply.body());
  }

  private static String line(HttpResponse<String> reply, String start) {
    return reply
        .body()
        .lines()
        .filter(l -> l.startsWith(start))
        .findFirst()
        .orElse(start)
        .substring(start.length());
  }

  private void head() throws Exception {
    HttpResponse<String> reply =
        send(to(base + "/echo.sf").method("HEAD", BodyPublishers.noBody()));
    assertEquals(200, reply.statusCode());
    assertEquals("yes", reply.headers().firstValue("X-Echo").orElse(""));
    assertEquals("", reply.body());
  }

  private void form() throws Exception {
    HttpResponse<String> reply =
        send(
            to(base + "/echo.sf")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("name=value&x=1")));
    assertEquals(200, reply.statusCode());
    expectLine(reply, "CONTENT_TYPE=application/x-www-form-urlencoded");
    expectLine(reply, "CONTENT_LENGTH=14");
    expectLine(reply, bodyLine("name=value&x=1".getBytes(StandardCharsets.US_ASCII)));
  }

  private static String bodyLine(byte[] body) {
    CRC32 sum = new CRC32();
    sum.update(body);
    return "body=" + body.length + " " + sum.getValue();
  }

  private void largePost() throws Exception {
    post(10_000_000, BodyPublishers::ofByteArray);
  }

  private void chunkedPost(int size, int status) throws Exception {
    if (status == 200) {
      post(size, body -> BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
      return;
    }
    byte[] body = new byte[size];
    BodyPublisher chunks = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    assertEquals(status, send(to(base + "/echo.sf").POST(chunks)).statusCode());
  }

  private void post(int size, Function<byte[], BodyPublisher> publisher) throws Exception {
    byte[] body = new byte[size];
    new Random(size).nextBytes(body);
    HttpResponse<String> reply = send(to(base + "/echo.sf").POST(publisher.apply(body)));
    assertEquals(200, reply.statusCode(), reply.body());
    expectLine(reply, bodyLine(body));
  }

  private void pathInfo() throws Exception {
    HttpResponse<String> reply = send(to(base + "/echo.sf/extra/path?q=1"));
    assertEquals(200, reply.statusCode(), reply.body());
    expectLine(reply, "PATH_INFO=/extra/path");
    expectLine(reply, "SCRIPT_NAME=/echo.sf");
    assertTrue(line(reply, "SCRIPT_FILENAME=").endsWith("/root/echo.sf"), reply.body());
  }

  private void notModified() throws Exception {
    HttpResponse<String> reply = send(to(base + "/echo.sf?304"));
    assertEquals(304, reply.statusCode());
    assertEquals("", reply.body());
  }

  private void errors() throws Exception {
    HttpResponse<String> reply = send(to(base + "/echo.sf?errors"));
    assertEquals(200, reply.statusCode());
    assertEquals("with errors", reply.body());
  }

  private void earlyAbort() throws Exception {
    application.events.clear();
    try (Socket socket = open("/echo.sf?abort")) {
      assertTrue(socket.getInputStream().read() > 0);
    }
    assertEquals("aborted true", application.events.poll(20, TimeUnit.SECONDS));
  }

  private Socket open(String path) throws IOException {
    URI uri = URI.create(base);
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), uri.getPort());
    OutputStream out = socket.getOutputStream();
    String request = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
    out.write(request.getBytes(StandardCharsets.US_ASCII));
    out.flush();
    return socket;
  }

  /** Reads a large reply in small pieces; others are served meanwhile. */
  private void slowClient() throws Exception {
    try (Socket socket = open("/echo.sf?large")) {
      InputStream in = socket.getInputStream();
      byte[] piece = new byte[4000];
      long size = 0;
      int n = in.read(piece);
      for (int i = 0; n > 0; i++) {
        size += n;
        if (i % 200 == 0) {
          get();
        }
        n = in.read(piece);
      }
      assertTrue(size >= 5_000_000, "got " + size);
    }
  }

  private void parallel() throws Exception {
    List<CompletableFuture<HttpResponse<String>>> replies = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      byte[] body = ("body " + i).getBytes(StandardCharsets.US_ASCII);
      HttpRequest request =
          to(base + "/echo.sf?n=" + i)
              .timeout(Duration.ofSeconds(30))
              .POST(BodyPublishers.ofByteArray(body))
              .build();
      replies.add(HTTP.sendAsync(request, BodyHandlers.ofString()));
    }
    for (int i = 0; i < replies.size(); i++) {
      HttpResponse<String> reply = replies.get(i).get(30, TimeUnit.SECONDS);
      assertEquals(200, reply.statusCode(), reply.body());
      expectLine(reply, "QUERY_STRING=n=" + i);
      expectLine(reply, bodyLine(("body " + i).getBytes(StandardCharsets.US_ASCII)));
    }
  }
}
