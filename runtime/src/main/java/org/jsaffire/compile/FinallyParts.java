package org.jsaffire.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jsaffire.bytecode.CodeBuilder;
import org.jsaffire.bytecode.CodeBuilder.Label;
import org.jsaffire.bytecode.Opcode;

/**
 * Compiles {@code finally} parts and the jumps that leave them. Each part stands in the code once.
 * Whoever enters it says in a slot how to go on behind it: 0 onward, 1 raise again what the next
 * slot holds, 2 and above an entry of a jump table. Leaving several parts is done one by one: the
 * entry of the inner one leads to code that leaves the next (language.md 6.4).
 */
final class FinallyParts {
  /** A {@code finally} part whose {@code try} or {@code catch} part is being compiled. */
  private static final class Part {
    final int reason;
    final int value;
    final Label entry = new Label();
    final List<Exit> exits = new ArrayList<>();

    Part(CodeBuilder code) {
      this.reason = code.newTemporary();
      this.value = code.newTemporary();
    }
  }

  /**
   * A way to go on behind a part.
   *
   * @param target where the jump leads in the end; null for a return
   */
  private record Exit(Label stub, Label target, int depth) {}

  private final FunctionContext context;
  private final CodeBuilder code;
  private final List<Part> open = new ArrayList<>();

  FinallyParts(FunctionContext context) {
    this.context = context;
    this.code = context.code;
  }

  /** How many parts lie around the present place. */
  int depth() {
    return open.size();
  }

  /** Jumps to a label that lies under {@code depth} parts. */
  void leave(int depth, Label target) {
    if (open.size() == depth) {
      code.jump(target.isPlaced() ? Opcode.LOOP : Opcode.JUMP, target);
    } else {
      exit(target, depth);
    }
  }

  /** Returns the value on the stack from the method. */
  void leaveMethod() {
    if (open.isEmpty()) {
      if (context.isBooleanMethod()) {
        code.emit(Opcode.CHECK_BOOLEAN);
      }
      code.emit(Opcode.RETURN);
      return;
    }
    code.emit(Opcode.STORE_LOCAL, innermost().value);
    exit(null, 0);
  }

  private Part innermost() {
    return open.get(open.size() - 1);
  }

  private void exit(Label target, int depth) {
    Part part = innermost();
    code.emit(Opcode.INT, index(part, target, depth) + 2);
    code.emit(Opcode.STORE_LOCAL, part.reason);
    code.jump(Opcode.JUMP, part.entry);
  }

  private static int index(Part part, Label target, int depth) {
    for (int i = 0; i < part.exits.size(); i++) {
      if (part.exits.get(i).target() == target) {
        return i;
      }
    }
    part.exits.add(new Exit(new Label(), target, depth));
    return part.exits.size() - 1;
  }

  /**
   * Compiles a guarded stretch and its {@code finally} part.
   *
   * @param stretch goes to the label that it gets when it ends normally
   */
  void guard(Consumer<Label> stretch, Runnable lastly) {
    Part part = new Part(code);
    Label normal = new Label();
    int from = code.position();
    open.add(part);
    stretch.accept(normal);
    open.remove(open.size() - 1);
    code.handler(from, code.position(), code.position(), true);
    code.setStack(1);
    code.emit(Opcode.STORE_LOCAL, part.value);
    code.emit(Opcode.INT, 1);
    code.emit(Opcode.STORE_LOCAL, part.reason);
    code.jump(Opcode.JUMP, part.entry);
    code.place(normal);
    code.emit(Opcode.INT, 0);
    code.emit(Opcode.STORE_LOCAL, part.reason);
    code.place(part.entry);
    lastly.run();
    code.endFinally(part.reason, part.exits.stream().map(Exit::stub).toList());
    Label end = new Label();
    if (!part.exits.isEmpty()) {
      code.jump(Opcode.JUMP, end);
      for (Exit exit : part.exits) {
        code.place(exit.stub());
        goOn(part, exit);
      }
    }
    code.place(end);
  }

  private void goOn(Part part, Exit exit) {
    if (exit.target() == null) {
      code.emit(Opcode.LOAD_LOCAL, part.value);
      leaveMethod();
    } else {
      leave(exit.depth(), exit.target());
    }
  }
}
