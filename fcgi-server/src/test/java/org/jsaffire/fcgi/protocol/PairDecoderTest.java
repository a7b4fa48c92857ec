package org.jsaffire.fcgi.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jsaffire.fcgi.protocol.PairDecoder.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairDecoderTest {
  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] encode(String... namesAndValues) {
    int size = 0;
    for (int i = 0; i < namesAndValues.length; i += 2) {
      size += Pairs.encodedLength(namesAndValues[i].length(), namesAndValues[i + 1].length());
    }
    ByteBuffer out = ByteBuffer.allocate(size);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Pairs.put(out, bytes(namesAndValues[i]), bytes(namesAndValues[i + 1]));
    }
    assertEquals(0, out.remaining());
    return out.array();
  }

  private static List<String> pairs(Params params) {
    List<String> list = new ArrayList<>();
    for (int i = 0; i < params.count(); i++) {
      list.add(params.nameLatin1(i) + "=" + params.valueLatin1(i));
    }
    return list;
  }

  private static PairDecoder fed(ParamsLimits limits, byte[] bytes) {
    PairDecoder decoder = new PairDecoder(limits);
    decoder.feed(ByteBuffer.wrap(bytes));
    return decoder;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 127, 128, 255, 256, 32767, 32768, 70000, 1 << 20})
  void valuesOfEveryLengthForm(int length) {
    String value = "v".repeat(length);
    PairDecoder decoder = fed(ParamsLimits.DEFAULTS, encode("NAME", value, "NEXT", "1"));
    assertEquals(Problem.NONE, decoder.finish());
    assertEquals(List.of("NAME=" + value, "NEXT=1"), pairs(decoder.params()));
  }

  @Test
  void fourByteFormOfASmallLength() {
    byte[] in = {(byte) 0x80, 0, 0, 3, (byte) 0x80, 0, 0, 2, 'a', 'b', 'c', 'd', 'e'};
    PairDecoder decoder = fed(ParamsLimits.DEFAULTS, in);
    assertEquals(Problem.NONE, decoder.finish());
    assertEquals(List.of("abc=de"), pairs(decoder.params()));
  }

  @Test
  void emptyNamesAndValuesAreKept() {
    PairDecoder decoder = fed(ParamsLimits.DEFAULTS, encode("", "x", "A", "", "", ""));
    assertEquals(Problem.NONE, decoder.finish());
    assertEquals(List.of("=x", "A=", "="), pairs(decoder.params()));
  }

  @Test
  void duplicatesAreKeptAndTheLastIsFound() {
    Params params = fed(ParamsLimits.DEFAULTS, encode("A", "1", "a", "2", "A", "3")).params();
    assertEquals(3, params.count());
    assertEquals(2, params.find("A"));
    assertEquals(1, params.find("a"));
    assertEquals(-1, params.find("B"));
  }

  @Test
  void valuesAreBytes() {
    byte[] all = new byte[256];
    for (int i = 0; i < 256; i++) {
      all[i] = (byte) i;
    }
    ByteBuffer out = ByteBuffer.allocate(300);
    Pairs.put(out, bytes("B"), all);
    Params params = fed(ParamsLimits.DEFAULTS, Arrays.copyOf(out.array(), out.position())).params();
    assertArrayEquals(all, params.value(0));
    assertEquals(256, params.valueLatin1(0).length());
  }

  @Test
  void everySplitGivesTheSamePairs() {
    byte[] in = encode("ONE", "1", "TWO", "t".repeat(200), "", "", "n".repeat(130), "v");
    List<String> whole = pairs(fed(ParamsLimits.DEFAULTS, in).params());
    for (int cut = 0; cut <= in.length; cut++) {
      PairDecoder decoder = new PairDecoder(ParamsLimits.DEFAULTS);
      decoder.feed(ByteBuffer.wrap(in, 0, cut));
      decoder.feed(ByteBuffer.wrap(in, cut, in.length - cut));
      assertEquals(Problem.NONE, decoder.finish());
      assertEquals(whole, pairs(decoder.params()), "cut at " + cut);
    }
    PairDecoder decoder = new PairDecoder(ParamsLimits.DEFAULTS);
    for (byte b : in) {
      decoder.feed(ByteBuffer.wrap(new byte[] {b}));
    }
    assertEquals(whole, pairs(decoder.params()));
  }

  @Test
  void aStreamThatEndsWithinAPairIsTruncated() {
    byte[] in = encode("NAME", "v".repeat(128));
    for (int cut = 1; cut < in.length; cut++) {
      PairDecoder decoder = fed(ParamsLimits.DEFAULTS, Arrays.copyOf(in, cut));
      assertEquals(Problem.TRUNCATED, decoder.finish(), "cut at " + cut);
    }
    assertEquals(Problem.NONE, fed(ParamsLimits.DEFAULTS, new byte[0]).finish());
  }

  @Test
  void limitsAreMetAndPassed() {
    ParamsLimits limits = new ParamsLimits(10, 3, 4);
    assertEquals(Problem.NONE, fed(limits, encode("abcd", "123456")).problem());
    assertEquals(Problem.TOO_MANY_BYTES, fed(limits, encode("abcd", "1234567")).problem());
    assertEquals(Problem.NAME_TOO_LONG, fed(limits, encode("abcde", "")).problem());
    byte[] three = encode("a", "", "b", "", "c", "");
    assertEquals(Problem.NONE, fed(limits, three).problem());
    byte[] four = encode("a", "", "b", "", "c", "", "d", "");
    assertEquals(Problem.TOO_MANY_PAIRS, fed(limits, four).problem());
    assertEquals(Problem.TOO_MANY_PAIRS, fed(limits, four).finish());
  }

  @Test
  void anAnnouncedLengthAllocatesNothing() {
    byte[] in = {(byte) 0xff, -1, -1, -1, (byte) 0xff, -1, -1, -1, 'x'};
    PairDecoder decoder = fed(new ParamsLimits(Integer.MAX_VALUE, 10, Integer.MAX_VALUE), in);
    assertEquals(Problem.TOO_MANY_BYTES, decoder.problem());
    byte[] large = {1, (byte) 0xff, -1, -1, (byte) 0xf0, 'x'};
    decoder = fed(new ParamsLimits(Integer.MAX_VALUE, 10, Integer.MAX_VALUE), large);
    assertEquals(Problem.TRUNCATED, decoder.finish());
    assertEquals(0, decoder.params().bytes().length);
  }

  @Test
  void encodedPairsComeBack() {
    Random random = new Random(11);
    for (int round = 0; round < 200; round++) {
      String[] all = new String[2 * random.nextInt(40)];
      for (int i = 0; i < all.length; i++) {
        all[i] = "z".repeat(random.nextInt(random.nextInt(400) + 1));
      }
      Params params = fed(ParamsLimits.DEFAULTS, encode(all)).params();
      assertEquals(all.length / 2, params.count());
      for (int i = 0; i < params.count(); i++) {
        assertEquals(all[2 * i], params.nameLatin1(i));
        assertEquals(all[2 * i + 1], params.valueUtf8(i));
        assertTrue(params.find(params.nameLatin1(i)) >= i);
      }
    }
  }
}
