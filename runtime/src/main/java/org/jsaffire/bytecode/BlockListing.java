package org.jsaffire.bytecode;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsaffire.bytecode.CodeBlock.Handler;

/** Writes the listing of one block. */
final class BlockListing {
  private static final int LINE_WIDTH = 5;
  private static final int OFFSET_WIDTH = 5;
  private static final int NAME_WIDTH = 20;

  private final CodeBlock block;
  private final int[] code;
  private final List<String> globals;
  private final IdentityHashMap<TypeDefinitionCode, List<String>> frameNames;
  private final StringBuilder out;

  /** Names of the places that jumps and handlers refer to. */
  private final Map<Integer, String> labels = new TreeMap<>();

  BlockListing(
      CodeBlock block,
      List<String> globals,
      IdentityHashMap<TypeDefinitionCode, List<String>> frameNames,
      StringBuilder out) {
    this.block = block;
    this.code = block.code();
    this.globals = globals;
    this.frameNames = frameNames;
    this.out = out;
  }

  void write() {
    nameLabels();
    int line = 0;
    int[] lines = block.lines();
    for (int pc = 0; pc < code.length; pc += Opcode.of(code[pc]).length()) {
      boolean isNewLine = line < lines.length && lines[line] == pc;
      int number = isNewLine ? lines[line + 1] : 0;
      line += isNewLine ? 2 : 0;
      if (isNewLine && number != 1) {
        out.append('\n');
      }
      label(pc);
      padLeft(isNewLine ? Integer.toString(number) : "", LINE_WIDTH);
      out.append(" ".repeat(5));
      padLeft(Integer.toString(pc), OFFSET_WIDTH);
      instruction(pc);
    }
    label(code.length);
    handlers();
  }

  private void nameLabels() {
    for (int pc = 0; pc < code.length; pc += Opcode.of(code[pc]).length()) {
      Opcode opcode = Opcode.of(code[pc]);
      nameLabel(opcode.operand(), BlockShape.operand(code, pc));
      if (opcode.length() > 1) {
        nameLabel(opcode.second(), code[pc + 1]);
      }
    }
    for (Handler handler : block.handlers()) {
      nameLabel(Operand.TARGET, handler.from());
      nameLabel(Operand.TARGET, handler.to());
      nameLabel(Operand.TARGET, handler.target());
    }
    int number = 1;
    for (Map.Entry<Integer, String> label : labels.entrySet()) {
      label.setValue("#L" + number++);
    }
  }

  private void nameLabel(Operand kind, int value) {
    if (kind == Operand.TARGET) {
      labels.put(value, "");
    } else if (kind == Operand.JUMPS) {
      numbers(value).forEach(target -> labels.put(target, ""));
    }
  }

  private List<Integer> numbers(int constant) {
    return ((Constants.Numbers) block.constants().get(constant)).values();
  }

  private void label(int pc) {
    String label = labels.get(pc);
    if (label != null) {
      out.append(label).append(":\n");
    }
  }

  private void padLeft(String text, int width) {
    out.append(" ".repeat(Math.max(0, width - text.length()))).append(text);
  }

  private void instruction(int pc) {
    Opcode opcode = Opcode.of(code[pc]);
    String name = opcode.name();
    out.append(' ').append(name).append(" ".repeat(Math.max(0, NAME_WIDTH - name.length())));
    List<String> operands = new ArrayList<>();
    operand(opcode.operand(), BlockShape.operand(code, pc), operands);
    if (opcode.length() > 1) {
      operand(opcode.second(), code[pc + 1], operands);
    }
    if (opcode == Opcode.DEFINE_TYPE) {
      TypeDefinitionCode type = (TypeDefinitionCode) block.constants().get(code[pc] >>> 8);
      frameNames.getOrDefault(type, List.of()).forEach(frame -> operands.add("@" + frame));
    }
    out.append(String.join(", ", operands)).append('\n');
  }

  private void operand(Operand kind, int value, List<String> operands) {
    switch (kind) {
      case NONE -> {}
      case INTEGER -> operands.add(Integer.toString(value));
      case COUNT, CACHE -> operands.add("$" + value);
      case TARGET -> operands.add(labels.get(value));
      case GLOBAL -> operands.add(named(globals, value));
      case SLOT, MAYBE_SLOT, SET_SLOT, CHANGED_SLOT, NEW_CURSOR, CURSOR, REASON ->
          operands.add(named(block.slotNames(), value));
      case LITERAL -> operands.add(literal(block.constants().get(value)));
      case NAME -> operands.add((String) block.constants().get(value));
      case IMPORT -> operands.add(((Constants.Import) block.constants().get(value)).qualified());
      case TYPE_NAME -> {
        var reference = (Constants.TypeReference) block.constants().get(value);
        operands.add(reference.qualified() == null ? reference.text() : reference.qualified());
      }
      case TYPE -> operands.add(((TypeDefinitionCode) block.constants().get(value)).qualified());
      case PARTS -> numbers(value).forEach(number -> operands.add("$" + number));
      case JUMPS -> numbers(value).forEach(target -> operands.add(labels.get(target)));
    }
  }

  private static String named(List<String> names, int index) {
    return index < names.size() ? names.get(index) : "%" + index;
  }

  private static String literal(Object constant) {
    if (constant instanceof String text) {
      return quoted(text);
    }
    if (constant instanceof Constants.Regex regex) {
      return "regex(/" + regex.pattern() + "/" + regex.flags() + ")";
    }
    if (constant instanceof BigDecimal number) {
      return number.toPlainString();
    }
    return constant == Constants.Null.NULL ? "null" : constant.toString();
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (Character.isISOControl(c)) {
            quoted.append("\\x").append(Character.forDigit(c >> 4, 16));
            quoted.append(Character.forDigit(c & 15, 16));
          } else if (c == 0x2028 || c == 0x2029) {
            quoted.append(c == 0x2028 ? "\\u2028" : "\\u2029");
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }

  private void handlers() {
    if (!block.handlers().isEmpty()) {
      out.append('\n');
    }
    for (Handler handler : block.handlers()) {
      out.append(handler.isFinally() ? ".finally " : ".catch   ");
      out.append(labels.get(handler.from())).append(", ");
      out.append(labels.get(handler.to())).append(", ");
      out.append(labels.get(handler.target())).append('\n');
    }
  }
}
