package org.jsaffire.fcgi.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jsaffire.fcgi.clients.JavaProcess;
import org.jsaffire.fcgi.server.Application;
import org.jsaffire.fcgi.server.FastCgiServer;
import org.jsaffire.fcgi.server.FilterClient;
import org.junit.jupiter.api.Test;

class ExamplesTest {
  private static FastCgiServer start(Application application) throws Exception {
    return FastCgiServer.builder().listen("127.0.0.1:0").application(application).start();
  }

  @Test
  void authorizerAllowsAndDenies() throws Exception {
    try (FastCgiServer server = start(AuthorizerExample::service)) {
      assertTrue(
          FilterClient.ask(server, 2, List.of("HTTP_X_WORD", "swordfish"), "", "")
              .startsWith("Status: 200 OK\r\nVariable-GUEST: yes\r\n"));
      assertTrue(
          FilterClient.ask(server, 2, List.of(), "", "").startsWith("Status: 403 Forbidden"));
    }
  }

  @Test
  void filterEndToEnd() throws Exception {
    try (FastCgiServer server = start(FilterExample::service)) {
      String reply =
          FilterClient.ask(
              server,
              3,
              List.of("FCGI_DATA_LENGTH", "8", "FCGI_DATA_LAST_MOD", "1"),
              "",
              "the file");
      assertTrue(reply.endsWith("\r\n\r\nTHE FILE"), reply);
    }
  }

  @Test
  void responderAsPlainCgi() throws Exception {
    String reply =
        JavaProcess.output(
            ResponderExample.class,
            "four",
            "GATEWAY_INTERFACE=CGI/1.1",
            "REQUEST_METHOD=POST",
            "CONTENT_LENGTH=4");
    assertEquals("Content-Type: text/plain\r\n\r\nrequest 1 of POST, body of 4 bytes\n", reply);
  }
}
