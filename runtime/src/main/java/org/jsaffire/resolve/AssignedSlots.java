package org.jsaffire.resolve;

import java.util.BitSet;

/**
 * Which variables have been assigned on every way to a place of a program. Immutable but for {@link
 * #add}, which the owner of a copy uses.
 */
final class AssignedSlots {
  private final BitSet slots;

  private AssignedSlots(BitSet slots) {
    this.slots = slots;
  }

  /** The first {@code count} slots. */
  static AssignedSlots first(int count) {
    BitSet slots = new BitSet();
    slots.set(0, count);
    return new AssignedSlots(slots);
  }

  /** At a place that is never reached; joins as if it were not there. */
  static AssignedSlots unreachable() {
    return new AssignedSlots(null);
  }

  AssignedSlots copy() {
    return new AssignedSlots(slots == null ? null : (BitSet) slots.clone());
  }

  boolean contains(int slot) {
    return slots != null && slots.get(slot);
  }

  void add(int slot) {
    if (slots != null) {
      slots.set(slot);
    }
  }

  /** What is assigned where two ways meet. */
  AssignedSlots meet(AssignedSlots other) {
    if (slots == null) {
      return other.copy();
    }
    AssignedSlots result = copy();
    if (other.slots != null) {
      result.slots.and(other.slots);
    }
    return result;
  }

  /** What is assigned after this and, behind it, {@code next}, which saw less than this. */
  AssignedSlots then(AssignedSlots next) {
    if (slots == null || next.slots == null) {
      return unreachable();
    }
    AssignedSlots result = copy();
    result.slots.or(next.slots);
    return result;
  }
}
