package org.jsaffire.fcgi.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jsaffire.fcgi.server.FastCgiServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Real web servers in front of the endpoint, with the configurations in {@code clients}. */
class WebServersTest {
  private static final String MODULES = "/usr/lib/apache2/modules/";

  private final EchoApplication application = new EchoApplication();
  private WebServer web;
  private FastCgiServer server;

  @BeforeEach
  void startApplication() throws IOException {
    web = new WebServer();
    server =
        FastCgiServer.builder()
            .listen("127.0.0.1:0")
            .listen(web.socket().toString())
            .application(application)
            .start();
    web.openSocket();
    web.set("FPORT", Integer.toString(server.port()));
    web.set("APORT", Integer.toString(server.port()));
  }

  @AfterEach
  void stop() throws IOException {
    try {
      web.close();
    } finally {
      server.close();
    }
  }

  private WebCases cases(int port) {
    return new WebCases(web.url(port, ""), application);
  }

  private List<DynamicTest> cases(String name, int... ports) {
    List<DynamicTest> tests = new ArrayList<>();
    for (int port : ports) {
      String full = name + " " + port;
      tests.addAll(cases(port).all(full));
      tests.add(cases(port).chunked(full, 700_000, 200));
      tests.add(cases(port).slow(full));
    }
    return tests;
  }

  @TestFactory
  List<DynamicTest> nginx() throws IOException {
    web.startNginx(web.configure("nginx.conf"));
    web.await(1, 2, 3, 4);
    return cases("nginx", 1, 2, 3, 4);
  }

  @TestFactory
  List<DynamicTest> apache() throws IOException {
    WebServer.require(
        "/usr/sbin/apache2", MODULES + "mod_proxy_fcgi.so", MODULES + "mod_authnz_fcgi.so");
    String config = web.configure("apache.conf").toString();
    String run = web.run().toString();
    web.start(Map.of(), "/usr/sbin/apache2", "-d", run, "-f", config, "-D", "FOREGROUND");
    web.await(1, 2, 3);
    List<DynamicTest> tests = cases("apache", 1, 2);
    tests.add(DynamicTest.dynamicTest("apache authorizer", this::apacheAuthorizer));
    return tests;
  }

  private void apacheAuthorizer() throws Exception {
    String url = web.url(3, "/echo.sf");
    assertEquals(401, WebCases.send(WebCases.to(url)).statusCode());
    assertEquals(401, authorized(url, "alice:wrong").statusCode());
    HttpResponse<String> allowed = authorized(url, "alice:secret");
    assertEquals(200, allowed.statusCode());
    assertTrue(allowed.body().contains("\nAUTH_NOTE=checked\n"), allowed.body());
  }

  private static HttpResponse<String> authorized(String url, String credentials) throws Exception {
    String encoded =
        Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.US_ASCII));
    return WebCases.send(WebCases.to(url).header("Authorization", "Basic " + encoded));
  }

  @TestFactory
  List<DynamicTest> lighttpd() throws IOException {
    WebServer.require("/usr/sbin/lighttpd");
    String config = web.configure("lighttpd.conf").toString();
    web.start(Map.of(), "/usr/sbin/lighttpd", "-D", "-f", config);
    web.await(1, 2);
    List<DynamicTest> tests = new ArrayList<>();
    for (int port : new int[] {1, 2}) {
      String name = "lighttpd " + port;
      tests.addAll(cases(port).all(name));
      tests.add(cases(port).slow(name));
      // A lighttpd that streams request bodies wants to know their length.
      tests.add(cases(port).chunked(name, 700_000, 411));
    }
    tests.add(DynamicTest.dynamicTest("lighttpd authorizer", this::lighttpdAuthorizer));
    return tests;
  }

  private void lighttpdAuthorizer() throws Exception {
    String url = web.url(2, "/private/echo.sf");
    HttpResponse<String> denied = WebCases.send(WebCases.to(url));
    assertEquals(403, denied.statusCode());
    assertEquals("denied", denied.body());
    HttpResponse<String> allowed = WebCases.send(WebCases.to(url).header("X-Allow", "1"));
    assertEquals(200, allowed.statusCode());
    assertTrue(allowed.body().contains("\nAUTH_NOTE=checked\n"), allowed.body());
  }

  @TestFactory
  List<DynamicTest> haproxy() throws IOException {
    WebServer.require("/usr/sbin/haproxy");
    String config = web.configure("haproxy.cfg").toString();
    web.start(Map.of(), "/usr/sbin/haproxy", "-db", "-f", config);
    web.await(1, 2);
    List<DynamicTest> tests = new ArrayList<>();
    for (int port : new int[] {1, 2}) {
      String name = "haproxy " + port;
      tests.addAll(cases(port).all(name));
      // It passes on what fits its buffer, and answers 400 itself to a longer one.
      tests.add(cases(port).chunked(name, 5_000, 200));
      tests.add(cases(port).chunked(name, 700_000, 400));
    }
    // Multiplexed, a slow client holds up the others in HAProxy itself: there is no flow control.
    tests.add(cases(1).slow("haproxy 1"));
    tests.add(
        DynamicTest.dynamicTest(
            "haproxy lives", () -> assertFalse(web.log().contains("exited"), web.log())));
    return tests;
  }

  @TestFactory
  List<DynamicTest> caddy() throws IOException {
    WebServer.require("/usr/bin/caddy");
    String config = web.configure("Caddyfile").toString();
    Map<String, String> home =
        Map.of("XDG_DATA_HOME", web.run().toString(), "XDG_CONFIG_HOME", web.run().toString());
    web.start(home, "/usr/bin/caddy", "run", "--adapter", "caddyfile", "--config", config);
    web.await(1, 2);
    return cases("caddy", 1, 2);
  }
}
