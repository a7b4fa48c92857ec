package org.jsaffire.object;

import java.security.SecureRandom;

/**
 * Hash codes of keys that depend on a secret of the process, for tables that were fed with keys
 * chosen to collide: polynomials over a secret point modulo 2^61 - 1, for which two texts of n
 * units collide with a probability of n / 2^61.
 */
final class HardHash {
  private static final long PRIME = (1L << 61) - 1;
  private static final long POINT = new SecureRandom().nextLong() >>> 4;

  private HardHash() {}

  static int of(Invoker in, Value key) {
    return of(in, key, 0);
  }

  private static int of(Invoker in, Value key, int depth) {
    if (key instanceof Str text) {
      return fold(ofText(text.toString()));
    }
    if (key instanceof Numerical number && number.isLong()) {
      return fold(ofLong(number.longValue()));
    }
    if (key instanceof TupleObject tuple) {
      HashKeys.checkDepth(in, depth);
      long hash = tuple.size();
      for (int i = 0; i < tuple.size(); i++) {
        hash = step(hash, of(in, tuple.get(i), depth + 1) & 0xFFFFFFFFL);
      }
      return fold(hash);
    }
    Value plain = HashKeys.hashedValue(in, key);
    if (plain != key) {
      return of(in, plain, depth);
    }
    if (key instanceof Numerical || key instanceof DoubleValue || key instanceof RegexValue) {
      return fold(ofPlain(key));
    }
    return HashKeys.hash(in, key);
  }

  private static long ofText(String text) {
    long hash = text.length();
    for (int i = 0; i < text.length(); i++) {
      hash = step(hash, text.charAt(i));
    }
    return hash;
  }

  private static long ofLong(long value) {
    return step(step(1, value & 0xFFFFFFFFL), value >>> 32);
  }

  /** Numericals and doubles of equal value are one key. */
  private static long ofPlain(Value key) {
    if (key instanceof DoubleValue number) {
      Numerical whole = number.exactNumerical();
      if (whole != null && whole.isLong()) {
        return ofLong(whole.longValue());
      }
      return ofText(whole == null ? number.toString() : whole.toString(36));
    }
    return ofText(key instanceof Numerical number ? number.toString(36) : key.toString());
  }

  /** {@code hash * POINT + digit} modulo the prime; all three are below it. */
  private static long step(long hash, long digit) {
    long high = Math.multiplyHigh(hash, POINT);
    long low = hash * POINT;
    long product = (low & PRIME) + (high << 3 | low >>> 61);
    long sum = (product >= PRIME ? product - PRIME : product) + digit;
    return sum >= PRIME ? sum - PRIME : sum;
  }

  private static int fold(long hash) {
    return (int) (hash ^ hash >>> 32);
  }
}
