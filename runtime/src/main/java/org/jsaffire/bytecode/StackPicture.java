package org.jsaffire.bytecode;

import java.util.ArrayList;
import java.util.List;

/**
 * The operand stack before and after an instruction, read from the text in {@link Opcode#stack}.
 * Words are taken or left from left to right, the top of the stack last.
 */
final class StackPicture {
  /** What a word stands for; any word but these is a plain value of a script. */
  enum Role {
    VALUE,
    /** Whatever the slot of the instruction holds, or gets. */
    LOCAL,
    /** The operand of the instruction as a numerical. */
    INT,
    /** What a call calls; a plain value if its receiver is absent. */
    CALLEE,
    /** The receiver of a call, or that there is none. */
    RECEIVER,
    /** The sign for a call without a receiver. */
    ABSENT,
    /** A class that literals can be made of. */
    STRUCTURE,
    /** An exception that a script can catch. */
    EXCEPTION,
    /** An exception, or what ends the run. */
    CAUGHT,
    /** Parent and interfaces of the definition that the instruction names. */
    PREPARED;

    private static final Role[] ALL = values();

    static Role of(String word) {
      for (Role role : ALL) {
        if (role != VALUE && role.name().equalsIgnoreCase(word)) {
          return role;
        }
      }
      return VALUE;
    }
  }

  /**
   * A word of the picture.
   *
   * @param isRepeated stands for as many values as an operand says
   * @param same among those left: the index of the taken one that it is, or -1
   */
  record Item(Role role, boolean isRepeated, int same) {}

  private static final StackPicture[] ALL = new StackPicture[Opcode.values().length];

  static {
    for (Opcode opcode : Opcode.values()) {
      ALL[opcode.code()] = new StackPicture(opcode.stack());
    }
  }

  private final List<Item> before;
  private final List<Item> after;
  private final List<Item> atTarget;

  private StackPicture(String text) {
    int arrow = text.indexOf("->");
    String right = text.substring(arrow + 2);
    int semicolon = right.indexOf(';');
    List<String> taken = words(text.substring(0, arrow));
    this.before = items(taken, List.of());
    this.after = items(words(semicolon < 0 ? right : right.substring(0, semicolon)), taken);
    this.atTarget = semicolon < 0 ? after : items(words(right.substring(semicolon + 1)), taken);
  }

  static StackPicture of(Opcode opcode) {
    return ALL[opcode.code()];
  }

  private static List<String> words(String text) {
    String stripped = text.strip();
    return stripped.isEmpty() ? List.of() : List.of(stripped.split(" "));
  }

  private static List<Item> items(List<String> words, List<String> taken) {
    List<Item> items = new ArrayList<>();
    for (String word : words) {
      boolean isRepeated = word.endsWith("*");
      String name = isRepeated ? word.substring(0, word.length() - 1) : word;
      items.add(new Item(Role.of(name), isRepeated, isRepeated ? -1 : taken.indexOf(word)));
    }
    return List.copyOf(items);
  }

  List<Item> before() {
    return before;
  }

  /** What the next instruction finds. */
  List<Item> after() {
    return after;
  }

  /** What the instruction at the target of a jump finds. */
  List<Item> atTarget() {
    return atTarget;
  }
}
