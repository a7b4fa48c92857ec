package org.jsaffire.bytecode;

/** How many values an instruction takes from the operand stack and leaves there. */
final class StackEffect {
  private StackEffect() {}

  /** Values taken; {@code repeated} as {@link #repeated} gives it. */
  static int pops(Opcode opcode, int repeated) {
    return count(opcode.stack(), 0, repeated);
  }

  /** Values left for the next instruction. */
  static int pushes(Opcode opcode, int repeated) {
    return count(opcode.stack(), opcode.stack().indexOf("->") + 2, repeated);
  }

  /**
   * Counts the words of one side of a picture.
   *
   * @param from where the side starts; it ends at an arrow or semicolon
   * @param repeated values that a word with an asterisk stands for; {@link Opcode#VARIES} to give
   *     just that for a side that has one
   */
  static int count(String picture, int from, int repeated) {
    int count = 0;
    int length = 0;
    for (int i = from; i <= picture.length(); i++) {
      char c = i == picture.length() ? ';' : picture.charAt(i);
      if (c == '*') {
        if (repeated == Opcode.VARIES) {
          return Opcode.VARIES;
        }
        count += repeated;
        length = 0;
      } else if (c == ' ' || c == '-' || c == ';') {
        count += length > 0 ? 1 : 0;
        length = 0;
        if (c != ' ') {
          break;
        }
      } else {
        length++;
      }
    }
    return count;
  }

  /**
   * How many values the repeated word of an instruction stands for, as far as its operand tells:
   * all but those of NEXT.
   *
   * @param constant the constant of the operand, or null
   */
  static int repeated(Opcode opcode, int operand, Object constant) {
    return switch (opcode.operand()) {
      case COUNT -> operand;
      case PARTS -> ((Constants.Numbers) constant).sum();
      case TYPE -> ((TypeDefinitionCode) constant).initialisedCount();
      default -> 0;
    };
  }
}
