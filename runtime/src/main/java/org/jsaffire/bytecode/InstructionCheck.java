package org.jsaffire.bytecode;

import java.util.ArrayList;
import java.util.List;
import org.jsaffire.bytecode.StackPicture.Item;
import org.jsaffire.bytecode.StackPicture.Role;

/**
 * What one instruction does to slots and operand stack, by the table in {@link Opcode}. Used for
 * one instruction after another.
 */
final class InstructionCheck {
  /** Where control may go besides the next instruction, and what is known there. */
  record Exit(int target, Slots slots, OperandCell stack) {}

  private final CodeBlock block;
  private final BlockShape shape;
  private final WorkLimit limit;
  private final int[] reasonSlots;
  private final List<Exit> exits = new ArrayList<>();
  private int pc;
  private Opcode opcode;
  private int operand;
  private int second;
  private Slots slots;
  private OperandCell stack;
  private boolean fallsThrough;

  /** Single values taken, by their place in the picture. */
  private final Kind[] taken = new Kind[8];

  InstructionCheck(CodeBlock block, BlockShape shape, WorkLimit limit) {
    this.block = block;
    this.shape = shape;
    this.limit = limit;
    this.reasonSlots = shape.reasonSlots();
  }

  /** Ways besides the one to the next instruction. */
  List<Exit> exits() {
    return exits;
  }

  /** Control may get to the next instruction, as far as operands and slots tell. */
  boolean fallsThrough() {
    return fallsThrough;
  }

  /** For the next instruction. */
  Slots slots() {
    return slots;
  }

  /** For the next instruction. */
  OperandCell stack() {
    return stack;
  }

  /**
   * Checks an instruction.
   *
   * @throws BytecodeException it does not find what it needs
   */
  void execute(int at, Slots slotsBefore, OperandCell stackBefore) throws BytecodeException {
    this.pc = at;
    this.opcode = Opcode.of(block.code()[at]);
    this.operand = BlockShape.operand(block.code(), at);
    this.second = opcode.length() > 1 ? block.code()[at + 1] : 0;
    this.slots = slotsBefore;
    this.stack = stackBefore;
    this.fallsThrough = true;
    exits.clear();
    limit.spend(1);
    StackPicture picture = StackPicture.of(opcode);
    int repeated = repeated();
    take(picture.before(), repeated);
    Kind loaded = readSlots();
    writeSlot(opcode.operand(), operand, picture.before());
    writeSlot(opcode.second(), second, picture.before());
    OperandCell rest = stack;
    stack = leave(picture.after(), repeated, loaded);
    branch(rest, picture, repeated, loaded);
  }

  private int repeated() throws BytecodeException {
    if (opcode.operand() == Operand.CURSOR) {
      Kind cursor = slots.get(operand);
      if (cursor.form() != Kind.Form.ITERATION) {
        throw wanted("slot " + operand, cursor, "an iteration");
      }
      return cursor.data();
    }
    Object constant = opcode.operand().isConstant() ? block.constants().get(operand) : null;
    return StackEffect.repeated(opcode, operand, constant);
  }

  private BytecodeException wanted(String where, Kind found, String wanted) {
    return shape.at(pc, "found " + found + " in " + where + ", wanted " + wanted);
  }

  private void take(List<Item> items, int repeated) throws BytecodeException {
    for (int i = items.size() - 1; i >= 0; i--) {
      Item item = items.get(i);
      for (int n = item.isRepeated() ? repeated : 1; n > 0; n--) {
        taken[i] = pop(item.role(), i);
      }
    }
  }

  private Kind pop(Role role, int index) throws BytecodeException {
    if (stack == null) {
      throw shape.at(pc, "found an empty stack, wanted a value more");
    }
    Kind kind = stack.kind();
    limit.spend(1);
    boolean fits =
        switch (role) {
          case VALUE, INT -> kind.isPlain();
          case LOCAL -> kind.isPlain() || kind.isRaised();
          case RECEIVER -> kind == Kind.RECEIVER || kind == Kind.ABSENT;
          // The receiver is above it, so it has been taken just now.
          case CALLEE -> taken[index + 1] == Kind.RECEIVER ? kind == Kind.CALLEE : kind.isPlain();
          case ABSENT -> kind == Kind.ABSENT;
          case STRUCTURE -> kind == Kind.STRUCTURE;
          case EXCEPTION -> kind == Kind.EXCEPTION;
          case CAUGHT -> kind.isRaised();
          case PREPARED -> kind.form() == Kind.Form.PREPARED && kind.data() == operand;
        };
    if (!fits) {
      throw wanted("stack place " + (stack.depth() - 1), kind, "for " + role);
    }
    stack = stack.below();
    return kind;
  }

