package org.jsaffire.fcgi.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Set;
import org.jsaffire.fcgi.protocol.ProtocolStatus;
import org.jsaffire.fcgi.protocol.RecordType;
import org.jsaffire.fcgi.protocol.Role;
import org.jsaffire.fcgi.request.RequestLimits;
import org.jsaffire.fcgi.server.RawClient.Reply;

/** Rows Q of the conformance table: begin, end, refusal, abort, multiplexing. */
class RequestRowsTest extends WireTests {
  @Row
  void q1_otherFlagsAreIgnored(Wire wire) throws IOException {
    RawClient client = wire.connect();
    client.begin(1, 1, 0xFF).params(1, "DO", "hello").endStdin(1).send();
    assertEquals("hello", client.reply(1).body());
    client.begin(1, 1, 0xFE).params(1, "DO", "hello").endStdin(1).send();
    assertEquals("hello", client.reply(1).body());
    client.expectClosed();
  }

  @Row
  void q1_otherLengthOfBeginIsAnError(Wire wire) throws IOException {
    for (String content : new String[] {"", "\0\1\1\0\0\0\0", "\0\1\1\0\0\0\0\0\0"}) {
      RawClient client = wire.connect();
      client.record(RecordType.BEGIN_REQUEST, 1, content).params(1, "DO", "hello");
      client.sendUntilClosed().expectGone();
    }
  }

  @Row
  void q2_unknownRoles(Wire wire) throws IOException {
    RawClient client = wire.connect();
    for (int role : new int[] {0, 4, 9, 256 + 1, 65535}) {
      client.begin(1, role, 1).params(1, "DO", "hello").stdin(1, "x").endStdin(1).send();
      Reply reply = client.reply(1);
      assertEquals(ProtocolStatus.UNKNOWN_ROLE, reply.protocolStatus());
      assertEquals(1, reply.records().size());
    }
    client.begin(2, 1, 1).params(2, "DO", "hello").endStdin(2).send();
    assertEquals("hello", client.reply(2).body());
    client.begin(1, 9, 0).params(1, "DO", "hello").endStdin(1).sendUntilClosed();
    assertEquals(ProtocolStatus.UNKNOWN_ROLE, client.reply(1).protocolStatus());
    client.expectClosed();
  }

  @Row
  void q3_rolesThatAreNotOffered(Wire wire) throws IOException {
    ServerOptions options = ServerOptions.builder().roles(Set.of(Role.RESPONDER)).build();
    RawClient client = wire.connect(Servers.with(options));
    for (int role : new int[] {2, 3}) {
      client.begin(1, role, 1).params(1, "DO", "role").endStdin(1).send();
      assertEquals(ProtocolStatus.UNKNOWN_ROLE, client.reply(1).protocolStatus());
    }
    client.begin(1, 1, 1).params(1, "DO", "role").endStdin(1).send();
    assertEquals("RESPONDER RESPONDER", client.reply(1).body());
  }

  @Row(everySplit = false)
  void q4_overloaded(Wire wire) throws Exception {
    ServerOptions options = ServerOptions.builder().threads(1).queueLength(1).build();
    try (FastCgiServer server = Servers.start(options, new WireApp())) {
      String token = Wire.token();
      RawClient client = wire.connect(server);
      client.begin(1, 1, 1).params(1, "DO", "gate", "TOKEN", token).endStdin(1);
      client.begin(2, 1, 1).params(2, "DO", "gate", "TOKEN", token).endStdin(2);
      client.begin(3, 1, 1).params(3, "DO", "gate", "TOKEN", token).endStdin(3).send();
      Reply refused = client.reply(3);
      assertEquals(ProtocolStatus.OVERLOADED, refused.protocolStatus());
      assertEquals(1, refused.records().size());
      assertEquals("running", WireApp.event(token));
      WireApp.open(token);
      assertEquals("passed", client.reply(1).body());
      assertEquals("passed", client.reply(2).body());
      client.begin(3, 1, 1).params(3, "DO", "hello").endStdin(3).send();
      assertEquals("hello", client.reply(3).body());
    }
  }

