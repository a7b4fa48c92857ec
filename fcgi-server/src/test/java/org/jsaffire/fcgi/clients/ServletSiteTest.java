package org.jsaffire.fcgi.clients;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.jsaffire.fcgi.server.FastCgiServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A servlet context inside the endpoint, behind each server of {@code nginx.conf}. */
class ServletSiteTest {
  /** Tells what it is asked, or sends the body back. */
  @SuppressWarnings("serial")
  private static final class Teller extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.setContentType("text/plain;charset=UTF-8");
      String asked = request.getParameter("name") + "|" + request.getPathInfo();
      String peer = request.getRemoteAddr() + "|" + request.getServerPort();
      response.getWriter().print(asked + "|" + request.getHeader("X-Test") + "|" + peer);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.setContentType("text/plain;charset=UTF-8");
      // All of it first: nginx sends no more of a body once the reply has begun.
      byte[] body = request.getInputStream().readAllBytes();
      response.getOutputStream().write(body);
    }
  }

  private static WebServer web;
  private static FastCgiServer server;

  @BeforeAll
  static void start() throws IOException {
    WebServer.require("/usr/sbin/nginx");
    web = new WebServer();
    ServletContextHandler context = new ServletContextHandler("/");
    context.addServlet(new ServletHolder(new Teller()), "/tell.sf/*");
    server =
        FastCgiServer.builder()
            .listen("127.0.0.1:0")
            .listen(web.socket().toString())
            .handler(context)
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

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void getHeadAndMissing(int way) throws Exception {
    String url = web.url(way, "/tell.sf/more?name=J%C3%B6");
    String wanted = "Jö|/more|v|127.0.0.1|" + web.port(way);
    for (int i = 0; i < 20; i++) {
      HttpResponse<String> reply = WebCases.send(WebCases.to(url).header("X-Test", "v"));
      assertEquals(200, reply.statusCode(), reply.body());
      assertEquals(wanted, reply.body());
    }
    HttpResponse<String> head =
        WebCases.send(WebCases.to(url).method("HEAD", BodyPublishers.noBody()));
    assertEquals(200, head.statusCode());
    assertEquals("", head.body());
    assertEquals(404, WebCases.send(WebCases.to(web.url(way, "/none.sf"))).statusCode());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void largeBodyComesBack(int way) throws Exception {
    byte[] body = "0123456789abcdef".repeat(1 << 17).getBytes(StandardCharsets.US_ASCII);
    HttpResponse<String> reply =
        WebCases.send(WebCases.to(web.url(way, "/tell.sf")).POST(BodyPublishers.ofByteArray(body)));
    assertEquals(200, reply.statusCode());
    assertArrayEquals(body, reply.body().getBytes(StandardCharsets.US_ASCII));
  }
}
