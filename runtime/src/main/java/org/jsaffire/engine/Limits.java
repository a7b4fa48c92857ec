package org.jsaffire.engine;

/**
 * What one run may use (tools.md 3.4); 0 means any amount.
 *
 * @param timeMillis wall-clock time
 * @param graceMillis time for {@code finally} parts once a limit has struck
 * @param depth calls at a time
 * @param allocationBytes storage of large strings and collections, altogether
 * @param outputBytes of the reply
 */
public record Limits(
    long timeMillis, long graceMillis, int depth, long allocationBytes, long outputBytes) {
  /** The defaults of web modes. */
  public static final Limits WEB = new Limits(60_000, 2000, 10_000, 2L << 30, 64L << 20);

  /** The defaults of the command line. */
  public static final Limits COMMAND_LINE = new Limits(0, 2000, 10_000, 0, 0);

  int maxDepth() {
    return depth == 0 ? Integer.MAX_VALUE : depth;
  }

  /** Some limit needs a look at the run from time to time. */
  boolean isWatched() {
    return timeMillis > 0 || outputBytes > 0;
  }
}
