package org.jsaffire.bytecode;

/** What an operand of an instruction means. */
public enum Operand {
  /** There is none; the bits are 0. */
  NONE,
  /** A signed number of 24 bits. */
  INTEGER,
  /** A count or an index that belongs to the instruction alone. */
  COUNT,
  /** Index of the instruction to go to. */
  TARGET,
  /** Index of an inline cache. */
  CACHE,
  /** A global of the file. */
  GLOBAL,
  /** A slot that is read and known to be set. */
  SLOT,
  /** A slot that is read and may be unset. */
  MAYBE_SLOT,
  /** A slot that is set. */
  SET_SLOT,
  /** A slot that is read, known to be set, and set. */
  CHANGED_SLOT,
  /** A slot that is set to a new iteration. */
  NEW_CURSOR,
  /** A slot that holds an iteration. */
  CURSOR,
  /** A slot with the reason why a {@code finally} part was entered, and the next one. */
  REASON,
  /** A constant with the value of a literal. */
  LITERAL,
  /** A string constant that is a name. */
  NAME,
  /** A {@link Constants.Import}. */
  IMPORT,
  /** A {@link Constants.TypeReference}. */
  TYPE_NAME,
  /** A {@link TypeDefinitionCode}. */
  TYPE,
  /** A {@link Constants.Numbers}: how many values each element of a literal has. */
  PARTS,
  /** A {@link Constants.Numbers}: instructions to go to. */
  JUMPS;

  /** The operand is the index of a constant. */
  public boolean isConstant() {
    return ordinal() >= LITERAL.ordinal();
  }

  /** The operand is a slot of the frame. */
  public boolean isSlot() {
    return ordinal() >= SLOT.ordinal() && ordinal() <= REASON.ordinal();
  }
}
