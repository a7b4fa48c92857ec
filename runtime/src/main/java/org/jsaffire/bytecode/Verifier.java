package org.jsaffire.bytecode;

import java.util.List;

/**
 * Checks code that does not come from the compiler, before it may run: whatever it does then, it
 * does to its own run only. The machine checks none of this.
 *
 * <ul>
 *   <li>Opcodes and operands are in range; constants are of the right kind and shape.
 *   <li>Jumps go to instructions, backwards only by those that a limit can stop, and code does not
 *       run off its end.
 *   <li>On every way to an instruction the operand stack has the same depth, within the size that
 *       the block states, and what instructions find in slots and on the stack is of the kind that
 *       they need: what only the machine knows does not get into the hands of scripts.
 * </ul>
 */
public final class Verifier {
  /** Tells about the patterns of regex constants. */
  public interface RegexCheck {
    /** The pattern and the flags can be compiled. */
    boolean isValid(String pattern, String flags);
  }

  private final RegexCheck regexes;

  public Verifier(RegexCheck regexes) {
    this.regexes = regexes;
  }

  /**
   * Checks a file.
   *
   * @throws BytecodeException with the first fault: where, what was found and what was wanted
   */
  public void verify(FileCode file) throws BytecodeException {
    if (!QualifiedNames.isNamespace(file.namespace())) {
      throw new BytecodeException(
          "found namespace '" + file.namespace() + "', wanted a backslash and names");
    }
    if (file.main().parameterCount() != 0) {
      throw new BytecodeException("found parameters of a top level");
    }
    verify(file.main(), file.globals().size(), false);
  }

  /** Checks a block and what is defined in it. */
  void verify(CodeBlock block, int globals, boolean isMethod) throws BytecodeException {
    try {
      checkSizes(block);
      BlockShape shape = new BlockShape(block, globals, isMethod);
      ConstantCheck constants = new ConstantCheck(this, regexes, globals);
      List<Object> all = block.constants();
      for (int i = 0; i < all.size(); i++) {
        constants.check(all.get(i));
      }
      shape.check();
      new FlowCheck(block, shape).check();
    } catch (BytecodeException e) {
      // Definitions in a block name their own block already.
      String message = e.getMessage();
      throw message.startsWith("in ") ? e : new BytecodeException("in " + block + ": " + message);
    }
  }

  /** No block states more than its instructions can need. */
  private static void checkSizes(CodeBlock block) throws BytecodeException {
    long length = block.code().length;
    long named = block.slotNames().size();
    if (block.parameterCount() < 0 || block.parameterCount() > named) {
      throw new BytecodeException(
          "found " + block.parameterCount() + " parameters, wanted 0 to " + named);
    }
    if (block.slotCount() < named || block.slotCount() > named + 2 * length) {
      throw new BytecodeException(
          "found " + block.slotCount() + " slots, wanted " + named + " to " + (named + 2 * length));
    }
    if (block.stackSize() < 0 || block.stackSize() > 3 * length) {
      throw new BytecodeException(
          "found stack size " + block.stackSize() + ", wanted 0 to " + 3 * length);
    }
    if (block.cacheCount() < 0 || block.cacheCount() > length) {
      throw new BytecodeException("found " + block.cacheCount() + " caches, wanted 0 to " + length);
    }
  }
}
