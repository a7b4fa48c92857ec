package org.jsaffire.fcgi.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordParserTest {
  private static byte[] sample() {
    ByteBuffer out = ByteBuffer.allocate(2048);
    Records.beginRequest(out, 1, 1, Records.KEEP_CONN);
    record(out, RecordType.PARAMS, 1, "\1\1ab", 4);
    Records.endOfStream(out, RecordType.PARAMS, 1);
    record(out, RecordType.STDIN, 65535, "body", 255);
    record(out, 77, 0, "x".repeat(300), 0);
    Records.endRequest(out, 1, -1, ProtocolStatus.OVERLOADED);
    Records.unknownType(out, 200);
    return Arrays.copyOf(out.array(), out.position());
  }

  private static void record(ByteBuffer out, int type, int id, String content, int padding) {
    byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
    Records.header(out, type, id, bytes.length, padding);
    out.put(bytes);
    Records.pad(out, padding);
  }

  private static List<String> events(byte[] bytes, int... cuts) {
    EventLog log = new EventLog();
    RecordParser parser = new RecordParser(log);
    int from = 0;
    for (int cut : cuts) {
      assertTrue(parser.parse(ByteBuffer.wrap(bytes, from, cut - from)));
      from = cut;
    }
    assertTrue(parser.parse(ByteBuffer.wrap(bytes, from, bytes.length - from)));
    assertTrue(parser.isBetweenRecords());
    return log.events;
  }

  @Test
  void tellsTypeIdAndContent() {
    assertEquals(
        List.of(
            "BEGIN_REQUEST 1 8",
            "end \0\1\1\0\0\0\0\0",
            "PARAMS 1 4",
            "end \1\1ab",
            "PARAMS 1 0",
            "end ",
            "STDIN 65535 4",
            "end body",
            "type 77 0 300",
            "end " + "x".repeat(300),
            "END_REQUEST 1 8",
            "end \u00ff\u00ff\u00ff\u00ff\2\0\0\0",
            "UNKNOWN_TYPE 0 8",
            "end \u00c8\0\0\0\0\0\0\0"),
        events(sample()));
  }

  @Test
  void everySplitGivesTheSameEvents() {
    byte[] bytes = sample();
    List<String> whole = events(bytes);
    for (int cut = 0; cut <= bytes.length; cut++) {
      assertEquals(whole, events(bytes, cut), "cut at " + cut);
    }
  }

  @Test
  void oneByteAtATimeGivesTheSameEvents() {
    byte[] bytes = sample();
    int[] cuts = new int[bytes.length];
    Arrays.setAll(cuts, i -> i);
    assertEquals(events(bytes), events(bytes, cuts));
  }

  @Test
  void takesTheLargestContentAndEveryPadding() {
    for (int padding = 0; padding <= 255; padding++) {
      ByteBuffer out = ByteBuffer.allocate(70000);
      Records.header(out, RecordType.STDIN, 3, Records.MAX_CONTENT, padding);
      out.put(new byte[Records.MAX_CONTENT]);
      Records.pad(out, padding);
      Records.endOfStream(out, RecordType.STDIN, 3);
      EventLog log = new EventLog();
      assertTrue(new RecordParser(log).parse(out.flip()));
      assertEquals(4, log.events.size());
      assertEquals("STDIN 3 0", log.events.get(2));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 255})
  void stopsForGoodAtAnotherVersion(int version) {
    byte[] bytes = sample();
    bytes[16] = (byte) version;
    EventLog log = new EventLog();
    RecordParser parser = new RecordParser(log);
    assertFalse(parser.parse(ByteBuffer.wrap(bytes)));
    assertEquals(3, log.events.size());
    assertEquals("version " + version, log.events.get(2));
    assertFalse(parser.parse(ByteBuffer.wrap(sample())));
    assertEquals(3, log.events.size());
  }

  @Test
  void reservedByteIsIgnored() {
    byte[] bytes = sample();
    bytes[7] = (byte) 255;
    assertEquals(events(sample()), events(bytes));
  }

  @Test
  void offersARecordAgainThatTheListenerDidNotTake() {
    List<String> seen = new ArrayList<>();
    boolean[] open = {false};
    RecordParser parser =
        new RecordParser(
            new RecordParser.Listener() {
              @Override
              public boolean record(int type, int id, int contentLength) {
                seen.add(RecordType.name(type));
                return open[0];
              }

              @Override
              public void content(ByteBuffer slice) {
                seen.add("content " + slice.remaining());
              }

              @Override
              public void end() {
                seen.add("end");
              }

              @Override
              public void unsupportedVersion(int version) {
                throw new AssertionError();
              }
            });
    ByteBuffer in = ByteBuffer.allocate(16);
    Records.beginRequest(in, 1, 1, 0);
    in.flip();
    assertFalse(parser.parse(in));
    assertEquals(8, in.remaining());
    assertFalse(parser.parse(in));
    open[0] = true;
    assertTrue(parser.parse(in));
    assertEquals(
        List.of("BEGIN_REQUEST", "BEGIN_REQUEST", "BEGIN_REQUEST", "content 8", "end"), seen);
  }

  @Test
  void aCutHeaderIsNotBetweenRecords() {
    RecordParser parser = new RecordParser(new EventLog());
    assertTrue(parser.isBetweenRecords());
    parser.parse(ByteBuffer.wrap(sample(), 0, 3));
    assertFalse(parser.isBetweenRecords());
  }

  @Test
  void randomBytesNeverEscapeTheListener() {
    ProtocolFuzz.run(new Random(5).nextLong(), 20_000);
  }
}
