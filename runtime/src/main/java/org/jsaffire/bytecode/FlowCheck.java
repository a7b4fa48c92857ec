package org.jsaffire.bytecode;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jsaffire.bytecode.CodeBlock.Handler;
import org.jsaffire.bytecode.Opcode.Trait;

/**
 * Follows all ways through a block and checks what each instruction finds. Where ways meet, what is
 * known on all of them is kept; control goes on from there until nothing new comes. Handlers may
 * get control from in front of every instruction that they guard.
 */
final class FlowCheck {
  /** What is known in front of an instruction. */
  private record State(Slots slots, OperandCell stack) {}

  private final CodeBlock block;
  private final BlockShape shape;
  private final int[] code;
  private final WorkLimit limit;
  private final State[] known;

  /** Where control goes on from. The first is taken first: most ways lead forwards. */
  private final BitSet work = new BitSet();

  FlowCheck(CodeBlock block, BlockShape shape) {
    this.block = block;
    this.shape = shape;
    this.code = block.code();
    this.limit = new WorkLimit(code.length);
    this.known = new State[code.length];
  }

  void check() throws BytecodeException {
    limit.spend(block.slotCount());
    flow(-1, 0, new State(Slots.atEntry(block), null));
    for (int pc = 0; pc >= 0; pc = work.nextSetBit(0)) {
      work.clear(pc);
      follow(pc);
    }
  }

  /** Brings what is known on one way to an instruction where ways may meet. */
  private void flow(int from, int to, State state) throws BytecodeException {
    State old = known[to];
    limit.spend(1);
    if (old == null) {
      known[to] = state;
      work.set(to);
      return;
    }
    int depth = OperandCell.depthOf(state.stack());
    if (depth != OperandCell.depthOf(old.stack())) {
      throw shape.at(
          to,
          "found stack depth "
              + depth
              + " from "
              + from
              + ", wanted "
              + OperandCell.depthOf(old.stack()));
    }
    Slots slots = old.slots().merge(state.slots(), limit);
    OperandCell stack = OperandCell.merge(old.stack(), state.stack(), limit);
    if (slots != old.slots() || stack != old.stack()) {
      known[to] = new State(slots, stack);
      work.set(to);
    }
  }

  /** Follows control from an instruction to the next place where ways meet. */
  private void follow(int start) throws BytecodeException {
    InstructionCheck instruction = new InstructionCheck(block, shape, limit);
    Slots slots = known[start].slots();
    OperandCell stack = known[start].stack();
    List<Handler> handlers = null;
    Slots handled = null;
    int pc = start;
    for (; ; ) {
      if (handlers == null || shape.isEdge(pc)) {
        handlers = handlersOf(pc);
        handled = null;
      }
      if (handled != slots) {
        for (Handler handler : handlers) {
          raise(pc, handler, slots);
        }
        handled = slots;
      }
      instruction.execute(pc, slots, stack);
      List<InstructionCheck.Exit> exits = instruction.exits();
      for (InstructionCheck.Exit exit : exits) {
        flow(pc, exit.target(), new State(exit.slots(), exit.stack()));
      }
      Opcode opcode = Opcode.of(code[pc]);
      if (opcode.has(Trait.ENDS) || !instruction.fallsThrough()) {
        return;
      }
      slots = instruction.slots();
      stack = instruction.stack();
      int next = pc + opcode.length();
      if (next >= code.length) {
        throw shape.at(pc, "found the end of the code behind it");
      }
      if (shape.isJoin(next)) {
        flow(pc, next, new State(slots, stack));
        return;
      }
      pc = next;
    }
  }

  private List<Handler> handlersOf(int pc) throws BytecodeException {
    limit.spend(block.handlers().size());
    List<Handler> handlers = new ArrayList<>();
    for (Handler handler : block.handlers()) {
      if (pc >= handler.from() && pc < handler.to()) {
        handlers.add(handler);
      }
    }
    return handlers;
  }

  private void raise(int pc, Handler handler, Slots slots) throws BytecodeException {
    if (block.stackSize() < 1) {
      throw new BytecodeException("found stack size 0 in a block with handlers");
    }
    Kind kind = handler.isFinally() ? Kind.CAUGHT : Kind.EXCEPTION;
    flow(pc, handler.target(), new State(slots, OperandCell.push(kind, null)));
  }
}
