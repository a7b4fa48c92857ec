package org.jsaffire.fcgi.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jsaffire.fcgi.server.FastCgiServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows P1 and P5: the application is started by somebody else, with the socket as descriptor 0. */
class SpawnedTest {
  private WebServer web;

  @BeforeEach
  void create() throws IOException {
    web = new WebServer();
  }

  @AfterEach
  void stop() throws IOException {
    web.close();
  }

  /** An executable that runs the echo application. */
  private Path script(String redirections) throws IOException {
    String command =
        JavaProcess.command(SpawnedEcho.class).stream()
            .map(word -> "'" + word + "'")
            .collect(Collectors.joining(" "));
    Path script =
        Files.writeString(
            web.run().resolve("app"), "#!/bin/sh\nexec " + command + redirections + "\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    return script;
  }

  @Test
  void p1_lighttpdStartsTheApplication() throws Exception {
    WebServer.require("/usr/sbin/lighttpd");
    web.set("APP", script("").toString());
    Path config = web.configure("lighttpd-spawn.conf");
    web.start(Map.of(), "/usr/sbin/lighttpd", "-D", "-f", config.toString());
    web.await(1);
    for (int i = 0; i < 3; i++) {
      String body = WebCases.send(WebCases.to(web.url(1, "/echo.sf?n=" + i))).body();
      assertTrue(body.contains("\nQUERY_STRING=n=" + i + "\n"), body);
    }
  }

  private Process spawn(Path script, String... where) throws IOException {
    List<String> command = new ArrayList<>(List.of("/usr/bin/spawn-fcgi", "-n"));
    command.addAll(Arrays.asList(where));
    command.add("--");
    command.add(script.toString());
    return web.start(Map.of(), command.toArray(String[]::new));
  }

  private String cgiFcgi(String address, String... variables) throws Exception {
    ProcessBuilder builder = new ProcessBuilder("/usr/bin/cgi-fcgi", "-bind", "-connect", address);
    for (String variable : variables) {
      int equals = variable.indexOf('=');
      builder.environment().put(variable.substring(0, equals), variable.substring(equals + 1));
    }
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    Process process = builder.start();
    byte[] out = process.getInputStream().readAllBytes();
    assertTrue(process.waitFor(20, TimeUnit.SECONDS));
    return new String(out, StandardCharsets.UTF_8) + "exit " + process.exitValue();
  }

  @Test
  void p1_spawnFcgiOverUnix() throws Exception {
    WebServer.require("/usr/bin/spawn-fcgi", "/usr/bin/cgi-fcgi");
    Process application = spawn(script(""), "-s", web.socket().toString());
    while (!Files.exists(web.socket()) && application.isAlive()) {
      Thread.onSpinWait();
    }
    expectEchoThenTerm(application, web.socket().toString());
  }

  @Test
  void p2_withDescriptors1And2Closed() throws Exception {
    WebServer.require("/usr/bin/spawn-fcgi", "/usr/bin/cgi-fcgi");
    Process application = spawn(script(" >&- 2>&-"), "-a", "127.0.0.1", "-p", "" + web.port(1));
    web.await(1);
    expectEchoThenTerm(application, "127.0.0.1:" + web.port(1));
  }

  @Test
  void p1_spawnFcgiOverTcp() throws Exception {
    WebServer.require("/usr/bin/spawn-fcgi", "/usr/bin/cgi-fcgi");
    Process application = spawn(script(""), "-a", "127.0.0.1", "-p", "" + web.port(1));
    web.await(1);
    expectEchoThenTerm(application, "127.0.0.1:" + web.port(1));
  }

  private void expectEchoThenTerm(Process application, String address) throws Exception {
    String reply = cgiFcgi(address, "REQUEST_METHOD=GET", "QUERY_STRING=q", "SOME_NAME=some value");
    assertTrue(reply.contains("\nSOME_NAME=some value\n"), reply);
    assertTrue(reply.endsWith("exit 0"), reply);
    application.toHandle().destroy();
    assertTrue(application.waitFor(20, TimeUnit.SECONDS));
    assertEquals(0, application.exitValue());
  }

  @Test
  void cgiFcgiEndsWithTheExitStatus() throws Exception {
    WebServer.require("/usr/bin/cgi-fcgi");
    try (FastCgiServer server =
        FastCgiServer.builder()
            .listen("127.0.0.1:0")
            .application(exchange -> exchange.setExitStatus(7))
            .start()) {
      assertEquals("exit 7", cgiFcgi("127.0.0.1:" + server.port(), "REQUEST_METHOD=GET"));
    }
  }
}
