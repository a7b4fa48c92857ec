package org.jsaffire.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

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
