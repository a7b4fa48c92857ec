package org.jsaffire.object;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrTest {
  private static final String ALPHABET = "ab\u00e9\u4e2d\ud83d\ude00\ud800\udc80z";

  /** A text of code points from {@link #ALPHABET}. */
  private static String randomText(Random random, int most) {
    int[] all = ALPHABET.codePoints().toArray();
    return random
        .ints(random.nextInt(most + 1), 0, all.length)
        .map(i -> all[i])
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static void assertSameText(List<Integer> wanted, Str text, String seed) {
    assertEquals(wanted.size(), text.length(), seed);
    assertArrayEquals(
        wanted.stream().mapToInt(i -> i).toArray(), text.toString().codePoints().toArray(), seed);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void appendingSlicingAndIndexingAgreeWithLists(long seed) {
    Random random = new Random(seed);
    List<Str> texts = new ArrayList<>(List.of(Str.EMPTY));
    List<List<Integer>> models = new ArrayList<>(List.of(List.of()));
    for (int step = 0; step < 1500; step++) {
      int pick = random.nextInt(texts.size());
      Str text = texts.get(pick);
      List<Integer> model = models.get(pick);
      String label = "seed " + seed + ", step " + step;
      if (random.nextInt(4) > 0) {
        String added = randomText(random, random.nextInt(10) == 0 ? 600 : 30);
        List<Integer> sum = new ArrayList<>(model);
        added.codePoints().forEach(sum::add);
        texts.add(text.concat(Str.of(added)));
        models.add(sum);
      } else {
        int from = random.nextInt(model.size() + 1);
        int to = from + random.nextInt(model.size() - from + 1);
        texts.add(text.slice(from, to));
        models.add(model.subList(from, to));
      }
      if (!model.isEmpty()) {
        int at = random.nextInt(model.size());
        assertEquals(model.get(at), text.codePointAt(at), label);
        assertEquals(at, text.indexOf(text.offset(at)), label);
      }
      int last = texts.size() - 1;
      assertEquals(models.get(last).size(), texts.get(last).length(), label);
    }
    for (int i = 0; i < texts.size(); i++) {
      assertSameText(models.get(i), texts.get(i), "seed " + seed + ", text " + i);
    }
  }

  @Test
  void whoHoldsTheLongestPrefixAppendsInPlaceAndOthersDoNotSeeIt() {
    Str base = Str.of("x".repeat(100)).concat(Str.of("y"));
    Str one = base.concat(Str.of("1"));
    Str two = base.concat(Str.of("2"));
    Str three = one.concat(Str.of("3"));
    assertEquals("x".repeat(100) + "y", base.toString());
    assertEquals("x".repeat(100) + "y1", one.toString());
    assertEquals("x".repeat(100) + "y2", two.toString());
    assertEquals("x".repeat(100) + "y13", three.toString());
  }

  @Test
  void lengthsDoNotMakeTextsOfBuffers() {
    Str text = Str.of("x".repeat(100));
    for (int i = 0; i < 200_000; i++) {
      text = text.concat(Str.of("\ud83d\ude00ab"));
      assertEquals(100 + 3 * (i + 1), text.length());
      assertFalse(text.isBasic());
    }
    assertEquals(0x1F600, text.codePointAt(100 + 3 * 199_999));
  }

  @Test
  void equalTextsAreEqualWhateverTheyAreMadeOf() {
    Str plain = Str.of("a".repeat(50) + "b".repeat(50));
    Str joined = Str.of("a".repeat(50)).concat(Str.of("b".repeat(50)));
    Str local = Str.of(plain.toString(), "tr_TR");
    assertEquals(plain, joined);
    assertEquals(plain.hashCode(), joined.hashCode());
    assertEquals(plain, local);
    assertEquals(plain.hashCode(), local.hashCode());
    assertNotEquals(plain, joined.concat(Str.of("c")));
    assertNotEquals(plain, Numerical.of(1));
  }

  @Test
  void charactersOfLatinAreShared() {
    assertSame(Str.of("a"), Str.ofCodePoint('a'));
    assertSame(Str.of("\u00e9"), Str.ofCodePoint(0xe9));
    assertSame(Str.EMPTY, Str.of(""));
    assertSame(Str.of("x"), Str.of("axb").slice(1, 2));
  }

  @Test
  void resultsHaveTheDefaultLocale() {
    Str local = Str.of("abc", "tr_TR");
    assertEquals("tr_TR", local.locale());
    assertNull(local.concat(Str.EMPTY).locale());
    assertNull(Str.EMPTY.concat(local).locale());
    assertNull(local.concat(Str.of("d")).locale());
    assertNull(local.slice(0, 3).locale());
    assertNull(local.slice(0, 1).locale());
  }

  @ParameterizedTest
  @CsvSource({
    "a, a, 0",
    "a, b, -1",
    "'', a, -1",
    "ab, a, 1",
    "\u00e9, z, 1",
    "\uffee, \ud83d\ude00, -1",
    "\ud83d\ude00, \ud83d\ude01, -1",
    "\ud7ff, \ud83d\ude00, -1",
    "a\ud83d\ude00, a\uffee, 1",
  })
  void orderIsThatOfCodePoints(String a, String b, int wanted) {
    assertEquals(wanted, Integer.signum(Str.of(a).compareTo(Str.of(b))));
    assertEquals(-wanted, Integer.signum(Str.of(b).compareTo(Str.of(a))));
  }

  @Test
  void rawBytesSortBelowPairs() {
    assertTrue(Str.of("\udc80").compareTo(Str.of("\ud83d\ude00")) < 0);
    assertTrue(Str.of("\udc80").compareTo(Str.of("\uffee")) < 0);
  }

  @ParameterizedTest
  @CsvSource({
    "e2, 82, ac",
    "c3, a9, 41",
    "f0, 9f, 9880",
    "f09f, 98, 80",
    "e282, ac, e282ac",
    "ff, e2, 82ac",
    "f0908280, 80, 80",
    "f09082, 80, 80",
    "80, 80, 80",
    "ed, a0, 80",
    "41c3, a942, ff",
    "e282e282, ac, ''",
    "f09f98, 80f09f98, 80",
  })
  void rawBytesJoinAgain(String a, String b, String c) {
    Str joined =
        Str.of(RawBytes.decode(bytes(a)))
            .concat(Str.of(RawBytes.decode(bytes(b))))
            .concat(Str.of(RawBytes.decode(bytes(c))));
    byte[] all = bytes(a + b + c);
    assertEquals(RawBytes.decode(all), joined.toString());
    assertArrayEquals(all, RawBytes.encode(joined.toString()));
  }

  private static byte[] bytes(String hex) {
    return java.util.HexFormat.of().parseHex(hex);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void anyBytesSurviveAndJoinInAnyPieces(long seed) {
    Random random = new Random(seed);
    byte[] pool = {
      'a',
      (byte) 0xC3,
      (byte) 0xA9,
      (byte) 0xE2,
      (byte) 0x82,
      (byte) 0xAC,
      (byte) 0xF0,
      (byte) 0x9F,
      (byte) 0x98,
      (byte) 0x80,
      (byte) 0xFF,
      0,
      (byte) 0xED,
      (byte) 0x90
    };
    for (int round = 0; round < 300; round++) {
      byte[] all = new byte[random.nextInt(120)];
      for (int i = 0; i < all.length; i++) {
        all[i] = pool[random.nextInt(pool.length)];
      }
      Str text = Str.EMPTY;
      for (int at = 0; at < all.length; ) {
        int end = Math.min(all.length, at + 1 + random.nextInt(4));
        text = text.concat(Str.of(RawBytes.decode(Arrays.copyOfRange(all, at, end))));
        at = end;
      }
      assertArrayEquals(all, RawBytes.encode(text.toString()), "seed " + seed);
      assertEquals(Str.of(RawBytes.decode(all)), text, "seed " + seed);
      assertEquals(all.length, RawBytes.byteLength(text.toString()), "seed " + seed);
    }
  }

  @Test
  void sizeInBytesIsThatOfUtf8() {
    String text = "a\u00e9\u4e2d\ud83d\ude00\udcff";
    assertEquals(1 + 2 + 3 + 4 + 1, RawBytes.byteLength(text));
    assertEquals(11, RawBytes.encode(text).length);
    assertEquals(
        text.substring(0, 5), new String(RawBytes.encode(text), 0, 10, StandardCharsets.UTF_8));
  }

  @Test
  void prefixesAndSuffixesAreFoundInBuffers() {
    Str text = Str.of("x".repeat(80)).concat(Str.of("end"));
    assertTrue(text.startsWith(Str.of("xx")));
    assertTrue(text.endsWith(Str.of("end")));
    assertTrue(text.endsWith(Str.EMPTY));
    assertFalse(text.endsWith(Str.of("enx")));
    assertFalse(Str.of("a").endsWith(Str.of("ba")));
    assertFalse(Str.of("\ud800\udc80").endsWith(Str.of("\udc80")));
    assertTrue(Str.of("a\udc80").endsWith(Str.of("\udc80")));
  }

  @Test
  void tooLongTextsAreRefusedBeforeTheyAreMade() {
    ScriptException e =
        assertThrows(ScriptException.class, () -> Str.checkUnits(Integer.MAX_VALUE));
    assertEquals("systemException: String too long", e.getMessage());
  }
}
