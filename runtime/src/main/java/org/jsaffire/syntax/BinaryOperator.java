package org.jsaffire.syntax;

/**
 * The operators that evaluate both operands (language.md 2.5). {@code &&}, {@code ||} and {@code
 * ??} have nodes of their own.
 */
public enum BinaryOperator {
  BIT_OR("|", 6, true),
  BIT_XOR("^", 7, true),
  BIT_AND("&", 8, true),
  EQ("==", 9, false),
  NE("!=", 9, false),
  LT("<", 9, false),
  GT(">", 9, false),
  LE("<=", 9, false),
  GE(">=", 9, false),
  IN("in", 9, false),
  NOT_IN("not in", 9, false),
  MATCH("~=", 9, false),
  NOT_MATCH("!~=", 9, false),
  SHL("<<", 10, true),
  SHR(">>", 10, true),
  ADD("+", 11, true),
  SUB("-", 11, true),
  MUL("*", 12, true),
  DIV("/", 12, true),
  MOD("%", 12, true);

  private final String text;
  private final int level;
  private final boolean arithmetic;

  BinaryOperator(String text, int level, boolean arithmetic) {
    this.text = text;
    this.level = level;
    this.arithmetic = arithmetic;
  }

  public String text() {
    return text;
  }

  /** Precedence: the level of the table in language.md 2.5; higher binds tighter. */
  public int level() {
    return level;
  }

  /** Has a compound assignment form, and yields the result of its method unconverted. */
  public boolean isArithmetic() {
    return arithmetic;
  }
}
