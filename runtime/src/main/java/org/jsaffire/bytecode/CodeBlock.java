package org.jsaffire.bytecode;

import java.util.List;

/**
 * The code of a method, or of the top level of a file. Immutable, without any value of a run, so
 * that all runs share it and it can be stored. Arrays are not to be changed by those who get them.
 */
public final class CodeBlock {
  /**
   * A stretch of code whose exceptions go to a handler. The handler starts with the exception alone
   * on the operand stack.
   *
   * @param from first instruction
   * @param to behind the last instruction
   * @param target the handler
   * @param isFinally runs also for what scripts cannot catch
   */
  public record Handler(int from, int to, int target, boolean isFinally) {}

  private final String name;
  private final String owner;
  private final String file;
  private final int parameterCount;
  private final int slotCount;
  private final int stackSize;
  private final int cacheCount;
  private final int[] code;
  private final List<Object> constants;
  private final List<Handler> handlers;
  private final int[] lines;
  private final List<String> slotNames;

  CodeBlock(
      String name,
      String owner,
      String file,
      int parameterCount,
      int slotCount,
      int stackSize,
      int cacheCount,
      int[] code,
      List<Object> constants,
      List<Handler> handlers,
      int[] lines,
      List<String> slotNames) {
    this.name = name;
    this.owner = owner;
    this.file = file;
    this.parameterCount = parameterCount;
    this.slotCount = slotCount;
    this.stackSize = stackSize;
    this.cacheCount = cacheCount;
    this.code = code;
    this.constants = List.copyOf(constants);
    this.handlers = List.copyOf(handlers);
    this.lines = lines;
    this.slotNames = List.copyOf(slotNames);
  }

  /** The method's name; empty for a top level. */
  public String name() {
    return name;
  }

  /** The full name of the class, or the namespace of a top level; as stack traces show it. */
  public String owner() {
    return owner;
  }

  /** The absolute path of the source. */
  public String file() {
    return file;
  }

  /** Parameters; they have the first slots. */
  public int parameterCount() {
    return parameterCount;
  }

  /** Slots for parameters, named locals and temporaries, in this order. */
  public int slotCount() {
    return slotCount;
  }

  /** The deepest that the operand stack can get. */
  public int stackSize() {
    return stackSize;
  }

  /** Inline caches that the instructions refer to. */
  public int cacheCount() {
    return cacheCount;
  }

  /** Instructions, as {@link Opcode} describes them. */
  public int[] code() {
    return code;
  }

  /**
   * Literals and descriptions: Long, BigInteger, BigDecimal, String, {@link Constants.Regex},
   * {@link Constants.TypeReference}, {@link Constants.Import}, {@link Constants.Numbers}, {@link
   * TypeDefinitionCode}.
   */
  public List<Object> constants() {
    return constants;
  }

  /** Innermost first. */
  public List<Handler> handlers() {
    return handlers;
  }

  /** Pairs of an instruction and the line that starts there, ascending. */
  public int[] lines() {
    return lines;
  }

  /** Names of parameters and named locals by slot; temporaries have none. */
  public List<String> slotNames() {
    return slotNames;
  }

  /** The line of an instruction. */
  public int line(int pc) {
    int low = 0;
    int high = lines.length / 2 - 1;
    int line = 0;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (lines[2 * middle] <= pc) {
        line = lines[2 * middle + 1];
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return line;
  }

  @Override
  public String toString() {
    return owner + "." + name;
  }
}
