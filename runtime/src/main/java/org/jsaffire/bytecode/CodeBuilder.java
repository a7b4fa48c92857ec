package org.jsaffire.bytecode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsaffire.bytecode.CodeBlock.Handler;

/** Collects the instructions of one code block and keeps count of its operand stack. */
public final class CodeBuilder {
  /** Greatest operand of an instruction. */
  private static final int MAX_OPERAND = 0xFFFFFF;

  /** Range of the INTEGER operand. */
  public static final int MIN_INTEGER = -0x800000;

  public static final int MAX_INTEGER = 0x7FFFFF;

  /** A place in the code that jumps go to, perhaps before it is known. */
  public static final class Label {
    private int position = -1;
    private int[] uses = {};

    public boolean isUsed() {
      return uses.length > 0;
    }

    public boolean isPlaced() {
      return position >= 0;
    }
  }

  private final String name;
  private final String owner;
  private final String file;
  private final List<String> slotNames;
  private final int parameterCount;
  private int slotCount;
  private int[] code = new int[32];
  private int size;
  private int stack;
  private int maxStack;
  private int caches;
  private final List<Object> constants = new ArrayList<>();
  private final Map<Object, Integer> constantIndex = new HashMap<>();
  private final List<Handler> handlers = new ArrayList<>();
  private int[] lines = new int[16];
  private int lineCount;
  private final List<Label[]> tables = new ArrayList<>();
  private final List<Integer> tableConstants = new ArrayList<>();

  /**
   * @param slotNames parameters first, then named locals
   */
  public CodeBuilder(
      String name, String owner, String file, int parameterCount, List<String> slotNames) {
    this.name = name;
    this.owner = owner;
    this.file = file;
    this.parameterCount = parameterCount;
    this.slotNames = slotNames;
    this.slotCount = slotNames.size();
  }

  /** A new temporary slot. */
  public int newTemporary() {
    return slotCount++;
  }

  public int position() {
    return size;
  }

  /** Instructions from here on belong to a line. */
  public void line(int line) {
    if (lineCount > 0 && lines[lineCount - 1] == line) {
      return;
    }
    if (lineCount > 0 && lines[lineCount - 2] == size) {
      lines[lineCount - 1] = line;
      return;
    }
    if (lineCount == lines.length) {
      lines = Arrays.copyOf(lines, lineCount * 2);
    }
    lines[lineCount++] = size;
    lines[lineCount++] = line;
  }

  public void emit(Opcode opcode) {
    emit(opcode, 0);
  }

  /** Emits an instruction. */
  public void emit(Opcode opcode, int operand) {
    if (opcode.pops() != Opcode.VARIES && opcode.pushes() != Opcode.VARIES) {
      emit(opcode, operand, opcode.pops(), opcode.pushes());
      return;
    }
    Object constant = opcode.operand().isConstant() ? constants.get(operand) : null;
    int repeated = StackEffect.repeated(opcode, operand, constant);
    emit(opcode, operand, StackEffect.pops(opcode, repeated), StackEffect.pushes(opcode, repeated));
  }

  private void emit(Opcode opcode, int operand, int pops, int pushes) {
    if (opcode.operand() != Operand.INTEGER && (operand < 0 || operand > MAX_OPERAND)) {
      throw new IllegalStateException("operand of " + opcode + ": " + operand);
    }
    append(opcode.code() | operand << 8);
    adjust(-pops);
    adjust(pushes);
  }

  /** Emits an instruction with a second operand. */
  public void emit2(Opcode opcode, int operand, int second) {
    emit(opcode, operand);
    append(second);
  }

  /** Emits an instruction with an inline cache of its own. */
  public void emitCached(Opcode opcode, int operand) {
    emit2(opcode, operand, caches++);
  }

  /** Emits a jump. */
  public void jump(Opcode opcode, Label target) {
    emit(opcode, use(target, size));
  }

  /** Emits NEXT: pushes as many values as there are targets, or goes to the label at the end. */
  public void next(int slot, int targets, Label end) {
    emit(Opcode.NEXT, slot, 0, targets);
    append(use(end, -size - 1));
  }

  /** Emits END_FINALLY with a jump table. */
  public void endFinally(int slot, List<Label> targets) {
    int index = constants.size();
    constants.add(null);
    tables.add(targets.toArray(Label[]::new));
    tableConstants.add(index);
    emit2(Opcode.END_FINALLY, slot, index);
  }

  /** Notes a use of a label; uses in a second int are kept as -index - 1. */
  private static int use(Label label, int where) {
    label.uses = Arrays.copyOf(label.uses, label.uses.length + 1);
    label.uses[label.uses.length - 1] = where;
    return Math.max(label.position, 0);
  }

  /** Puts a label here. */
  public void place(Label label) {
    label.position = size;
    placed.add(label);
  }

  private final List<Label> placed = new ArrayList<>();

  /** The depth of the operand stack here. */
  public int stack() {
    return stack;
  }

  /** Corrects the depth where control comes from elsewhere. */
  public void setStack(int depth) {
    stack = depth;
    maxStack = Math.max(maxStack, depth);
  }

  private void adjust(int change) {
    stack += change;
    if (stack < 0) {
      throw new IllegalStateException("operand stack underflow in " + owner + "." + name);
    }
    maxStack = Math.max(maxStack, stack);
  }

  private void append(int word) {
    if (size == code.length) {
      code = Arrays.copyOf(code, size * 2);
    }
    code[size++] = word;
  }

  /** The index of a constant, shared among equal ones. */
  public int constant(Object value) {
    return constantIndex.computeIfAbsent(
        value,
        key -> {
          constants.add(key);
          return constants.size() - 1;
        });
  }

  /** Handlers are added innermost first; empty stretches are left out. */
  public void handler(int from, int to, int target, boolean isFinally) {
    if (from < to) {
      handlers.add(new Handler(from, to, target, isFinally));
    }
  }

  public CodeBlock build() {
    for (Label label : placed) {
      for (int use : label.uses) {
        if (use >= 0) {
          code[use] = code[use] & 0xff | label.position << 8;
        } else {
          code[-use - 1] = label.position;
        }
      }
    }
    for (int i = 0; i < tables.size(); i++) {
      List<Integer> targets = new ArrayList<>();
      for (Label label : tables.get(i)) {
        targets.add(label.position);
      }
      constants.set(tableConstants.get(i), new Constants.Numbers(targets));
    }
    return new CodeBlock(
        name,
        owner,
        file,
        parameterCount,
        slotCount,
        maxStack,
        caches,
        Arrays.copyOf(code, size),
        constants,
        handlers,
        Arrays.copyOf(lines, lineCount),
        slotNames);
  }
}
