package org.jsaffire.fcgi.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jsaffire.fcgi.protocol.RecordType;
import org.jsaffire.fcgi.request.RequestLimits;
import org.jsaffire.fcgi.server.RawClient.Rec;
import org.jsaffire.fcgi.server.RawClient.Reply;

/** Rows K and M of the conformance table: connections and management. */
class ConnectionRowsTest extends WireTests {
  @Row
  void k1_closesWithoutKeepConn(Wire wire) throws IOException {
    RawClient client = wire.connect();
    client.begin(1, 1, 0).params(1, "DO", "hello").endStdin(1).send();
    assertEquals("hello", client.reply(1).body());
    client.expectClosed();
  }

  @Row(everySplit = false)
  void k1_closesBeforeStdinEnded(Wire wire) throws IOException {
    RawClient client = wire.connect();
    client.begin(1, 1, 0).params(1, "DO", "hello").send();
    assertEquals("hello", client.reply(1).body());
    client.expectClosed();
  }

  @Row(everySplit = false, singleBytes = false)
  void k2_staysOpenWithKeepConn(Wire wire) throws IOException {
    RawClient client = wire.connect();
    for (int i = 0; i < 100; i++) {
      client.begin(1, 1, 1).params(1, "DO", "echo").stdin(1, "n" + i).endStdin(1).send();
      assertEquals("n" + i, client.reply(1).body());
    }
    client.begin(1, 1, 0).params(1, "DO", "hello").endStdin(1).send();
    client.reply(1);
    client.expectClosed();
  }

  @Row
  void k2_pipelinedRequests(Wire wire) throws IOException {
    RawClient client = wire.connect();
    client.begin(1, 1, 1).params(1, "DO", "echo").stdin(1, "first").endStdin(1);
    client.begin(1, 1, 1).params(1, "DO", "echo").stdin(1, "second").endStdin(1);
    client.begin(1, 1, 0).params(1, "DO", "echo").stdin(1, "third").endStdin(1).send();
    assertEquals("first", client.reply(1).body());
    assertEquals("second", client.reply(1).body());
    assertEquals("third", client.reply(1).body());
    client.expectClosed();
  }

  @Row(everySplit = false, singleBytes = false)
  void k3_peerMayCloseWhenIdle(Wire wire) throws Exception {
    try (FastCgiServer server = Servers.start(ServerOptions.defaults(), new WireApp())) {
      RawClient client = wire.connect(server);
      client.begin(1, 1, 1).params(1, "DO", "hello").endStdin(1).send();
      client.reply(1);
      RawClient silent = wire.connect(server);
      RawClient half = wire.connect(server);
      half.bytes(new byte[] {1, 1, 0}).send();
      client.close();
      silent.close();
      half.close();
      while (server.connectionCount() > 0) {
        Thread.onSpinWait();
      }
      RawClient next = wire.connect(server);
      next.begin(1, 1, 0).params(1, "DO", "hello").endStdin(1).send();
      assertEquals("hello", next.reply(1).body());
    }
  }

  @Row(everySplit = false)
  void k4_lostConnectionAbortsAllRequests(Wire wire) throws Exception {
    String one = Wire.token();
    String two = Wire.token();
    RawClient client = wire.connect();
    client.begin(1, 1, 1).params(1, "DO", "body", "TOKEN", one, "CONTENT_LENGTH", "10");
    client.stdin(1, "01234");
    client.begin(2, 1, 1).params(2, "DO", "abort", "TOKEN", two).endStdin(2).send();
    assertEquals("running", WireApp.event(one));
    assertEquals("running", WireApp.event(two));
    client.close();
    assertEquals("failed: connection lost", WireApp.event(one));
    assertEquals("aborted true", WireApp.event(two));
  }

  @Row(everySplit = false)
  void k4_lostConnectionBeforeParamsEnd(Wire wire) throws Exception {
    try (FastCgiServer server = Servers.start(ServerOptions.defaults(), new WireApp())) {
      RawClient client = wire.connect(server);
      client.begin(1, 1, 1).record(RecordType.PARAMS, 1, RawClient.pairs("DO", "hello")).send();
      while (server.requestCount() == 0) {
        Thread.onSpinWait();
      }
      client.close();
      while (server.requestCount() > 0 || server.connectionCount() > 0) {
        Thread.onSpinWait();
      }
    }
  }

  @Row
  void k4_halfClosedPeerStillGetsItsReply(Wire wire) throws IOException {
    RawClient client = wire.connect();
    client.begin(1, 1, 1).params(1, "DO", "hello").endStdin(1).send();
    client.shutdownOutput();
    assertEquals("hello", client.reply(1).body());
    client.expectClosed();
  }