  @Row(everySplit = false, singleBytes = false)
  void q4_requestThatWaitsTooLongIsAnswered503(Wire wire) throws Exception {
    ServerOptions options =
        ServerOptions.builder().threads(1).queueLength(5).queueWaitMillis(50).build();
    try (FastCgiServer server = Servers.start(options, new WireApp())) {
      String token = Wire.token();
      RawClient client = wire.connect(server);
      client.begin(1, 1, 1).params(1, "DO", "gate", "TOKEN", token).endStdin(1);
      client.begin(2, 1, 1).params(2, "DO", "hello").endStdin(2).send();
      Reply late = client.reply(2);
      assertTrue(late.head().startsWith("Status: 503 "), late.out());
      assertTrue(late.head().contains("Retry-After: "), late.out());
      WireApp.open(token);
      assertEquals("passed", client.reply(1).body());
    }
  }

  @Row
  void q5_cannotMultiplex(Wire wire) throws Exception {
    ServerOptions options = ServerOptions.builder().multiplex(false).build();
    RawClient client = wire.connect(Servers.with(options));
    String token = Wire.token();
    client.begin(1, 1, 1).params(1, "DO", "echo", "TOKEN", token);
    client.begin(2, 1, 0).params(2, "DO", "hello").endStdin(2).send();
    Reply refused = client.reply(2);
    assertEquals(ProtocolStatus.CANT_MPX_CONN, refused.protocolStatus());
    assertEquals(1, refused.records().size());
    client.stdin(1, "unharmed").endStdin(1).send();
    assertEquals("unharmed", client.reply(1).body());
    client.begin(2, 1, 1).params(2, "DO", "hello").endStdin(2).send();
    assertEquals("hello", client.reply(2).body());
  }

  @Row
  void q6_multiplexed(Wire wire) throws Exception {
    RawClient client = wire.connect();
    client.begin(1, 1, 1).begin(2, 1, 1);
    client.record(RecordType.PARAMS, 1, RawClient.pairs("DO", "echo"));
    client.record(RecordType.PARAMS, 2, RawClient.pairs("DO", "echo"));
    client.record(RecordType.PARAMS, 2, "").record(RecordType.PARAMS, 1, "");
    client.stdin(2, "two").stdin(1, "on").stdin(2, " and more").stdin(1, "e").endStdin(2).send();
    assertEquals("two and more", client.reply(2).body());
    client.endStdin(1).send();
    assertEquals("one", client.reply(1).body());
  }

  @Row(everySplit = false, singleBytes = false)
  void q6_slowRequestDoesNotHoldUpTheOthers(Wire wire) throws Exception {
    RawClient client = wire.connect();
    String token = Wire.token();
    int size = 5 << 20;
    client.begin(1, 1, 1).params(1, "DO", "gate", "TOKEN", token);
    client.begin(2, 1, 1).params(2, "DO", "echo");
    for (int sent = 0; sent < size; sent += 50_000) {
      client.stdin(1, "u".repeat(Math.min(50_000, size - sent)));
    }
    client.stdin(2, "through").endStdin(2).send();
    assertEquals("through", client.reply(2).body());
    WireApp.open(token);
    client.endStdin(1).send();
    assertEquals("passed", client.reply(1).body());
  }

