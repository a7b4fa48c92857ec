package org.jsaffire.bytecode;

import java.util.BitSet;
import org.jsaffire.bytecode.CodeBlock.Handler;
import org.jsaffire.bytecode.Opcode.Trait;

/**
 * Checks the instructions of a block one by one, wherever control goes, and notes what {@link
 * FlowCheck} needs.
 */
final class BlockShape {
  private final CodeBlock block;
  private final int globals;
  private final boolean isMethod;
  private final int[] code;
  private final BitSet starts = new BitSet();
  private final BitSet joins = new BitSet();
  private final BitSet edges = new BitSet();
  private final BitSet reasonSlots = new BitSet();
  private final BitSet caches = new BitSet();

  BlockShape(CodeBlock block, int globals, boolean isMethod) {
    this.block = block;
    this.globals = globals;
    this.isMethod = isMethod;
    this.code = block.code();
  }

  /** More than one way may lead here, or one from elsewhere. */
  boolean isJoin(int pc) {
    return joins.get(pc);
  }

  /** A stretch that a handler guards begins or ends here. */
  boolean isEdge(int pc) {
    return edges.get(pc);
  }

  /** Slots that hold reasons of {@code finally} parts, ascending. */
  int[] reasonSlots() {
    return reasonSlots.stream().toArray();
  }

  void check() throws BytecodeException {
    findStarts();
    for (int pc = starts.nextSetBit(0); pc >= 0; pc = starts.nextSetBit(pc + 1)) {
      Opcode opcode = Opcode.of(code[pc]);
      if (opcode.has(Trait.METHOD) && !isMethod) {
        throw at(pc, "found it at a top level, wanted it in a method");
      }
      checkOperand(pc, opcode.operand(), operand(code, pc));
      if (opcode.length() > 1) {
        checkOperand(pc, opcode.second(), code[pc + 1]);
      }
    }
    for (Handler handler : block.handlers()) {
      checkHandler(handler);
    }
    checkLines();
  }

  /** The operand in the upper bits of an instruction. */
  static int operand(int[] code, int pc) {
    return Opcode.of(code[pc]).operand() == Operand.INTEGER ? code[pc] >> 8 : code[pc] >>> 8;
  }

  BytecodeException at(int pc, String text) {
    return new BytecodeException("at " + pc + " " + Opcode.of(code[pc]) + ": " + text);
  }

  private void findStarts() throws BytecodeException {
    int pc = 0;
    while (pc < code.length) {
      Opcode opcode = Opcode.of(code[pc]);
      if (opcode == null) {
        throw new BytecodeException("at " + pc + ": found opcode " + (code[pc] & 0xff));
      }
      starts.set(pc);
      pc += opcode.length();
    }
    if (pc != code.length || pc == 0) {
      throw new BytecodeException("found " + code.length + " ints of code, wanted " + pc);
    }
  }

  private void checkOperand(int pc, Operand kind, int value) throws BytecodeException {
    switch (kind) {
      case NONE -> range(pc, kind, value, 1);
      case INTEGER -> {}
      case COUNT -> range(pc, kind, value, Integer.MAX_VALUE);
      case CACHE -> {
        range(pc, kind, value, block.cacheCount());
        if (caches.get(value)) {
          throw at(pc, "found cache " + value + " of another instruction");
        }
        caches.set(value);
      }
      case GLOBAL -> range(pc, kind, value, globals);
      case SLOT, MAYBE_SLOT, SET_SLOT, CHANGED_SLOT, CURSOR -> range(pc, kind, value, slots());
      case NEW_CURSOR -> {
        range(pc, kind, value, slots());
        if (code[pc + 1] < 1 || code[pc + 1] > 3) {
          throw at(pc, "found " + code[pc + 1] + " targets, wanted 1 to 3");
        }
      }
      case REASON -> {
        range(pc, kind, value, slots() - 1);
        reasonSlots.set(value);
      }
      case TARGET -> checkTarget(pc, value, Opcode.of(code[pc]).has(Trait.CHECKPOINT));
      case LITERAL, NAME, IMPORT, TYPE_NAME, TYPE, PARTS, JUMPS -> checkConstant(pc, kind, value);
    }
  }

  private int slots() {
    return block.slotCount();
  }

  private void range(int pc, Operand kind, int value, int limit) throws BytecodeException {
    if (value < 0 || value >= limit) {
      throw at(pc, "found " + kind + " " + value + ", wanted less than " + limit);
    }
  }

  private void checkTarget(int pc, int target, boolean mayGoBack) throws BytecodeException {
    if (target < 0 || !starts.get(target)) {
      throw at(pc, "found target " + target + ", wanted the start of an instruction");
    }
    if (target <= pc && !mayGoBack) {
      throw at(pc, "found target " + target + ", wanted one further on");
    }
    joins.set(target);
  }

  private void checkConstant(int pc, Operand kind, int index) throws BytecodeException {
    range(pc, kind, index, block.constants().size());
    Object constant = block.constants().get(index);
    ConstantTag tag = ConstantTag.of(constant);
    boolean fits =
        switch (kind) {
          case LITERAL -> tag.isLiteral();
          case NAME -> tag == ConstantTag.TEXT;
          case IMPORT -> tag == ConstantTag.IMPORT;
          case TYPE_NAME -> tag == ConstantTag.TYPE_REFERENCE;
          case TYPE -> tag == ConstantTag.TYPE;
          default -> tag == ConstantTag.NUMBERS;
        };
    if (!fits) {
      throw at(pc, "found constant " + index + " of kind " + tag + ", wanted " + kind);
    }
    if (constant instanceof Constants.Numbers numbers) {
      for (int value : numbers.values()) {
        if (kind == Operand.JUMPS) {
          checkTarget(pc, value, false);
        } else {
          range(pc, kind, value, Integer.MAX_VALUE);
        }
      }
    }
  }

  private void checkHandler(Handler handler) throws BytecodeException {
    int from = handler.from();
    int to = handler.to();
    boolean isInside = from >= 0 && from < to && to <= code.length;
    if (!isInside || !starts.get(from) || to < code.length && !starts.get(to)) {
      throw new BytecodeException("found handler of " + from + " to " + to);
    }
    // Behind what it guards: a handler that got its own exceptions could go round for ever.
    if (handler.target() < to || !starts.get(handler.target())) {
      throw new BytecodeException(
          "found handler at " + handler.target() + ", wanted an instruction from " + to + " on");
    }
    joins.set(handler.target());
    edges.set(from);
    edges.set(to);
  }

  private void checkLines() throws BytecodeException {
    int[] lines = block.lines();
    if (lines.length % 2 != 0) {
      throw new BytecodeException("found " + lines.length + " numbers of lines, wanted pairs");
    }
    for (int i = 0; i < lines.length; i += 2) {
      boolean isAscending = i == 0 ? lines[0] >= 0 : lines[i] > lines[i - 2];
      if (!isAscending || lines[i] >= code.length || lines[i + 1] < 1) {
        throw new BytecodeException("found line " + lines[i + 1] + " at " + lines[i]);
      }
    }
  }
}
