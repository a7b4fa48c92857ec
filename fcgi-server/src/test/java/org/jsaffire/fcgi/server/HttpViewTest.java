package org.jsaffire.fcgi.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Handler;
import org.jsaffire.fcgi.request.Exchange;
import org.jsaffire.fcgi.server.RawClient.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Jetty handlers and servlets behind the endpoint. */
class HttpViewTest extends WireTests {
  /** Greets, echoes, counts visits. */
  @SuppressWarnings("serial")
  static final class Greeter extends HttpServlet {
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      Exchange exchange = (Exchange) request.getAttribute(Exchange.class.getName());
      response.setContentType("text/plain;charset=UTF-8");
      response.addHeader("X-Role", exchange.role().name());
      String name = request.getParameter("name");
      response.getWriter().print("Hello " + name + " at " + request.getPathInfo());
    }
  }

  private static final HttpHandler HANDLER = new HttpHandler();

  private static FastCgiServer server;

  @BeforeAll
  static void start() throws IOException {
    ServletContextHandler context = new ServletContextHandler("/app");
    context.addServlet(new ServletHolder(new Greeter()), "/greet/*");
    server =
        FastCgiServer.builder()
            .listen("127.0.0.1:0")
            .listen(Servers.socketPath().toString())
            .handler(new Handler.Sequence(context, HANDLER))
            .start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static RawClient begin(Wire wire, String uri, String... more) throws IOException {
    List<String> params = new ArrayList<>(List.of("REQUEST_URI", uri));
    params.addAll(List.of(more));
    return wire.connect(server).begin(1, 1, 1).params(1, params.toArray(new String[0]));
  }

  private static Reply get(Wire wire, String uri, String... more) throws IOException {
    return begin(wire, uri, more).endStdin(1).send().reply(1);
  }

  @Row
  void requestLineAndFields(Wire wire) throws IOException {
    Reply reply =
        get(
            wire,
            "/show?a=%20b&c",
            "REQUEST_METHOD",
            "PUT",
            "HTTP_HOST",
            "example.org:8443",
            "HTTP_X_TEST_TWO",
            "v 1",
            "HTTP_PROXY",
            "http://evil.example",
            "HTTP_TRANSFER_ENCODING",
            "chunked",
            "HTTP_CONTENT_TYPE",
            "text/plain",
            "CONTENT_TYPE",
            "text/plain",
            "CONTENT_LENGTH",
            "0",
            "HTTPS",
            "on",
            "REMOTE_ADDR",
            "192.0.2.7",
            "REMOTE_PORT",
            "4711",
            "SERVER_ADDR",
            "2001:db8::1",
            "SERVER_PORT",
            "8443",
            "SERVER_NAME",
            "example.org");
    List<String> lines = reply.body().lines().toList();
    assertEquals(
        List.of(
            "PUT",
            "https://example.org:8443/show?a=%20b&c",
            "HTTP/1.1",
            "secure true",
            "example.org 8443",
            "192.0.2.7 4711",
            "[2001:db8:0:0:0:0:0:1] 8443"),
        lines.subList(0, 7));
    List<String> fields =
        lines.subList(7, lines.size()).stream().filter(l -> !l.isEmpty()).toList();
    assertEquals(
        List.of(
            "Host: example.org:8443",
            "X-Test-Two: v 1",
            "Content-Type: text/plain",
            "Content-Length: 0"),
        fields);
    assertEquals(
        "Status: 200 OK\r\nContent-Type: text/plain\r\nContent-Length: "
            + reply.body().length()
            + "\r\n",
        reply.head());
    assertEquals(0, reply.appStatus());
  }

  @Row(singleBytes = false, everySplit = false)
  void targetFromItsParts(Wire wire) throws IOException {
    RawClient client = wire.connect(server).begin(1, 1, 1);
    client.params(1, "SCRIPT_NAME", "/sh", "PATH_INFO", "ow", "QUERY_STRING", "q=1").endStdin(1);
    String body = client.send().reply(1).body();
    assertTrue(body.startsWith("GET\nhttp:"), body);
    assertTrue(body.contains("/show?q=1\n"), body);
    client = wire.connect(server).begin(1, 1, 1).params(1, "DOCUMENT_URI", "/show").endStdin(1);
    assertTrue(client.send().reply(1).body().contains("/show\n"));
    assertTrue(get(wire, "http://other.example/show?x").body().contains("/show?x\n"));
  }

  @Row(singleBytes = false, everySplit = false)
  void targetsThatAreNoUriAreRefused(Wire wire) throws IOException {
    for (String target : new String[] {"/a%2fb", "/a/%2e%2e/b", "/%zz"}) {
      Reply reply = get(wire, target);
      assertTrue(reply.head().startsWith("Status: 400 Bad Request\r\n"), target + reply.head());
    }
    assertTrue(get(wire, "/nowhere").head().startsWith("Status: 404 Not Found\r\n"));
  }

  @Row
  void bodyIsEchoed(Wire wire) throws IOException {
    RawClient client = begin(wire, "/echo", "REQUEST_METHOD", "POST", "CONTENT_LENGTH", "9");
    client.stdin(1, "some ").stdin(1, "body").endStdin(1).send();
    assertEquals("some body", client.reply(1).body());
  }

  @Row(singleBytes = false, everySplit = false)
  void largeBodyAndLargeReply(Wire wire) throws IOException {
    String part = "0123456789".repeat(6000);
    RawClient client = begin(wire, "/echo", "REQUEST_METHOD", "POST");
    StringBuilder whole = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      client.stdin(1, part);
      whole.append(part);
    }
    Thread writer =
        new Thread(
            () -> {
              client.endStdin(1).sendUntilClosed();
            });
    writer.start();
    assertEquals(whole.toString(), client.reply(1).body());
    assertEquals("0123456789abcdef".repeat(64_000), get(wire, "/large").body());
  }

  @Row(singleBytes = false, everySplit = false)
  void shortBodyFailsTheRequest(Wire wire) throws IOException {
    RawClient client = begin(wire, "/echo", "REQUEST_METHOD", "POST", "CONTENT_LENGTH", "9");
    Reply reply = client.stdin(1, "short").endStdin(1).send().reply(1);
    assertEquals(1, reply.appStatus());
  }

  @Row(singleBytes = false, everySplit = false)
  void headAndBodilessStatuses(Wire wire) throws IOException {
    Reply head = get(wire, "/status?200", "REQUEST_METHOD", "HEAD");
    assertTrue(head.head().contains("Content-Length: 4\r\n"), head.head());
    assertEquals("", head.body());
    for (String status : new String[] {"204", "304"}) {
      Reply reply = get(wire, "/status?" + status);
      assertTrue(reply.head().startsWith("Status: " + status), reply.head());
      assertEquals("", reply.body());
    }
  }

  @Row(singleBytes = false, everySplit = false)
  void exitStatusAndErrors(Wire wire) throws IOException {
    assertEquals(7, get(wire, "/exit").appStatus());
    Reply reply = get(wire, "/errors");
    assertEquals("trouble", reply.err());
    assertEquals("page", reply.body());
  }

  @Row(singleBytes = false, everySplit = false)
  void failureIs500(Wire wire) throws IOException {
    Reply reply = get(wire, "/throw");
    assertTrue(reply.head().startsWith("Status: 500 "), reply.head());
  }

  @Row(singleBytes = false, everySplit = false)
  void valuesStayInTheirLine(Wire wire) throws IOException {
    Reply reply = get(wire, "/split");
    assertFalse(reply.head().contains("\r\nX-Evil"), reply.head());
  }

  @Row(singleBytes = false, everySplit = false)
  void abortReachesTheHandler(Wire wire) throws Exception {
    RawClient client = begin(wire, "/wait").send();
    assertTrue(client.next().text().endsWith("waiting"));
    client.abort(1).send();
    assertEquals("failed", HANDLER.events.poll(20, TimeUnit.SECONDS));
    assertEquals(1, client.reply(1).appStatus());
  }

  @Row(singleBytes = false, everySplit = false)
  void multiplexedRequests(Wire wire) throws IOException {
    RawClient client = wire.connect(server);
    for (int id = 1; id <= 3; id++) {
      client.begin(id, 1, 1).params(id, "REQUEST_URI", "/echo", "REQUEST_METHOD", "POST");
    }
    for (int id = 3; id >= 1; id--) {
      client.stdin(id, "body " + id).endStdin(id);
    }
    client.send();
    for (int id = 1; id <= 3; id++) {
      assertEquals("body " + id, client.reply(id).body());
    }
  }

  @Row(singleBytes = false, everySplit = false)
  void servletInItsContext(Wire wire) throws IOException {
    Reply reply = get(wire, "/app/greet/you?name=J%C3%B6", "REQUEST_METHOD", "GET");
    String body = new String(RawClient.latin1(reply.body()), StandardCharsets.UTF_8);
    assertEquals("Hello Jö at /you", body);
    assertTrue(reply.head().contains("X-Role: RESPONDER\r\n"), reply.head());
    RawClient client =
        begin(
            wire,
            "/app/greet/x",
            "REQUEST_METHOD",
            "POST",
            "CONTENT_TYPE",
            "application/x-www-form-urlencoded",
            "CONTENT_LENGTH",
            "8");
    client.stdin(1, "name=").stdin(1, "Ann").endStdin(1).send();
    assertEquals("Hello Ann at /x", client.reply(1).body());
  }
}
