package org.jsaffire.vm;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.jsaffire.bytecode.CodeBlock;
import org.jsaffire.bytecode.CodeBlock.Handler;
import org.jsaffire.bytecode.Constants;
import org.jsaffire.bytecode.TypeDefinitionCode;
import org.jsaffire.object.Bool;
import org.jsaffire.object.DoubleValue;
import org.jsaffire.object.NullValue;
import org.jsaffire.object.Numerical;
import org.jsaffire.object.RegexCompiler;
import org.jsaffire.object.Str;
import org.jsaffire.object.Value;

/**
 * A code block linked for execution: constants as values, inline caches. Shared by all runs; caches
 * are replaced as a whole, by whichever run comes last.
 */
public final class Code {
  private final CodeBlock block;
  final int[] instructions;

  /** Literals; null where the constant is no literal. */
  final Value[] literals;

  /** Names, imports, type references, linked definitions, int arrays; null for other constants. */
  final Object[] links;

  final AttributeCache[] caches;
  final Handler[] handlers;
  final int slotCount;
  final int parameterCount;

  /** Slots and operand stack together. */
  final int frameSize;

  Code(CodeBlock block) {
    this.block = block;
    this.instructions = block.code();
    this.slotCount = block.slotCount();
    this.parameterCount = block.parameterCount();
    this.frameSize = block.slotCount() + block.stackSize() + 1;
    this.caches = new AttributeCache[block.cacheCount()];
    this.handlers = block.handlers().toArray(Handler[]::new);
    List<Object> constants = block.constants();
    this.literals = new Value[constants.size()];
    this.links = new Object[constants.size()];
    for (int i = 0; i < literals.length; i++) {
      link(i, constants.get(i));
    }
  }

  private void link(int i, Object constant) {
    literals[i] = literal(constant);
    if (constant instanceof Constants.Numbers numbers) {
      links[i] = numbers.values().stream().mapToInt(Integer::intValue).toArray();
    } else if (constant instanceof TypeDefinitionCode definition) {
      links[i] = new LinkedType(definition);
    } else if (constant instanceof Constants.TypeReference reference) {
      links[i] = new TypeName(reference);
    } else {
      links[i] = constant;
    }
  }

  /** The value of a literal, or null. */
  static Value literal(Object constant) {
    if (constant instanceof String text) {
      return Str.literal(text);
    }
    if (constant instanceof Long number) {
      return Numerical.of(number);
    }
    if (constant instanceof BigInteger number) {
      return Numerical.of(number);
    }
    if (constant instanceof BigDecimal number) {
      return DoubleValue.of(number);
    }
    if (constant instanceof Boolean truth) {
      return Bool.of(truth);
    }
    if (constant instanceof Constants.Regex regex) {
      return RegexCompiler.compile(regex.pattern(), regex.flags());
    }
    return constant == Constants.Null.NULL ? NullValue.NULL : null;
  }

  public CodeBlock block() {
    return block;
  }

  String name(int constant) {
    return (String) links[constant];
  }

  /** The handler of an instruction, or null. */
  Handler handler(int pc, boolean isFinallyOnly) {
    for (Handler handler : handlers) {
      if (pc >= handler.from() && pc < handler.to() && (handler.isFinally() || !isFinallyOnly)) {
        return handler;
      }
    }
    return null;
  }

  @Override
  public String toString() {
    return block.toString();
  }
}