  @Row(everySplit = false, singleBytes = false)
  void q6_spilledInputComesBackInOrder(Wire wire) throws Exception {
    RawClient client = wire.connect();
    String token = Wire.token();
    client.begin(2, 1, 1).params(2, "DO", "gate", "TOKEN", token);
    client.begin(1, 1, 1).params(1, "DO", "echo");
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      String part = (char) ('a' + i % 26) + "-".repeat(40_000) + i;
      body.append(part);
      client.stdin(1, part);
    }
    client.endStdin(1).send();
    assertEquals(body.toString(), client.reply(1).body());
    WireApp.open(token);
    client.endStdin(2).send();
    assertEquals("passed", client.reply(2).body());
  }

  @Row
  void q7_secondBeginOfAnActiveId(Wire wire) throws IOException {
    RawClient client = wire.connect();
    client.begin(1, 1, 1).params(1, "DO", "echo").begin(1, 1, 1).params(1, "DO", "hello");
    client.endStdin(1).sendUntilClosed().expectGone();
  }

  @Row
  void q8_abortBeforeParamsEnd(Wire wire) throws IOException {
    RawClient client = wire.connect();
    client.begin(1, 1, 1).record(RecordType.PARAMS, 1, RawClient.pairs("DO", "exit"));
    client.abort(1).send();
    Reply reply = client.reply(1);
    assertEquals(ProtocolStatus.REQUEST_COMPLETE, reply.protocolStatus());
    assertEquals("", reply.out());
    client.begin(1, 1, 1).params(1, "DO", "hello").endStdin(1).send();
    assertEquals("hello", client.reply(1).body());
  }

  @Row(everySplit = false)
  void q8_abortWhileRunning(Wire wire) throws Exception {
    RawClient client = wire.connect();
    String token = Wire.token();
    client.begin(1, 1, 1).params(1, "DO", "abort", "TOKEN", token).endStdin(1);
    client.begin(2, 1, 1).params(2, "DO", "echo").stdin(2, "goes on").send();
    assertEquals("running", WireApp.event(token));
    client.abort(1).send();
    Reply reply = client.reply(1);
    assertEquals(ProtocolStatus.REQUEST_COMPLETE, reply.protocolStatus());
    assertEquals(77, reply.appStatus());
    assertEquals("aborted true", WireApp.event(token));
    client.endStdin(2).abort(1).send();
    assertEquals("goes on", client.reply(2).body());
  }

  @Row(everySplit = false)
  void q8_abortWhileReading(Wire wire) throws Exception {
    RawClient client = wire.connect();
    String token = Wire.token();
    client.begin(1, 1, 1).params(1, "DO", "body", "TOKEN", token).stdin(1, "half").send();
    assertEquals("running", WireApp.event(token));
    client.abort(1).send();
    assertEquals("failed: request aborted by the web server", WireApp.event(token));
    assertEquals(ProtocolStatus.REQUEST_COMPLETE, client.reply(1).protocolStatus());
  }

  @Row(everySplit = false)
  void q8_abortWhileWaitingForAThread(Wire wire) throws Exception {
    ServerOptions options = ServerOptions.builder().threads(1).build();
    try (FastCgiServer server = Servers.start(options, new WireApp())) {
      String token = Wire.token();
      RawClient client = wire.connect(server);
      client.begin(1, 1, 1).params(1, "DO", "gate", "TOKEN", token).endStdin(1).send();
      assertEquals("running", WireApp.event(token));
      client.begin(2, 1, 1).params(2, "DO", "hello").endStdin(2).abort(2).send();
      Reply aborted = client.reply(2);
      assertEquals(ProtocolStatus.REQUEST_COMPLETE, aborted.protocolStatus());
      assertEquals("", aborted.out());
      WireApp.open(token);
      assertEquals("passed", client.reply(1).body());
    }
  }

  @Row
  void q8_abortAfterTheEndIsIgnored(Wire wire) throws IOException {
    RawClient client = wire.connect();
    client.begin(1, 1, 1).params(1, "DO", "hello").endStdin(1).send();
    assertEquals("hello", client.reply(1).body());
    client.abort(1).begin(2, 1, 1).params(2, "DO", "hello").endStdin(2).send();
    assertEquals("hello", client.reply(2).body());
  }

  @Row
  void q9_exitStatus(Wire wire) throws IOException {
    RawClient client = wire.connect();
    for (int status : new int[] {0, 7, 938, -1, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
      client.begin(1, 1, 1).params(1, "DO", "exit", "STATUS", "" + status).endStdin(1).send();
      Reply reply = client.reply(1);
      assertEquals(status, reply.appStatus());
      assertEquals(ProtocolStatus.REQUEST_COMPLETE, reply.protocolStatus());
      assertEquals(1, reply.count(RecordType.END_REQUEST));
    }
  }

  @Row
  void q9_failingApplication(Wire wire) throws IOException {
    RawClient client = wire.connect();
    client.begin(1, 1, 1).params(1, "DO", "throw").endStdin(1).send();
    Reply reply = client.reply(1);
    assertTrue(reply.head().startsWith("Status: 500 "), reply.out());
    assertEquals(1, reply.appStatus());
    client.begin(1, 1, 1).params(1, "DO", "hello").endStdin(1).send();
    assertEquals("hello", client.reply(1).body());
  }

  @Row(everySplit = false)
  void q10_replyBeforeStdinEnds(Wire wire) throws IOException {
    RawClient client = wire.connect();
    client.begin(1, 1, 1).record(RecordType.PARAMS, 1, RawClient.pairs("DO", "early")).send();
    client.record(RecordType.PARAMS, 1, "").send();
    RawClient.Rec first = client.next();
    assertEquals(RecordType.STDOUT, first.type());
    assertTrue(first.text().endsWith("early "));
    client.stdin(1, "and late").endStdin(1).send();
    assertEquals("and late", client.reply(1).out());
  }

  @Row(everySplit = false)
  void finishedRequestRunsOnWithoutItsConnection(Wire wire) throws Exception {
    RawClient client = wire.connect();
    String token = Wire.token();
    client.begin(1, 1, 1).params(1, "DO", "finish", "TOKEN", token).endStdin(1).send();
    assertEquals("finished", client.reply(1).body());
    client.begin(1, 1, 0).params(1, "DO", "hello").endStdin(1).send();
    assertEquals("hello", client.reply(1).body());
    client.expectClosed();
    WireApp.open(token);
    assertEquals("went on", WireApp.event(token));
  }

  @Row
  void abandonedRequestClosesWithoutAWord(Wire wire) throws Exception {
    RawClient client = wire.connect();
    client.begin(1, 1, 1).params(1, "DO", "abandon").endStdin(1).sendUntilClosed();
    client.expectGone();
  }

  @Row(everySplit = false, singleBytes = false)
  void silentBodyFailsTheRead(Wire wire) throws Exception {
    RequestLimits limits = new RequestLimits(65536, 1 << 20, 0, 60, 1000, true);
    try (FastCgiServer server =
        Servers.start(ServerOptions.builder().requestLimits(limits).build(), new WireApp())) {
      RawClient client = wire.connect(server);
      client.begin(1, 1, 1).params(1, "DO", "body").stdin(1, "half").send();
      assertEquals("failed: no input for 60 ms", client.reply(1).body());
    }
  }

  @Row(everySplit = false, singleBytes = false)
  void bodiesAboveTheLimitAreRefused(Wire wire) throws Exception {
    RequestLimits limits = new RequestLimits(65536, 1 << 20, 10, 1000, 1000, true);
    ServerOptions options = ServerOptions.builder().requestLimits(limits).build();
    RawClient client = wire.connect(Servers.with(options));
    client.begin(1, 1, 1).params(1, "DO", "echo", "CONTENT_LENGTH", "11").send();
    assertTrue(client.reply(1).head().startsWith("Status: 413 "));
    client.begin(1, 1, 1).params(1, "DO", "echo", "CONTENT_LENGTH", "10");
    client.stdin(1, "0123456789").endStdin(1).send();
    assertEquals("0123456789", client.reply(1).body());
    client.begin(1, 1, 1).params(1, "DO", "body").stdin(1, "01234").stdin(1, "567890").send();
    assertEquals("failed: body is larger than 10 bytes", client.reply(1).body());
    for (String bad : new String[] {"-2", "x", "1e3", "9".repeat(19)}) {
      client.begin(1, 1, 1).params(1, "DO", "echo", "CONTENT_LENGTH", bad).endStdin(1).send();
      assertTrue(client.reply(1).head().startsWith("Status: 400 "), bad);
    }
  }
}
