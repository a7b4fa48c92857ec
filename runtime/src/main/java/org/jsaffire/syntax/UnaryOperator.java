package org.jsaffire.syntax;

/** The prefix operators (language.md 2.4, 4.14). */
public enum UnaryOperator {
  INVERT("~", "__opr_inv"),
  NOT("!", "__opr_not"),
  PLUS("+", "__opr_pos"),
  MINUS("-", "__opr_neg");

  private final String text;
  private final String method;

  UnaryOperator(String text, String method) {
    this.text = text;
    this.method = method;
  }

  public String text() {
    return text;
  }

  /** The name of the method that implements the operator. */
  public String method() {
    return method;
  }
}
