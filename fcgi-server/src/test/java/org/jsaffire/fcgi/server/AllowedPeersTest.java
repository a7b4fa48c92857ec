package org.jsaffire.fcgi.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Row P4: FCGI_WEB_SERVER_ADDRS. */
class AllowedPeersTest {
  private static FastCgiServer server(String list) throws IOException {
    return FastCgiServer.builder()
        .listen("127.0.0.1:0")
        .listen(Servers.socketPath().toString())
        .webServers(WebServerAddresses.parse(list, problem -> {}))
        .application(new WireApp())
        .start();
  }

  @Test
  void p4_peersInTheListMayConnect() throws IOException {
    try (FastCgiServer server = server("127.0.0.1");
        Wire tcp = new Wire(false, Wire.Division.WHOLE, 0)) {
      RawClient client = tcp.connect(server);
      client.begin(1, 1, 0).params(1, "DO", "hello").endStdin(1).send();
      assertEquals("hello", client.reply(1).body());
    }
  }

  @Test
  void p4_othersAreClosedAtOnceAndAcceptingGoesOn() throws IOException {
    try (FastCgiServer server = server("127.0.0.2");
        Wire tcp = new Wire(false, Wire.Division.WHOLE, 0);
        Wire unix = new Wire(true, Wire.Division.WHOLE, 0)) {
      tcp.connect(server).expectGone();
      unix.connect(server).expectGone();
      tcp.connect(server).expectGone();
      assertEquals(0, server.totalRequests());
    }
  }
}