  /** Checks the slots that are read; returns what the last one holds. */
  private Kind readSlots() throws BytecodeException {
    Kind first = readSlot(opcode.operand(), operand);
    Kind last = readSlot(opcode.second(), second);
    return last == null ? first : last;
  }

  private Kind readSlot(Operand kind, int slot) throws BytecodeException {
    switch (kind) {
      case SLOT, CHANGED_SLOT -> {
        Kind held = slots.get(slot);
        boolean isMoved =
            StackPicture.of(opcode).after().stream().anyMatch(item -> item.role() == Role.LOCAL);
        if (!held.isPlain() && !(isMoved && held.isRaised())) {
          throw wanted("slot " + slot, held, "a value");
        }
        return held.form() == Kind.Form.REASON ? Kind.VALUE : held;
      }
      case MAYBE_SLOT -> {
        if (!slots.get(slot).isPlainOrUnset()) {
          throw wanted("slot " + slot, slots.get(slot), "a value or nothing");
        }
        return Kind.VALUE;
      }
      default -> {
        return null;
      }
    }
  }

  private void writeSlot(Operand kind, int slot, List<Item> before) throws BytecodeException {
    switch (kind) {
      case SET_SLOT, CHANGED_SLOT -> {
        Kind value = Kind.VALUE;
        for (int i = 0; i < before.size(); i++) {
          value = before.get(i).role() == Role.LOCAL ? taken[i] : value;
        }
        slots = slots.set(slot, value, reasonSlots, limit);
      }
      case NEW_CURSOR -> slots = slots.set(slot, Kind.iteration(second), reasonSlots, limit);
      default -> {}
    }
  }

  /** The stack with the values of one side of the picture on it. */
  private OperandCell leave(List<Item> items, int repeated, Kind loaded) throws BytecodeException {
    OperandCell top = stack;
    for (Item item : items) {
      for (int n = item.isRepeated() ? repeated : 1; n > 0; n--) {
        top = OperandCell.push(pushed(item, loaded), top);
      }
    }
    limit.spend(items.size());
    if (OperandCell.depthOf(top) > block.stackSize()) {
      throw shape.at(
          pc, "found stack depth " + top.depth() + ", wanted at most " + block.stackSize());
    }
    return top;
  }

  private Kind pushed(Item item, Kind loaded) {
    if (item.same() >= 0) {
      return taken[item.same()];
    }
    return switch (item.role()) {
      case VALUE -> Kind.VALUE;
      case LOCAL -> loaded;
      case INT -> Kind.integer(operand);
      case CALLEE -> Kind.CALLEE;
      case RECEIVER -> Kind.RECEIVER;
      case ABSENT -> Kind.ABSENT;
      case STRUCTURE -> Kind.STRUCTURE;
      case EXCEPTION -> Kind.EXCEPTION;
      case CAUGHT -> Kind.CAUGHT;
      case PREPARED -> Kind.prepared(operand);
    };
  }

  private void branch(OperandCell rest, StackPicture picture, int repeated, Kind loaded)
      throws BytecodeException {
    int target =
        opcode.operand() == Operand.TARGET
            ? operand
            : opcode.second() == Operand.TARGET ? second : -1;
    if (target >= 0) {
      OperandCell next = stack;
      stack = rest;
      exits.add(new Exit(target, slots, leave(picture.atTarget(), repeated, loaded)));
      stack = next;
    }
    if (opcode.operand() == Operand.REASON) {
      leaveFinally();
    }
  }

  /** Control goes on for each reason that the part may have been entered for. */
  private void leaveFinally() throws BytecodeException {
    Kind held = slots.get(operand);
    if (held.form() != Kind.Form.REASON) {
      throw wanted("slot " + operand, held, "a reason");
    }
    List<Integer> jumps = ((Constants.Numbers) block.constants().get(second)).values();
    Slots now = slots;
    fallsThrough = false;
    for (int reason : held.reasons().all()) {
      Slots then = held.reasons().leaving(reason, now, limit).with(operand, Kind.VALUE, limit);
      if (reason == 0) {
        fallsThrough = true;
        slots = then;
      } else if (reason == 1) {
        if (!then.get(operand + 1).isRaised()) {
          throw wanted("slot " + (operand + 1), then.get(operand + 1), "what a handler got");
        }
      } else if (reason - 2 < jumps.size()) {
        exits.add(new Exit(jumps.get(reason - 2), then, stack));
      } else {
        throw shape.at(pc, "found reason " + reason + ", wanted less than " + (jumps.size() + 2));
      }
    }
  }
}
