package org.jsaffire.fcgi.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jsaffire.fcgi.protocol.RecordType;
import org.jsaffire.fcgi.server.RawClient.Rec;
import org.jsaffire.fcgi.server.RawClient.Reply;

/** Rows W, A, Z and F of the conformance table: streams out, and the three roles. */
class StreamRowsTest extends WireTests {
  private static List<Integer> types(Reply reply) {
    return reply.records().stream().map(Rec::type).collect(Collectors.toList());
  }

  @Row
  void w1_emptyReplyHasOneStdoutRecord(Wire wire) throws IOException {
    RawClient client = wire.connect();
    client.begin(1, 1, 1).params(1, "DO", "nothing").endStdin(1).send();
    Reply reply = client.reply(1);
    assertEquals(List.of(RecordType.STDOUT, RecordType.END_REQUEST), types(reply));
    assertEquals(0, reply.records().get(0).content().length);
  }

  @Row
  void w2_emptyStdoutOnlyAtTheEnd(Wire wire) throws IOException {
    RawClient client = wire.connect();
    client.begin(1, 1, 1).params(1, "DO", "flush").endStdin(1).send();
    Reply reply = client.reply(1);
    List<Rec> records = reply.records();
    for (int i = 0; i < records.size() - 2; i++) {
      assertNotEquals(0, records.get(i).content().length, "record " + i);
    }
    assertEquals(0, records.get(records.size() - 2).content().length);
    assertEquals("end", reply.body());
  }

  @Row
  void w3_noStderrWithoutErrors(Wire wire) throws IOException {
    RawClient client = wire.connect();
    client.begin(1, 1, 1).params(1, "DO", "hello").endStdin(1).send();
    assertEquals(0, client.reply(1).count(RecordType.STDERR));
  }

  @Row
  void w3_stderrEndsWithOneEmptyRecord(Wire wire) throws IOException {
    RawClient client = wire.connect();
    client.begin(1, 1, 1).params(1, "DO", "errors", "OUT", "1").endStdin(1).send();
    Reply reply = client.reply(1);
    assertEquals("one two", reply.err());
    List<Rec> errors =
        reply.records().stream()
            .filter(r -> r.type() == RecordType.STDERR)
            .collect(Collectors.toList());
    for (int i = 0; i < errors.size(); i++) {
      assertEquals(i == errors.size() - 1, errors.get(i).content().length == 0, "record " + i);
    }
  }

  @Row
  void w4_bothStreamsEndBeforeTheRequest(Wire wire) throws IOException {
    RawClient client = wire.connect();
    client.begin(1, 1, 1).params(1, "DO", "errors", "OUT", "1").endStdin(1).send();
    Reply reply = client.reply(1);
    List<Integer> types = types(reply);
    int n = types.size();
    assertEquals(
        List.of(RecordType.STDERR, RecordType.STDOUT, RecordType.END_REQUEST),
        types.subList(n - 3, n));
    assertEquals("out", reply.body());
  }

  @Row
  void w5_nothingAfterTheEnd(Wire wire) throws Exception {
    RawClient client = wire.connect();
    String token = Wire.token();
    client.begin(1, 1, 1).params(1, "DO", "late", "TOKEN", token).endStdin(1).send();
    assertEquals("done", client.reply(1).body());
    assertTrue(WireApp.event(token).startsWith("refused: "));
    client.begin(2, 1, 0).params(2, "DO", "hello").endStdin(2).send();
    assertEquals("hello", client.reply(2).body());
    client.expectClosed();
  }

  @Row
  void w7_stderrIsHeldBackUntilStdout(Wire wire) throws Exception {
    RawClient client = wire.connect();
    client.begin(1, 1, 1).params(1, "DO", "errors", "OUT", "1").endStdin(1).send();
    assertEquals(RecordType.STDOUT, client.reply(1).records().get(0).type());
    client.begin(1, 1, 1).params(1, "DO", "errors").endStdin(1).send();
    Reply alone = client.reply(1);
    assertEquals("one ", alone.err());
    assertEquals("", alone.out());
  }

  @Row(everySplit = false, singleBytes = false)
  void largeReplyInConstantPieces(Wire wire) throws IOException {
    RawClient client = wire.connect();
    client.begin(1, 1, 0).params(1, "DO", "big", "SIZE", "3000000").endStdin(1).send();
    String body = client.reply(1).body();
    assertEquals(3_000_000, body.length());
    for (int i = 0; i < body.length(); i += 9973) {
      assertEquals((char) ('a' + i % 26), body.charAt(i));
    }
    client.expectClosed();
  }

  @Row
  void a1_atMostContentLengthBytes(Wire wire) throws IOException {
    RawClient client = wire.connect();
    client.begin(1, 1, 1).params(1, "DO", "echo", "CONTENT_LENGTH", "5");
    client.stdin(1, "012").stdin(1, "3456789").endStdin(1).send();
    assertEquals("01234", client.reply(1).body());
  }

  @Row
  void a2_shortBodyFailsTheRead(Wire wire) throws Exception {
    RawClient client = wire.connect();
    client.begin(1, 1, 1).params(1, "DO", "body", "CONTENT_LENGTH", "10");
    client.stdin(1, "0123").endStdin(1).send();
    assertEquals("failed: input ended after 4 of 10 bytes", client.reply(1).body());
  }

