package org.jsaffire.bytecode;

import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;

/**
 * The ways that led into a {@code finally} part. By reason: what the slots were when it was stored;
 * besides, which slots may have changed since. So each way goes on with what was known on it, as if
 * it had a part of its own. Immutable.
 */
final class Reasons {
  private final Map<Integer, Slots> entered;
  private final BitSet written;

  private Reasons(Map<Integer, Slots> entered, BitSet written) {
    this.entered = entered;
    this.written = written;
  }

  /**
   * One way, which stores its reason now.
   *
   * @param slots without reasons
   */
  static Reasons of(int reason, Slots slots) {
    return new Reasons(Map.of(reason, slots), new BitSet());
  }

  /** The reasons that the part may have been entered for. */
  Iterable<Integer> all() {
    return entered.keySet();
  }

  /** A slot may have been written since. */
  boolean knowsWriting(int slot) {
    return written.get(slot);
  }

  /** The same, where a slot has been written. */
  Reasons writing(int slot) {
    BitSet more = (BitSet) written.clone();
    more.set(slot);
    return new Reasons(entered, more);
  }

  /**
   * The slots behind the part for one reason. Reasons of parts around this one stay as they are
   * now.
   *
   * @param now the slots at the end of the part
   */
  Slots leaving(int reason, Slots now, WorkLimit limit) throws BytecodeException {
    return now.orElse(entered.get(reason), this, limit);
  }

  /** All ways of both; {@code old} itself when the other brings nothing new. */
  static Reasons merge(Reasons old, Reasons other, WorkLimit limit) throws BytecodeException {
    if (old == other) {
      return old;
    }
    limit.spend(1 + other.entered.size() + other.written.length() / Long.SIZE);
    Map<Integer, Slots> merged = null;
    for (Map.Entry<Integer, Slots> way : other.entered.entrySet()) {
      Slots known = old.entered.get(way.getKey());
      Slots both = known == null ? way.getValue() : known.merge(way.getValue(), limit);
      if (both != known) {
        if (merged == null) {
          merged = new TreeMap<>(old.entered);
          limit.spend(merged.size());
        }
        merged.put(way.getKey(), both);
      }
    }
    BitSet written = (BitSet) old.written.clone();
    written.or(other.written);
    if (merged == null && written.equals(old.written)) {
      return old;
    }
    return new Reasons(merged == null ? old.entered : merged, written);
  }
}