  @Row(everySplit = false)
  void k5_manyConnectionsAtATime(Wire wire) throws Exception {
    List<RawClient> clients = new ArrayList<>();
    String token = Wire.token();
    for (int i = 0; i < 6; i++) {
      RawClient client = wire.connect();
      client.begin(1, 1, 0).params(1, "DO", "gate", "TOKEN", token).endStdin(1).send();
      clients.add(client);
    }
    for (int i = 0; i < 6; i++) {
      assertEquals("running", WireApp.event(token));
    }
    RawClient another = wire.connect();
    another.begin(1, 1, 0).params(1, "DO", "hello").endStdin(1).send();
    assertEquals("hello", another.reply(1).body());
    WireApp.open(token);
    for (RawClient client : clients) {
      assertEquals("passed", client.reply(1).body());
      client.expectClosed();
    }
  }

  @Row(everySplit = false, singleBytes = false)
  void k6_unreadBodyDoesNotCutTheReply(Wire wire) throws Exception {
    RawClient client = wire.connect();
    String size = Integer.toString(10 << 20);
    client.begin(1, 1, 0).params(1, "DO", "big", "SIZE", "200000", "CONTENT_LENGTH", size);
    for (int i = 0; i < 160; i++) {
      client.stdin(1, "x".repeat(65535));
    }
    Thread sender = new Thread(client::sendUntilClosed);
    sender.start();
    assertEquals(200_000, client.reply(1).body().length());
    client.expectClosed();
    sender.join();
  }

  @Row(everySplit = false, singleBytes = false)
  void k6_peerThatNeverClosesIsClosed(Wire wire) throws Exception {
    ServerOptions quick = ServerOptions.builder().drainMillis(100).build();
    try (FastCgiServer server = Servers.start(quick, new WireApp())) {
      RawClient client = wire.connect(server);
      client.begin(1, 1, 0).params(1, "DO", "hello").send();
      assertEquals("hello", client.reply(1).body());
      client.expectClosed();
      while (server.connectionCount() > 0) {
        Thread.onSpinWait();
      }
    }
  }

  @Row(everySplit = false, singleBytes = false)
  void silentConnectionsAreClosed(Wire wire) throws Exception {
    ServerOptions quick = ServerOptions.builder().freshMillis(50).idleMillis(100).build();
    try (FastCgiServer server = Servers.start(quick, new WireApp())) {
      RawClient fresh = wire.connect(server);
      fresh.expectClosed();
      RawClient kept = wire.connect(server);
      kept.begin(1, 1, 1).params(1, "DO", "hello").endStdin(1).send();
      assertEquals("hello", kept.reply(1).body());
      kept.expectClosed();
    }
  }

  @Row(everySplit = false, singleBytes = false)
  void parametersThatNeverEndAreRefused(Wire wire) throws Exception {
    RequestLimits limits = new RequestLimits(65536, 1 << 20, 0, 60, 1000, true);
    ServerOptions quick = ServerOptions.builder().requestLimits(limits).build();
    try (FastCgiServer server = Servers.start(quick, new WireApp())) {
      RawClient client = wire.connect(server);
      client.begin(1, 1, 0).record(RecordType.PARAMS, 1, RawClient.pairs("DO", "hello")).send();
      Reply reply = client.reply(1);
      assertTrue(reply.head().startsWith("Status: 408 "), reply.out());
      client.expectClosed();
    }
  }

  @Row(everySplit = false, singleBytes = false)
  void peerThatDoesNotReadIsClosed(Wire wire) throws Exception {
    RequestLimits limits = new RequestLimits(65536, 1 << 20, 0, 1000, 100, true);
    ServerOptions quick = ServerOptions.builder().requestLimits(limits).build();
    try (FastCgiServer server = Servers.start(quick, new WireApp())) {
      RawClient client = wire.connect(server);
      client.begin(1, 1, 1).params(1, "DO", "big", "SIZE", "50000000").endStdin(1).send();
      while (server.totalRequests() == 0
          || server.connectionCount() > 0
          || server.requestCount() > 0) {
        Thread.onSpinWait();
      }
    }
  }

