package org.jsaffire.bytecode;

/** Bounds the work on one block, which code made to be costly could drive up. */
final class WorkLimit {
  /** Steps for code of any size; the largest methods of people take a fraction of them. */
  private static final long BASE = 20_000_000;

  private static final long PER_INSTRUCTION = 200;

  private long left;

  WorkLimit(int instructions) {
    this.left = BASE + PER_INSTRUCTION * instructions;
  }

  /**
   * Notes work.
   *
   * @throws BytecodeException that was too much
   */
  void spend(long steps) throws BytecodeException {
    left -= steps;
    if (left < 0) {
      throw new BytecodeException("the ways through the code are too many to be checked");
    }
  }
}
