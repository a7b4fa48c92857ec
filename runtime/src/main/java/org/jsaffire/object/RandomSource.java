package org.jsaffire.object;

import java.math.BigInteger;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The random numbers of one run, for the module math and for lists: the additive generator of glibc
 * (modules.md 7), whose sequence a seed fixes. A service of the run. Not for secrets.
 */
public final class RandomSource {
  private static final int STATE = 34;
  private static final int DISCARDED = 310;
  private static final int OUTPUT_BITS = 31;

  /** The last 34 values of the sequence; {@link #next} is the place of the oldest. */
  private final int[] state = new int[STATE];

  private int next;

  /** Starts anywhere. */
  public RandomSource() {
    seed(ThreadLocalRandom.current().nextInt());
  }

  /** Restarts the sequence; 0 counts as 1. */
  public void seed(int seed) {
    long value = seed == 0 ? 1 : seed;
    state[0] = (int) value;
    for (int i = 1; i < 31; i++) {
      value = 16807 * value % Integer.MAX_VALUE;
      if (value < 0) {
        value += Integer.MAX_VALUE;
      }
      state[i] = (int) value;
    }
    System.arraycopy(state, 0, state, 31, 3);
    next = 0;
    for (int i = 0; i < DISCARDED; i++) {
      advance();
    }
  }

  private int advance() {
    int value = state[(next + STATE - 3) % STATE] + state[(next + STATE - 31) % STATE];
    state[next] = value;
    next = (next + 1) % STATE;
    return value;
  }

  /** The next output: 0 to 2^31 - 1. */
  public int next() {
    return advance() >>> 1;
  }

  /** A number from 0 to {@code bound} - 1; {@code bound} is 1 or higher. */
  public int below(int bound) {
    return next() % bound;
  }

  /** A number from one end to the other, both included; {@code from} is not above {@code to}. */
  public Numerical between(Numerical from, Numerical to) {
    BigInteger range = to.bigValue().subtract(from.bigValue()).add(BigInteger.ONE);
    int outputs = Math.max(1, (range.subtract(BigInteger.ONE).bitLength() + 30) / OUTPUT_BITS);
    return from.add(Numerical.of(bits(outputs).mod(range)));
  }

  /** Several outputs as one number, the first most significant. */
  private BigInteger bits(int outputs) {
    if (outputs == 1) {
      return BigInteger.valueOf(next());
    }
    byte[] bytes = new byte[(outputs * OUTPUT_BITS + 7) / 8];
    int place = bytes.length * 8 - outputs * OUTPUT_BITS;
    for (int i = 0; i < outputs; i++) {
      put(bytes, place, next());
      place += OUTPUT_BITS;
    }
    return new BigInteger(1, bytes);
  }

  /** Writes 31 bits at a bit position counted from the most significant end. */
  private static void put(byte[] bytes, int place, int output) {
    for (int bit = 0; bit < OUTPUT_BITS; bit++) {
      if ((output >>> (OUTPUT_BITS - 1 - bit) & 1) != 0) {
        int at = place + bit;
        bytes[at >> 3] |= (byte) (0x80 >> (at & 7));
      }
    }
  }
}
