package org.jsaffire.fcgi.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jsaffire.fcgi.protocol.ParamsLimits;
import org.jsaffire.fcgi.protocol.RecordType;
import org.jsaffire.fcgi.server.RawClient.Reply;

/** Rows N of the conformance table: name-value pairs. */
class PairRowsTest extends WireTests {
  private static void params(RawClient client, byte[] pairs) {
    for (int from = 0; from < pairs.length; from += 65535) {
      int end = Math.min(pairs.length, from + 65535);
      client.record(RecordType.PARAMS, 1, Arrays.copyOfRange(pairs, from, end));
    }
    client.record(RecordType.PARAMS, 1, "");
  }

  @Row(everySplit = false, singleBytes = false)
  void n1_valuesOfEveryLength(Wire wire) throws IOException {
    RawClient client = wire.connect();
    for (int length : new int[] {0, 1, 127, 128, 255, 256, 32767, 32768, 70000, 1 << 20}) {
      String value = "v".repeat(length);
      client.begin(1, 1, 1);
      params(client, RawClient.pairs("DO", "param", "NAME", "V", "V", value, "NEXT", "1"));
      client.endStdin(1).send();
      assertEquals(value, client.reply(1).body());
    }
  }

  @Row
  void n1_longFormOfAShortLength(Wire wire) throws IOException {
    RawClient client = wire.connect();
    client.begin(1, 1, 1);
    byte[] pairs = {(byte) 0x80, 0, 0, 2, (byte) 0x80, 0, 0, 5, 'D', 'O', 'h', 'e', 'l', 'l', 'o'};
    client.record(RecordType.PARAMS, 1, pairs).record(RecordType.PARAMS, 1, "").endStdin(1).send();
    assertEquals("hello", client.reply(1).body());
  }

  @Row
  void n2_emptyNamesAndValuesAndBytes(Wire wire) throws IOException {
    RawClient client = wire.connect();
    String bytes = "\0\1\u00ff\u00fe";
    client.begin(1, 1, 1).params(1, "DO", "params", "EMPTY", "", "", "x", "B", bytes);
    client.endStdin(1).send();
    assertEquals("DO=params\nEMPTY=\n=x\nB=" + bytes + "\n", client.reply(1).body());
  }

  @Row
  void n3_lastOfDuplicatesWinsAndCaseCounts(Wire wire) throws IOException {
    RawClient client = wire.connect();
    client.begin(1, 1, 1);
    client.params(1, "X", "1", "x", "2", "DO", "params", "NAME", "X", "DO", "param", "X", "3");
    client.endStdin(1).send();
    assertEquals("3", client.reply(1).body());
  }

  @Row
  void n4_pairThatRunsPastTheEnd(Wire wire) throws IOException {
    RawClient client = wire.connect();
    byte[] pairs = RawClient.pairs("DO", "hello");
    client.begin(1, 1, 1);
    client.record(RecordType.PARAMS, 1, Arrays.copyOf(pairs, pairs.length - 1));
    client.record(RecordType.PARAMS, 1, "").endStdin(1).send();
    Reply refused = client.reply(1);
    assertTrue(refused.head().startsWith("Status: 400 "), refused.head());
    client.begin(1, 1, 0).params(1, "DO", "hello").endStdin(1).send();
    assertEquals("hello", client.reply(1).body());
    client.expectClosed();
  }

  @Row(everySplit = false)
  void n5_limits(Wire wire) throws IOException {
    ServerOptions small =
        ServerOptions.builder().paramsLimits(new ParamsLimits(100, 4, 10)).build();
    RawClient client = wire.connect(Servers.with(small));
    String[][] refused = {
      {"DO", "hello", "V", "v".repeat(93)},
      {"DO", "hello", "A", "", "B", "", "C", "", "D", ""},
      {"DO", "hello", "NAME-OF-ELE", ""},
    };
    for (String[] pairs : refused) {
      client.begin(1, 1, 1).params(1, pairs).endStdin(1).send();
      assertTrue(client.reply(1).head().startsWith("Status: 431 "));
    }
    client.begin(1, 1, 1);
    client.params(1, "DO", "hello", "V", "v".repeat(82), "NAME-OF-10", "").endStdin(1).send();
    assertEquals("hello", client.reply(1).body());
  }

  @Row(everySplit = false, singleBytes = false)
  void n5_defaultLimits(Wire wire) throws IOException {
    RawClient client = wire.connect();
    String[] pairs = new String[2 * 999];
    Arrays.setAll(pairs, i -> i % 2 == 0 ? "N" + i : "");
    client.begin(1, 1, 1);
    params(client, RawClient.pairs(pairs));
    client.endStdin(1).send();
    assertEquals("hello", client.reply(1).body());
    client.begin(1, 1, 1);
    params(client, RawClient.pairs("LARGE", "v".repeat(2 << 19)));
    client.send();
    assertTrue(client.reply(1).head().startsWith("Status: 200 "));
    client.begin(1, 1, 1);
    byte[] half = RawClient.pairs("LARGE", "v".repeat(1_100_000));
    byte[] twice = new byte[2 * half.length];
    System.arraycopy(half, 0, twice, 0, half.length);
    System.arraycopy(half, 0, twice, half.length, half.length);
    params(client, twice);
    client.send();
    assertTrue(client.reply(1).head().startsWith("Status: 431 "));
  }

  @Row
  void httpProxyIsNeverPassedOn(Wire wire) throws IOException {
    RawClient client = wire.connect();
    client.begin(1, 1, 1).params(1, "DO", "param", "NAME", "HTTP_PROXY", "HTTP_PROXY", "evil");
    client.endStdin(1).send();
    assertEquals("null", client.reply(1).body());
  }

  @Row
  void textKeepsBytesThatAreNotUtf8(Wire wire) throws IOException {
    String utf8 =
        new String("\u00e9\u20ac".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    RawClient client = wire.connect();
    client.begin(1, 1, 1).params(1, "DO", "params", "U", utf8, "R", "\u00ff").endStdin(1).send();
    assertEquals("DO=params\nU=" + utf8 + "\nR=\u00ff\n", client.reply(1).body());
  }
}
