package org.jsaffire.object;

/** {@code __id()}: a number for each object (language.md 4.17). */
final class Identities {
  /** Ids that come from values lie above all those that the run hands out. */
  private static final long FROM_VALUE = 1L << 62;

  private static final long MULTIPLIER = 0xD6E8_FEB8_6659_FD93L;

  private Identities() {}

  /** The number of an object; derived from the value for what has no identity. */
  static Numerical of(Invoker in, Value value) {
    if (value instanceof Numerical
        || value instanceof DoubleValue
        || value instanceof Bool
        || value instanceof NullValue
        || value instanceof Str) {
      long hash = mix(value.tag().ordinal() + 1, value.toString());
      return Numerical.of(FROM_VALUE | hash >>> 2);
    }
    return Numerical.of(in.identity(value));
  }

  private static long mix(long seed, String text) {
    long hash = seed * MULTIPLIER;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * MULTIPLIER;
      hash ^= hash >>> 32;
    }
    return hash;
  }
}
