package org.jsaffire.bytecode;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The operand stack as the verifier sees it: the top and what is below, null for an empty stack.
 * Immutable; stacks that meet again share what did not change.
 */
final class OperandCell {
  private final Kind kind;
  private final OperandCell below;
  private final int depth;

  private OperandCell(Kind kind, OperandCell below, int depth) {
    this.kind = kind;
    this.below = below;
    this.depth = depth;
  }

  Kind kind() {
    return kind;
  }

  OperandCell below() {
    return below;
  }

  /** Values up to this one. */
  int depth() {
    return depth;
  }

  static OperandCell push(Kind kind, OperandCell below) {
    return new OperandCell(kind, below, depthOf(below) + 1);
  }

  static int depthOf(OperandCell stack) {
    return stack == null ? 0 : stack.depth;
  }

  /**
   * What holds on both ways, for stacks of one depth; {@code old} itself when the other brings
   * nothing new.
   */
  static OperandCell merge(OperandCell old, OperandCell other, WorkLimit limit)
      throws BytecodeException {
    Deque<Kind> merged = new ArrayDeque<>();
    boolean isNew = false;
    OperandCell rest = old;
    OperandCell otherRest = other;
    while (rest != otherRest) {
      Kind kind = Kind.merge(rest.kind, otherRest.kind, limit);
      isNew |= kind != rest.kind;
      merged.push(kind);
      rest = rest.below;
      otherRest = otherRest.below;
    }
    limit.spend(1 + merged.size());
    if (!isNew) {
      return old;
    }
    for (Kind kind : merged) {
      rest = push(kind, rest);
    }
    return rest;
  }
}
