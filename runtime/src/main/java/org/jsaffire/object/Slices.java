package org.jsaffire.object;

/** The bounds of {@code x[a..b]} (language.md 4.19). */
final class Slices {
  private Slices() {}

  /**
   * The part that a slice takes.
   *
   * @param from first index
   * @param to index behind the last, never below {@code from}
   */
  record Range(int from, int to) {}

  /**
   * Computes a slice of {@code length} elements.
   *
   * @param min a numerical, or null for an omitted bound
   * @param max likewise
   * @throws ScriptException systemException when the end lies before the start
   */
  static Range of(Value min, Value max, int length) {
    boolean open = max instanceof NullValue;
    long from = min instanceof NullValue ? 0 : bound((Numerical) min, length);
    long to = open ? length - 1L : bound((Numerical) max, length);
    if (to < from) {
      if (open) {
        return new Range(length, length);
      }
      throw Errors.system("start of a subscription must be less or equal than its end");
    }
    return new Range((int) from, (int) Math.max(from, Math.min(to, length - 1L) + 1));
  }

  /**
   * The part that {@code slice(start, length)} takes of {@code size} elements (objects.md 15).
   *
   * @param start from the end when negative, -1 for the last element
   * @param length of the part; when negative, how many elements before the end it stops; null for
   *     all the rest
   * @return an empty range when the start lies outside
   */
  static Range part(Numerical start, Numerical length, int size) {
    long from = start.clampedLong();
    if (from < 0) {
      from = from < -size ? size : size + from;
    }
    if (from >= size) {
      return new Range(size, size);
    }
    long count = length == null ? size : length.clampedLong();
    long to =
        count < 0 ? Math.max(size + Math.max(count, -size), from) : from + Math.min(count, size);
    return new Range((int) from, (int) Math.min(to, size));
  }

  private static long bound(Numerical number, int length) {
    long value = number.clampedLong();
    if (value < 0) {
      value = Math.max(0, value < -length ? 0 : length - 1 + value);
    }
    return Math.min(value, length);
  }
}
