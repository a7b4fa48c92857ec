package org.jsaffire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.jsaffire.sapi.Host;
import org.junit.jupiter.api.Test;

class CgiContextTest {
  private final ByteArrayOutputStream stdout = new ByteArrayOutputStream();
  private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();

  private CgiContext context(String body, Map<String, String> environment) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    Host system = Host.system();
    return new CgiContext(
        new Host(
            new ByteArrayInputStream(bytes),
            stdout,
            stderr,
            environment,
            system.clock(),
            Path.of("/")),
        65536);
  }

  private String out() {
    return stdout.toString(StandardCharsets.UTF_8);
  }

  @Test
  void smallReplyHasALength() {
    CgiContext request = context("", Map.of());
    request.head().setHeader("Content-Type", "text/plain", true);
    request.stdout().print("héllo");
    request.finish();
    request.finish();
    assertEquals(
        "Status: 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 6\r\n\r\nhéllo", out());
  }

  @Test
  void flushSendsTheHeadAlone() {
    CgiContext request = context("", Map.of());
    request.stdout().flush();
    assertEquals("Status: 200 OK\r\n\r\n", out());
    request.stdout().print("x");
    request.finish();
    assertEquals("Status: 200 OK\r\n\r\nx", out());
  }

  @Test
  void ownReasonAndUnknownStatus() {
    CgiContext request = context("", Map.of());
    request.head().setStatus(299, "Fine");
    request.finish();
    assertEquals("Status: 299 Fine\r\nContent-Length: 0\r\n\r\n", out());
  }

  @Test
  void headRequestsHaveNoBody() {
    CgiContext request = context("", Map.of("REQUEST_METHOD", "HEAD"));
    request.stdout().print("body");
    request.finish();
    assertEquals("Status: 200 OK\r\nContent-Length: 4\r\n\r\n", out());
  }

  @Test
  void statusWithoutBodyHasNeitherBodyNorLength() {
    CgiContext request = context("", Map.of());
    request.head().setStatus(304, "");
    request.stdout().print("body");
    request.finish();
    assertEquals("Status: 304 Not Modified\r\n\r\n", out());
  }

  @Test
  void bodyEndsAtItsLength() throws IOException {
    CgiContext request = context("name=valueMORE", Map.of("CONTENT_LENGTH", "10"));
    assertEquals("name=value", new String(request.stdin().readAllBytes(), StandardCharsets.UTF_8));
  }

  @Test
  void bodyThatEndsEarlyIsAnError() {
    CgiContext request = context("abc", Map.of("CONTENT_LENGTH", "10"));
    assertThrows(EOFException.class, () -> request.stdin().readAllBytes());
  }

  @Test
  void withoutALengthThereIsNoBodyUnlessItCameInChunks() throws IOException {
    assertEquals(0, context("abc", Map.of()).stdin().readAllBytes().length);
    assertEquals(0, context("abc", Map.of("CONTENT_LENGTH", "x")).stdin().readAllBytes().length);
    assertEquals(0, context("abc", Map.of("CONTENT_LENGTH", "-1")).stdin().readAllBytes().length);
    CgiContext chunked = context("abc", Map.of("HTTP_TRANSFER_ENCODING", "chunked"));
    assertEquals(3, chunked.stdin().readAllBytes().length);
  }

  @Test
  void translatedPathNamesTheScript() {
    CgiContext handler =
        context("", Map.of("PATH_TRANSLATED", "/w/a.sf", "SCRIPT_FILENAME", "/cgi-bin/saffire"));
    assertEquals("/w/a.sf", handler.environment().get("SCRIPT_FILENAME"));
    CgiContext withPathInfo =
        context("", Map.of("PATH_TRANSLATED", "/w/extra", "SCRIPT_FILENAME", "/w/a.sf"));
    assertEquals("/w/a.sf", withPathInfo.environment().get("SCRIPT_FILENAME"));
    CgiContext alone = context("", Map.of("PATH_TRANSLATED", "/w/extra"));
    assertEquals("/w/extra", alone.environment().get("SCRIPT_FILENAME"));
  }

  @Test
  void proxyVariableIsDroppedAndTheRoleIsSet() {
    CgiContext request = context("", Map.of("HTTP_PROXY", "http://evil"));
    assertNull(request.environment().get("HTTP_PROXY"));
    assertEquals("RESPONDER", request.environment().get("FCGI_ROLE"));
  }
}
