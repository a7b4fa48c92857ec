package org.jsaffire.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sequence of modules.md 7. */
final class RandomSourceTest {
  private final RandomSource random = new RandomSource();

  @Test
  void followsTheTestVector() {
    random.seed(1234);
    assertEquals(479142414, random.next());
    assertEquals(465566339, random.next());
    assertEquals(961126155, random.next());
    assertEquals(1057886067, random.next());
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
    random.seed((int) seed);
    for (int expected : new int[] {a, b, c, d, e}) {
      assertEquals(expected, random.next());
    }
    for (int i = 5; i < 999; i++) {
      random.next();
    }
    assertEquals(last, random.next());
  }

  @Test
  void drawsFromARange() {
    random.seed(1234);
    assertEquals("15 40 56 68", draw(1, 100));
    random.seed(1234);
    assertEquals("5 10 6 8", draw(1, 10));
  }

  private String draw(long from, long to) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      text.append(i == 0 ? "" : " ").append(random.between(Numerical.of(from), Numerical.of(to)));
    }
    return text.toString();
  }

  @Test
  void seedZeroCountsAsOne() {
    random.seed(0);
    int first = random.next();
    random.seed(1);
    assertEquals(first, random.next());
    assertEquals(1804289383, first);
  }

  @Test
  void takesNegativeSeeds() {
    random.seed(-1);
    int first = random.next();
    assertTrue(first >= 0);
    random.seed(-1);
    assertEquals(first, random.next());
  }

  @Test
  void joinsOutputsForLargeRanges() {
    BigInteger first = BigInteger.valueOf(479142414);
    BigInteger joined = first.shiftLeft(31).add(BigInteger.valueOf(465566339));
    random.seed(1234);
    assertEquals(
        Numerical.of(joined),
        random.between(
            Numerical.of(0), Numerical.of(BigInteger.ONE.shiftLeft(62).subtract(BigInteger.ONE))));
    random.seed(1234);
    BigInteger range = BigInteger.ONE.shiftLeft(31).add(BigInteger.ONE);
    assertEquals(
        Numerical.of(joined.mod(range)),
        random.between(Numerical.of(0), Numerical.of(BigInteger.ONE.shiftLeft(31))));
  }

  @Test
  void aRangeOfOneUsesOneOutput() {
    random.seed(1234);
    assertEquals(Numerical.of(7), random.between(Numerical.of(7), Numerical.of(7)));
    assertEquals(465566339, random.next());
    random.seed(1234);
    assertEquals(
        Numerical.of(479142414), random.between(Numerical.of(0), Numerical.of((1L << 31) - 1)));
    assertEquals(465566339, random.next());
  }
}