  @Row
  void m1_valuesAtAnyTime(Wire wire) throws Exception {
    RawClient client = wire.connect();
    byte[] query = RawClient.pairs("FCGI_MPXS_CONNS", "");
    client.record(RecordType.GET_VALUES, 0, query).send();
    Rec rec = client.next();
    assertEquals(RecordType.GET_VALUES_RESULT, rec.type());
    assertEquals("\u000f\1FCGI_MPXS_CONNS1", rec.text());
    client.begin(1, 1, 1).record(RecordType.GET_VALUES, 0, query);
    client.params(1, "DO", "echo").record(RecordType.GET_VALUES, 0, query);
    client.stdin(1, "x").send();
    assertEquals(RecordType.GET_VALUES_RESULT, client.next().type());
    assertEquals(RecordType.GET_VALUES_RESULT, client.next().type());
    client.endStdin(1).send();
    assertEquals("x", client.reply(1).body());
  }

  @Row
  void m2_knownValuesOnly(Wire wire) throws Exception {
    RawClient client = wire.connect();
    client.record(
        RecordType.GET_VALUES,
        0,
        RawClient.pairs(
            "FCGI_MAX_CONNS", "", "NOBODY", "", "FCGI_MAX_REQS", "", "FCGI_MPXS_CONNS", ""));
    client.record(RecordType.GET_VALUES, 0, RawClient.pairs("FCGI_NOTHING", ""));
    client.record(RecordType.GET_VALUES, 0, "").send();
    Rec all = client.next();
    assertEquals(0, all.id());
    assertEquals(
        new String(
            RawClient.pairs(
                "FCGI_MAX_CONNS", "16384", "FCGI_MAX_REQS", "1032", "FCGI_MPXS_CONNS", "1"),
            java.nio.charset.StandardCharsets.ISO_8859_1),
        all.text());
    for (int i = 0; i < 2; i++) {
      Rec none = client.next();
      assertEquals(RecordType.GET_VALUES_RESULT, none.type());
      assertEquals(0, none.content().length);
    }
  }

  @Row(everySplit = false, singleBytes = false)
  void m3_valuesTellTheTruth(Wire wire) throws Exception {
    ServerOptions few =
        ServerOptions.builder()
            .threads(2)
            .queueLength(1)
            .maxConnections(3)
            .multiplex(false)
            .build();
    try (FastCgiServer server = Servers.start(few, new WireApp())) {
      RawClient first = wire.connect(server);
      first.record(
          RecordType.GET_VALUES,
          0,
          RawClient.pairs("FCGI_MAX_CONNS", "", "FCGI_MAX_REQS", "", "FCGI_MPXS_CONNS", ""));
      assertEquals(
          "\16\1FCGI_MAX_CONNS3\15\1FCGI_MAX_REQS3\17\1FCGI_MPXS_CONNS0",
          first.send().next().text());
      RawClient second = wire.connect(server);
      RawClient third = wire.connect(server);
      String token = Wire.token();
      for (RawClient client : List.of(first, second, third)) {
        client.begin(1, 1, 1).params(1, "DO", "gate", "TOKEN", token).endStdin(1).send();
      }
      RawClient fourth = wire.connect(server);
      fourth.begin(1, 1, 0).params(1, "DO", "hello").endStdin(1).send();
      assertEquals("running", WireApp.event(token));
      assertEquals("running", WireApp.event(token));
      assertTrue(server.connectionCount() <= 3);
      WireApp.open(token);
      assertEquals("passed", first.reply(1).body());
      assertEquals("passed", second.reply(1).body());
      assertEquals("passed", third.reply(1).body());
      first.close();
      assertEquals("hello", fourth.reply(1).body());
    }
  }

  @Row
  void m4_unknownManagementTypes(Wire wire) throws Exception {
    RawClient client = wire.connect();
    for (int type : new int[] {12, 77, 255, 0}) {
      client.record(type, 0, "content").send();
      Rec rec = client.next();
      assertEquals(RecordType.UNKNOWN_TYPE, rec.type());
      assertEquals(0, rec.id());
      assertEquals((char) type + "\0\0\0\0\0\0\0", rec.text());
    }
    client.begin(1, 1, 0).params(1, "DO", "hello").endStdin(1).send();
    assertEquals("hello", client.reply(1).body());
  }

  @Row(everySplit = false, singleBytes = false)
  void queriesOfAPeerThatDoesNotReadAreHeldBack(Wire wire) throws Exception {
    RawClient client = wire.connect();
    byte[] query = RawClient.pairs("FCGI_MPXS_CONNS", "");
    int count = 20_000;
    for (int i = 0; i < count; i++) {
      client.record(RecordType.GET_VALUES, 0, query);
    }
    Thread sender = new Thread(client::sendUntilClosed);
    sender.start();
    for (int i = 0; i < count; i++) {
      assertEquals(RecordType.GET_VALUES_RESULT, client.next().type());
    }
    sender.join();
  }
}
