package org.jsaffire.object;

import java.math.BigInteger;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The additive feedback generator of the GNU C library (modules.md 7), behind {@code math.random},
 * {@code list.shuffle} and {@code list.random}. A service of the run: started from a random seed
 * until a script seeds it. Not for secrets.
 */
public final class GlibcRandom {
  private static final int DEGREE = 31;
  private static final int SEPARATION = 3;
  private static final int DISCARDED = 310;
  private static final int BITS = 31;
  private static final long MODULUS = 0x7fff_ffffL;

  /** The last 31 values, in a ring. */
  private final int[] ring = new int[DEGREE];

  /** Where the oldest value lies, which the next one replaces. */
  private int oldest;

  /** A generator with a random seed. */
  public GlibcRandom() {
    seed(ThreadLocalRandom.current().nextInt());
  }

  /** Restarts the sequence. */
  public void seed(int seed) {
    int[] first = new int[DEGREE + SEPARATION];
    first[0] = seed == 0 ? 1 : seed;
    for (int i = 1; i < DEGREE; i++) {
      long value = 16807L * first[i - 1] % MODULUS;
      first[i] = (int) (value < 0 ? value + MODULUS : value);
    }
    System.arraycopy(first, 0, first, DEGREE, SEPARATION);
    System.arraycopy(first, SEPARATION, ring, 0, DEGREE);
    oldest = 0;
    for (int i = 0; i < DISCARDED; i++) {
      step();
    }
  }

  private int step() {
    int recent = oldest + DEGREE - SEPARATION;
    int value = ring[oldest] + ring[recent < DEGREE ? recent : recent - DEGREE];
    ring[oldest] = value;
    oldest = oldest + 1 < DEGREE ? oldest + 1 : 0;
    return value;
  }

  /** The next output: 31 bits, not negative. */
  public int next() {
    return step() >>> 1;
  }

  /** {@code random(0, bound - 1)} for a bound of 1 or higher. */
  public int below(int bound) {
    return next() % bound;
  }

  /**
   * A number from {@code from} to {@code to}, both included.
   *
   * @throws ScriptException argumentException when {@code from} is above {@code to}
   */
  public Numerical between(Numerical from, Numerical to) {
    if (from.compareTo(to) > 0) {
      throw Errors.argument("'from' value must be lower than the 'to' value");
    }
    BigInteger range = to.bigValue().subtract(from.bigValue()).add(BigInteger.ONE);
    int outputs = Math.max(1, (range.subtract(BigInteger.ONE).bitLength() + BITS - 1) / BITS);
    return from.add(Numerical.of(number(outputs).mod(range)));
  }

  /** A number of that many outputs, the first one most significant. */
  private BigInteger number(int outputs) {
    if (outputs <= 2) {
      long high = outputs == 2 ? (long) next() << BITS : 0;
      return BigInteger.valueOf(high | next());
    }
    int half = outputs / 2;
    BigInteger high = number(half);
    return high.shiftLeft((outputs - half) * BITS).or(number(outputs - half));
  }
}
