package org.jsaffire.bytecode;

import java.util.Arrays;

/**
 * What the verifier knows about the slots of a frame. Immutable; kept in pieces, so that states
 * which differ in a few slots share the rest and are quickly compared.
 */
final class Slots {
  private static final int PIECE_BITS = 5;
  private static final int PIECE = 1 << PIECE_BITS;

  /** The last piece may reach beyond the frame; nobody reads that part. */
  private final Kind[][] pieces;

  private Slots(Kind[][] pieces) {
    this.pieces = pieces;
  }

  /** The slots when a frame begins: parameters are set, all else is not. */
  static Slots atEntry(CodeBlock block) {
    Kind[] unset = new Kind[PIECE];
    Arrays.fill(unset, Kind.UNSET);
    Kind[][] pieces = new Kind[(block.slotCount() + PIECE - 1) >> PIECE_BITS][];
    Arrays.fill(pieces, unset);
    for (int i = 0; i < block.parameterCount(); i++) {
      Kind[] piece = pieces[i >> PIECE_BITS];
      piece = piece == unset ? unset.clone() : piece;
      piece[i & PIECE - 1] = Kind.VALUE;
      pieces[i >> PIECE_BITS] = piece;
    }
    return new Slots(pieces);
  }

  Kind get(int slot) {
    return pieces[slot >> PIECE_BITS][slot & PIECE - 1];
  }

  /** The same with another kind in a slot. */
  Slots with(int slot, Kind kind, WorkLimit limit) throws BytecodeException {
    int index = slot >> PIECE_BITS;
    if (get(slot) == kind) {
      return this;
    }
    limit.spend(pieces.length + PIECE);
    Kind[][] changed = pieces.clone();
    changed[index] = pieces[index].clone();
    changed[index][slot & PIECE - 1] = kind;
    return new Slots(changed);
  }

  /** What holds on both ways; this itself when the other brings nothing new. */
  Slots merge(Slots other, WorkLimit limit) throws BytecodeException {
    if (this == other) {
      return this;
    }
    limit.spend(pieces.length);
    Kind[][] merged = null;
    for (int i = 0; i < pieces.length; i++) {
      Kind[] piece = merge(pieces[i], other.pieces[i], limit);
      if (piece != pieces[i]) {
        merged = merged == null ? pieces.clone() : merged;
        merged[i] = piece;
      }
    }
    return merged == null ? this : new Slots(merged);
  }

  private static Kind[] merge(Kind[] old, Kind[] other, WorkLimit limit) throws BytecodeException {
    if (old == other) {
      return old;
    }
    limit.spend(PIECE);
    Kind[] merged = null;
    for (int i = 0; i < PIECE; i++) {
      Kind kind = Kind.merge(old[i], other[i], limit);
      if (kind != old[i]) {
        merged = merged == null ? old.clone() : merged;
        merged[i] = kind;
      }
    }
    return merged == null ? old : merged;
  }

  /**
   * The slots with one of them set by an instruction. Parts that were entered for a reason learn
   * that it changed.
   *
   * @param kind with a number in it becomes a reason if the slot is known to take those
   * @param reasonSlots slots that hold reasons, ascending
   */
  Slots set(int slot, Kind kind, int[] reasonSlots, WorkLimit limit) throws BytecodeException {
    Slots slots = this;
    for (int reasonSlot : reasonSlots) {
      Reasons reasons = get(reasonSlot).reasons();
      if (reasonSlot != slot && reasons != null && !reasons.knowsWriting(slot)) {
        slots = slots.with(reasonSlot, Kind.reason(reasons.writing(slot)), limit);
      }
    }
    limit.spend(reasonSlots.length);
    boolean isReason =
        kind.form() == Kind.Form.INT
            && kind.data() >= 0
            && Arrays.binarySearch(reasonSlots, slot) >= 0;
    if (isReason) {
      Slots known = slots.with(slot, Kind.VALUE, limit).withoutReasons(reasonSlots, limit);
      return slots.with(slot, Kind.reason(Reasons.of(kind.data(), known)), limit);
    }
    boolean isValue = kind.isPlain() && kind.form() != Kind.Form.EXCEPTION;
    return slots.with(slot, isValue ? Kind.VALUE : kind, limit);
  }

  /** Reasons as plain values: snapshots do not nest. */
  private Slots withoutReasons(int[] reasonSlots, WorkLimit limit) throws BytecodeException {
    Slots slots = this;
    for (int slot : reasonSlots) {
      if (get(slot).reasons() != null) {
        slots = slots.with(slot, Kind.VALUE, limit);
      }
    }
    return slots;
  }

  /**
   * These slots where they were written or hold reasons, those of {@code then} elsewhere.
   *
   * @param reasons know what was written
   */
  Slots orElse(Slots then, Reasons reasons, WorkLimit limit) throws BytecodeException {
    limit.spend(pieces.length);
    Kind[][] mixed = pieces.clone();
    for (int i = 0; i < pieces.length; i++) {
      if (pieces[i] != then.pieces[i]) {
        limit.spend(PIECE);
        mixed[i] = pieces[i].clone();
        for (int k = 0; k < PIECE; k++) {
          boolean isOlder = !reasons.knowsWriting((i << PIECE_BITS) + k);
          if (isOlder && mixed[i][k].reasons() == null) {
            mixed[i][k] = then.pieces[i][k];
          }
        }
      }
    }
    return new Slots(mixed);
  }
}
