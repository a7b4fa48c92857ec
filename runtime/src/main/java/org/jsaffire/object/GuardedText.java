package org.jsaffire.object;

/**
 * A text that counts how often the engine of regular expressions looks at a character, ends a
 * search that takes too many steps, and lets the run be ended meanwhile. Serves one search.
 */
final class GuardedText implements CharSequence {
  /** Ends a search. */
  static final class LimitReached extends RuntimeException {
    private static final long serialVersionUID = 1;

    LimitReached() {
      super(null, null, false, false);
    }
  }

  /** Steps between two checkpoints. */
  private static final int STRIDE = 1 << 16;

  private final Invoker in;
  private final String text;
  private int untilCheckpoint;
  private long left;

  GuardedText(Invoker in, String text) {
    this.in = in;
    this.text = text;
  }

  /** Starts a search of at most that many steps, up to the next checkpoint. */
  void allow(long steps) {
    left = steps;
    untilCheckpoint = STRIDE;
  }

  @Override
  public char charAt(int index) {
    if (--untilCheckpoint < 0) {
      pass();
    }
    return text.charAt(index);
  }

  private void pass() {
    left -= STRIDE;
    if (left <= 0) {
      throw new LimitReached();
    }
    untilCheckpoint = STRIDE;
    in.checkpoint();
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