  @Row
  void a3_bodyWithoutContentLength(Wire wire) throws IOException {
    RawClient client = wire.connect();
    client.begin(1, 1, 1).params(1, "DO", "echo", "CONTENT_LENGTH", "");
    client.stdin(1, "chunked ").stdin(1, "upload").endStdin(1).send();
    assertEquals("chunked upload", client.reply(1).body());
    client.begin(1, 1, 1).params(1, "DO", "echo", "CONTENT_LENGTH", "-1");
    client.stdin(1, "as Caddy ").stdin(1, "sends it").endStdin(1).send();
    assertEquals("as Caddy sends it", client.reply(1).body());
  }

  @Row(everySplit = false, singleBytes = false)
  void a3_largeBody(Wire wire) throws Exception {
    RawClient client = wire.connect();
    client.begin(1, 1, 1).params(1, "DO", "body");
    for (int i = 0; i < 200; i++) {
      client.stdin(1, "x".repeat(60_000));
    }
    client.endStdin(1).send();
    assertEquals("read 12000000", client.reply(1).body());
  }

  @Row
  void z1_authorizerDoesNotWaitForStdin(Wire wire) throws IOException {
    RawClient client = wire.connect();
    client.begin(1, 2, 1).params(1, "DO", "role").send();
    assertEquals("AUTHORIZER AUTHORIZER", client.reply(1).body());
    client.endStdin(1).begin(1, 2, 0).params(1, "DO", "echo").stdin(1, "ignored").endStdin(1);
    client.send();
    assertEquals("", client.reply(1).body());
    client.expectClosed();
  }

  @Row
  void z2_authorizerNeedsNoNames(Wire wire) throws IOException {
    RawClient client = wire.connect();
    client.begin(1, 2, 0).record(RecordType.PARAMS, 1, "").send();
    assertEquals("hello", client.reply(1).body());
    client.expectClosed();
  }

  @Row
  void f1_filterReadsStdinThenData(Wire wire) throws IOException {
    RawClient client = wire.connect();
    client.begin(1, 3, 1);
    client.params(1, "DO", "filter", "FCGI_DATA_LENGTH", "9", "FCGI_DATA_LAST_MOD", "1234567890");
    client.stdin(1, "body").endStdin(1).data(1, "the ").data(1, "file.").endData(1).send();
    assertEquals("body|true|the file.|9|1234567890", client.reply(1).body());
  }

  @Row(everySplit = false)
  void f2_noOutputBeforeStdinEnds(Wire wire) throws Exception {
    RawClient client = wire.connect();
    client.begin(1, 3, 1).params(1, "DO", "eager").stdin(1, "x".repeat(1000)).send();
    client.record(RecordType.GET_VALUES, 0, "").send();
    assertEquals(RecordType.GET_VALUES_RESULT, client.next().type());
    client.endStdin(1).send();
    assertEquals("eager " + "x".repeat(1000), client.reply(1).body());
  }

  @Row(everySplit = false, singleBytes = false)
  void f2_earlyOutputOfAFilterWithALargeBody(Wire wire) throws Exception {
    RawClient client = wire.connect();
    client.begin(1, 3, 1).params(1, "DO", "eager");
    for (int i = 0; i < 50; i++) {
      client.stdin(1, "x".repeat(50_000));
    }
    client.endStdin(1).send();
    assertEquals(6 + 2_500_000, client.reply(1).body().length());
  }

  @Row
  void f3_filterMayIgnoreData(Wire wire) throws IOException {
    RawClient client = wire.connect();
    client.begin(1, 3, 1).params(1, "DO", "skip", "FCGI_DATA_LENGTH", "9");
    client.stdin(1, "body").endStdin(1).send();
    assertEquals("cached", client.reply(1).body());
    client.data(1, "the file.").endData(1);
    client.begin(1, 1, 1).params(1, "DO", "hello").endStdin(1).send();
    assertEquals("hello", client.reply(1).body());
  }

  @Row
  void f4_otherLengthOfDataIsReported(Wire wire) throws IOException {
    RawClient client = wire.connect();
    client.begin(1, 3, 1).params(1, "DO", "filter", "FCGI_DATA_LENGTH", "9");
    client.endStdin(1).data(1, "four").endData(1).send();
    assertEquals("|true|failed: input ended after 4 of 9 bytes|9|-1", client.reply(1).body());
    client.begin(1, 3, 1).params(1, "DO", "filter", "FCGI_DATA_LENGTH", "2");
    client.endStdin(1).data(1, "four").endData(1).send();
    assertEquals("|true|fo|2|-1", client.reply(1).body());
  }

  @Row
  void f5_dataBeforeStdinEndsIsQueued(Wire wire) throws IOException {
    RawClient client = wire.connect();
    client.begin(1, 3, 1).params(1, "DO", "filter").data(1, "file").stdin(1, "bo");
    client.data(1, " data").stdin(1, "dy").endData(1).endStdin(1).send();
    assertEquals("body|true|file data|-1|-1", client.reply(1).body());
  }

  @Row
  void f5_dataForOtherRolesIsIgnored(Wire wire) throws IOException {
    RawClient client = wire.connect();
    client.begin(1, 1, 1).params(1, "DO", "echo").data(1, "data").stdin(1, "in").endData(1);
    client.endStdin(1).send();
    assertEquals("in", client.reply(1).body());
  }

  @Row
  void startFilterDataInOtherRolesFails(Wire wire) throws IOException {
    RawClient client = wire.connect();
    client.begin(1, 1, 1).params(1, "DO", "sequence").stdin(1, "in").endStdin(1).send();
    assertEquals("false -1", client.reply(1).body());
  }
}
