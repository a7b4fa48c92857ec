package org.jsaffire.fcgi.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.jsaffire.fcgi.protocol.RecordType;
import org.jsaffire.fcgi.request.RequestLimits;
import org.jsaffire.fcgi.server.RawClient.Rec;
import org.jsaffire.fcgi.server.RawClient.Reply;

/** Rows R of the conformance table: records. */
class RecordRowsTest extends WireTests {
  @Row
  void r1_otherVersionsClose(Wire wire) throws IOException {
    for (int version : new int[] {0, 2, 255}) {
      RawClient client = wire.connect();
      byte[] record = {(byte) version, 1, 0, 1, 0, 8, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0};
      client.bytes(record).params(1, "DO", "hello").endStdin(1).sendUntilClosed();
      client.expectGone();
    }
  }

  @Row
  void r1_otherVersionAfterAReplyKeepsTheReply(Wire wire) throws IOException {
    RawClient client = wire.connect();
    client.begin(1, 1, 1).params(1, "DO", "hello").endStdin(1).send();
    assertEquals("hello", client.reply(1).body());
    client.bytes(new byte[] {2, 5, 0, 1, 0, 0, 0, 0}).sendUntilClosed();
    client.expectGone();
  }

  @Row(everySplit = false, singleBytes = false)
  void r2_everyPaddingAndReservedByte(Wire wire) throws IOException {
    RawClient client = wire.connect();
    for (int padding = 0; padding <= 255; padding++) {
      client.begin(1, 1, 1);
      client.record(
          RecordType.PARAMS, 1, RawClient.pairs("DO", "echo", "CONTENT_LENGTH", "4"), padding, 255);
      client.record(RecordType.PARAMS, 1, new byte[0], padding, 255);
      client.record(RecordType.STDIN, 1, RawClient.latin1("body"), padding, 255);
      client.record(RecordType.STDIN, 1, new byte[0], padding, 1).send();
      assertEquals("body", client.reply(1).body());
    }
  }

  @Row
  void r2_paddedRecords(Wire wire) throws IOException {
    RawClient client = wire.connect();
    client.begin(1, 1, 1);
    client.record(RecordType.PARAMS, 1, RawClient.pairs("DO", "echo"), 7, 255);
    client.record(RecordType.PARAMS, 1, new byte[0], 3, 0);
    client.record(RecordType.STDIN, 1, RawClient.latin1("b"), 31, 0).endStdin(1).send();
    assertEquals("b", client.reply(1).body());
  }

  @Row(singleBytes = false, everySplit = false)
  void r2_largestRecord(Wire wire) throws IOException {
    RawClient client = wire.connect();
    String body = "x".repeat(65535);
    client.begin(1, 1, 1).params(1, "DO", "echo").stdin(1, body).endStdin(1).send();
    assertEquals(body, client.reply(1).body());
  }

  @Row
  void r3_anySplitGivesTheSameReply(Wire wire) throws IOException {
    RawClient client = wire.connect();
    client.begin(1, 1, 1).params(1, "DO", "echo", "CONTENT_LENGTH", "10");
    client.stdin(1, "01234").stdin(1, "56789").endStdin(1).send();
    assertEquals("0123456789", client.reply(1).body());
  }

  @Row(everySplit = false)
  void r3_beginAlone(Wire wire) throws IOException {
    RawClient client = wire.connect();
    long before = Servers.standard().totalRequests();
    client.begin(1, 1, 0).send();
    while (Servers.standard().totalRequests() == before) {
      Thread.onSpinWait();
    }
    client.params(1, "DO", "hello").endStdin(1).send();
    assertEquals("hello", client.reply(1).body());
    client.expectClosed();
  }

  @Row(everySplit = false)
  void r4_paramsInRecordsOfOneByte(Wire wire) throws IOException {
    RawClient client = wire.connect();
    client.begin(1, 1, 1);
    String value = "v".repeat(200);
    for (byte b : RawClient.pairs("DO", "param", "NAME", "LONG", "LONG", value)) {
      client.record(RecordType.PARAMS, 1, new byte[] {b});
    }
    client.record(RecordType.PARAMS, 1, "").endStdin(1).send();
    assertEquals(value, client.reply(1).body());
  }

