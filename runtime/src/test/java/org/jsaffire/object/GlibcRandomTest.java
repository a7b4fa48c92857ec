package org.jsaffire.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlibcRandomTest {
  private static GlibcRandom seeded(long seed) {
    GlibcRandom random = new GlibcRandom();
    random.seed((int) seed);
    return random;
  }

  /** Outputs 0 to 4 and 999 of srandom and random of the GNU C library. */
  @ParameterizedTest
  @CsvSource({
    "1234, 479142414, 465566339, 961126155, 1057886067, 1222702060, 702791058",
    "0, 1804289383, 846930886, 1681692777, 1714636915, 1957747793, 1143565421",
    "1, 1804289383, 846930886, 1681692777, 1714636915, 1957747793, 1143565421",
    "4294967295, 254925627, 1205188300, 366127624, 1401405153, 76053476, 1892540048",
    "2147483648, 1336741213, 1210407648, 1447044896, 337392383, 82502902, 193932953",
    "305419896, 457715892, 232396016, 1235909654, 1279099110, 589194171, 174228496",
  })
  void theSequenceIsThatOfTheLibrary(long seed, int a, int b, int c, int d, int e, int last) {
    GlibcRandom random = seeded(seed);
    for (int expected : new int[] {a, b, c, d, e}) {
      assertEquals(expected, random.next());
    }
    for (int i = 5; i < 999; i++) {
      random.next();
    }
    assertEquals(last, random.next());
  }

  private static String draw(GlibcRandom random, String from, String to, int count) {
    StringBuilder drawn = new StringBuilder();
    for (int i = 0; i < count; i++) {
      drawn
          .append(i == 0 ? "" : " ")
          .append(
              random.between(Numerical.of(new BigInteger(from)), Numerical.of(new BigInteger(to))));
    }
    return drawn.toString();
  }

  @Test
  void rangesAreCutByRemainder() {
    GlibcRandom random = seeded(1234);
    assertEquals("15 40 56 68", draw(random, "1", "100", 4));
    random.seed(1234);
    assertEquals("5 10 6 8", draw(random, "1", "10", 4));
    random.seed(1234);
    assertEquals("8 -20", draw(random, "-20", "10", 2));
  }

  @Test
  void aRangeOfOneTakesAnOutput() {
    GlibcRandom random = seeded(1234);
    assertEquals("7", draw(random, "7", "7", 1));
    assertEquals(465566339, random.next());
  }

  @Test
  void aRangeOfTwoToThe31TakesOneOutputAndOneMoreTakesTwo() {
    GlibcRandom random = seeded(1234);
    assertEquals("479142414", draw(random, "0", "2147483647", 1));
    assertEquals(465566339, random.next());
    random.seed(1234);
    BigInteger two = BigInteger.valueOf(479142414).shiftLeft(31).add(BigInteger.valueOf(465566339));
    assertEquals(
        two.mod(BigInteger.valueOf(2147483649L)).toString(), draw(random, "0", "2147483648", 1));
    assertEquals(961126155, random.next());
  }

  @Test
  void wideRangesPutTheFirstOutputInFront() {
    GlibcRandom random = seeded(1234);
    BigInteger three =
        BigInteger.valueOf(479142414)
            .shiftLeft(62)
            .add(BigInteger.valueOf(465566339).shiftLeft(31))
            .add(BigInteger.valueOf(961126155));
    BigInteger top = BigInteger.ONE.shiftLeft(93).subtract(BigInteger.ONE);
    assertEquals(three.toString(), draw(random, "0", top.toString(), 1));
    assertEquals(1057886067, random.next());
  }

  @Test
  void theLowerEndComesFirst() {
    assertEquals(
        "argumentException: 'from' value must be lower than the 'to' value",
        assertThrows(ScriptException.class, () -> draw(seeded(1), "2", "1", 1)).getMessage());
  }

  @Test
  void generatorsThatNobodySeededDiffer() {
    GlibcRandom a = new GlibcRandom();
    GlibcRandom b = new GlibcRandom();
    assertNotEquals(draw(a, "0", "1000000000", 5), draw(b, "0", "1000000000", 5));
    for (int i = 0; i < 100; i++) {
      int drawn = a.below(6);
      assertTrue(drawn >= 0 && drawn < 6);
    }
  }
}
