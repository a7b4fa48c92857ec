package org.jsaffire.fcgi.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.jsaffire.engine.Engine;
import org.jsaffire.engine.EngineOptions;
import org.jsaffire.fcgi.server.FastCgiServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The example site as a visitor sees it through nginx. */
class ExampleSiteTest {
  /** The ways from nginx to the endpoint: the servers of {@code nginx.conf} in their order. */
  enum Way {
    UNIX,
    TCP_UNBUFFERED,
    UNIX_KEPT,
    TCP_KEPT
  }

  private static WebServer web;
  private static FastCgiServer server;

  @BeforeAll
  static void start() throws IOException {
    WebServer.require("/usr/sbin/nginx");
    web = new WebServer();
    web.publish(Path.of("..", "webapp-example", "src", "main", "webapp"));
    EngineOptions options = EngineOptions.defaults().withRoots(List.of(web.root().toRealPath()));
    server =
        FastCgiServer.builder()
            .listen("127.0.0.1:0")
            .listen(web.socket().toString())
            .engine(new Engine(options))
            .start();
    web.openSocket();
    web.set("FPORT", Integer.toString(server.port()));
    web.startNginx(web.configure("nginx.conf"));
    web.await(1, 2, 3, 4);
  }

  @AfterAll
  static void stop() throws IOException {
    if (web == null) {
      return;
    }
    try {
      web.close();
    } finally {
      if (server != null) {
        server.close();
      }
    }
  }

  private static String url(Way way, String path) {
    return web.url(way.ordinal() + 1, path);
  }

  private static HttpResponse<String> get(Way way, String path) throws Exception {
    return WebCases.send(WebCases.to(url(way, path)).header("X-Test", "<b>&\"'"));
  }

  private static HttpResponse<String> sign(Way way, String form) throws Exception {
    return WebCases.send(
        WebCases.to(url(way, "/guestbook.sf"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  private static String header(HttpResponse<String> reply, String name) {
    return reply.headers().firstValue(name).orElse("");
  }

  private static void expectPart(HttpResponse<String> reply, int status, String part) {
    assertEquals(status, reply.statusCode(), reply.body());
    assertTrue(reply.body().contains(part), part + " in " + reply.body());
  }

  @ParameterizedTest
  @EnumSource
  void home(Way way) throws Exception {
    for (String path : new String[] {"/", "/index.sf"}) {
      HttpResponse<String> page = get(way, path);
      expectPart(page, 200, "<h1>Pages that run on the JVM</h1>");
      assertEquals("text/html; charset=UTF-8", header(page, "Content-Type"));
      expectPart(page, 200, "<code>fastcgi</code>");
      assertTrue(page.body().endsWith("</html>\n"), page.body());
    }
  }

  @ParameterizedTest
  @EnumSource
  void formByGetAndPost(Way way) throws Exception {
    expectPart(get(way, "/guestbook.sf?name=%C3%89va%22"), 200, "value=\"Éva&quot;\"");
    HttpResponse<String> wrong = sign(way, "name=&mood=grim&message=%3Cb%3E");
    expectPart(wrong, 422, "Please tell us your name.");
    expectPart(wrong, 422, "&lt;b&gt;</textarea>");
    HttpResponse<String> right = sign(way, "name=J%C3%B6&mood=happy&message=a+%26+b");
    expectPart(right, 200, "<p>a &amp; b</p>");
    expectPart(right, 200, "Jö, <span>happy</span>");
  }

  @ParameterizedTest
  @EnumSource
  void environment(Way way) throws Exception {
    HttpResponse<String> page = get(way, "/environment.sf");
    expectPart(page, 200, "<th scope=\"row\">SERVER_SOFTWARE</th><td>nginx/");
    expectPart(page, 200, "HTTP_X_TEST</th><td>&lt;b&gt;&amp;&quot;&#");
    expectPart(page, 200, "FCGI_ROLE</th><td>RESPONDER</td>");
    HttpResponse<String> found = get(way, "/environment.sf?find=request_method");
    expectPart(found, 200, "<p>1 variable.</p>");
  }

  @ParameterizedTest
  @EnumSource
  void pathInfo(Way way) throws Exception {
    HttpResponse<String> page = get(way, "/environment.sf/more/%C3%A9%20x?find=path_info");
    expectPart(page, 200, "PATH_INFO</th><td>/more/é x</td>");
    expectPart(page, 200, "href=\"/static/site.css\"");
  }

  @ParameterizedTest
  @EnumSource
  void json(Way way) throws Exception {
    HttpResponse<String> reply = get(way, "/greeting.sf?name=%22Ann%22");
    expectPart(reply, 200, "\"en\": \"Hello, \\\"Ann\\\"!\"");
    assertTrue(header(reply, "Content-Type").startsWith("application/json"));
    assertEquals("no-store", header(reply, "Cache-Control"));
    HttpResponse<String> head =
        WebCases.send(
            WebCases.to(url(way, "/greeting.sf")).method("HEAD", BodyPublishers.noBody()));
    assertEquals(200, head.statusCode());
    assertEquals("", head.body());
    HttpResponse<String> refused = WebCases.send(WebCases.to(url(way, "/greeting.sf")).DELETE());
    assertEquals(405, refused.statusCode());
    assertEquals("GET, HEAD", header(refused, "Allow"));
  }

  @ParameterizedTest
  @EnumSource
  void errorPageTellsNothing(Way way) throws Exception {
    HttpResponse<String> page = get(way, "/error.sf");
    expectPart(page, 500, "The log has more under ");
    assertFalse(page.body().contains("average"), page.body());
    String id = page.body().replaceAll("(?s).*has more under ([-0-9a-f]{36})\\..*", "$1");
    String log = web.log();
    assertTrue(log.contains(id), () -> id + " in " + log);
    assertEquals(404, get(way, "/none.sf").statusCode());
  }

  @ParameterizedTest
  @EnumSource
  void staticFilesComeFromNginx(Way way) throws Exception {
    long before = server.totalRequests();
    HttpResponse<String> style = get(way, "/static/site.css");
    assertEquals(200, style.statusCode());
    assertEquals("text/css", header(style, "Content-Type"));
    assertTrue(style.body().contains("{"), style.body());
    assertEquals(before, server.totalRequests());
  }

  @ParameterizedTest
  @EnumSource
  void manyInARow(Way way) throws Exception {
    for (int i = 0; i < 50; i++) {
      expectPart(get(way, "/greeting.sf?name=n" + i), 200, "\"name\": \"n" + i + "\"");
    }
  }
}