  @Row
  void r5_recordsOfInactiveIdsAreIgnored(Wire wire) throws IOException {
    RawClient client = wire.connect();
    client.stdin(9, "foreign").abort(9).params(8, "DO", "exit", "STATUS", "1");
    client.begin(1, 1, 1).stdin(9, "foreign").params(1, "DO", "echo");
    client.stdin(9, "x").stdin(1, "mine").data(7, "d").endStdin(9).endStdin(1).send();
    assertEquals("mine", client.reply(1).body());
  }

  @Row
  void r5_idCanBeUsedAgainAtOnce(Wire wire) throws IOException {
    RawClient client = wire.connect();
    for (int i = 0; i < 5; i++) {
      client.begin(1, 1, 1).params(1, "DO", "echo").stdin(1, "n" + i).endStdin(1).send();
      assertEquals("n" + i, client.reply(1).body());
      client.abort(1).stdin(1, "late");
    }
  }

  @Row
  void r6_largestId(Wire wire) throws IOException {
    RawClient client = wire.connect();
    client.begin(65535, 1, 0).params(65535, "DO", "hello").endStdin(65535).send();
    Reply reply = client.reply(65535);
    assertEquals("hello", reply.body());
    assertTrue(reply.records().stream().allMatch(r -> r.id() == 65535));
    client.expectClosed();
  }

  @Row
  void r7_beginWithIdZeroCloses(Wire wire) throws IOException {
    RawClient client = wire.connect();
    client.begin(0, 1, 1).params(0, "DO", "hello").sendUntilClosed();
    client.expectGone();
  }

  @Row
  void r7_applicationRecordWithIdZeroIsUnknown(Wire wire) throws IOException {
    RawClient client = wire.connect();
    client.stdin(0, "abc").send();
    Rec rec = client.next();
    assertEquals(RecordType.UNKNOWN_TYPE, rec.type());
    assertEquals(0, rec.id());
    assertEquals("\5\0\0\0\0\0\0\0", rec.text());
  }

  @Row
  void r8_typesOfTheApplicationAreIgnored(Wire wire) throws IOException {
    RawClient client = wire.connect();
    client.begin(1, 1, 1);
    for (int type : new int[] {3, 6, 7, 10, 11}) {
      client.record(type, 1, "12345678").record(type, 0, "12345678");
    }
    client.params(1, "DO", "echo").record(3, 1, "12345678");
    client.stdin(1, "still here").endStdin(1).send();
    assertEquals("still here", client.reply(1).body());
  }

  @Row(singleBytes = false, everySplit = false)
  void r9_recordsAreAligned(Wire wire) throws IOException {
    RawClient client = wire.connect();
    for (int size : new int[] {0, 1, 7, 8, 9, 8192, 20000, 65535, 65536, 200_001}) {
      client.begin(1, 1, 1).params(1, "DO", "big", "SIZE", "" + size).endStdin(1).send();
      Reply reply = client.reply(1);
      assertEquals(size, reply.body().length());
      for (Rec rec : reply.records()) {
        assertEquals(0, (rec.content().length + rec.padding()) % 8, rec.toString());
      }
    }
  }

  @Row(singleBytes = false, everySplit = false)
  void r9_alignmentCanBeSwitchedOff(Wire wire) throws IOException {
    RequestLimits d = RequestLimits.DEFAULTS;
    RequestLimits packed =
        new RequestLimits(
            d.inputMemoryBytes(),
            d.spillBytes(),
            d.maxBodyBytes(),
            d.bodyReadMillis(),
            d.replyWriteMillis(),
            false);
    FastCgiServer server = Servers.with(ServerOptions.builder().requestLimits(packed).build());
    RawClient client = wire.connect(server);
    client.begin(1, 1, 1).params(1, "DO", "hello").endStdin(1).send();
    Reply reply = client.reply(1);
    assertEquals("hello", reply.body());
    assertTrue(reply.records().stream().allMatch(r -> r.padding() == 0));
  }
}
