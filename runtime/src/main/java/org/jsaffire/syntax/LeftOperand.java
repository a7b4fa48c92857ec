package org.jsaffire.syntax;

/**
 * The operand with which an expression begins. Chains of left operands, such as {@code a + b + c}
 * or {@code a.b().c()}, have no limit of length, and the tree of a chain is as deep as it is long:
 * whoever walks a tree follows left operands in a loop. All other nesting is limited ({@link
 * org.jsaffire.source.Nesting#LIMIT}).
 */
public final class LeftOperand {
  private LeftOperand() {}

  /** Null for an expression that is no link of a chain. */
  public static Expression of(Expression expression) {
    return switch (expression.kind()) {
      case BINARY -> ((Expression.Binary) expression).left();
      case AND -> ((Expression.And) expression).left();
      case OR -> ((Expression.Or) expression).left();
      case ATTRIBUTE -> ((Expression.Attribute) expression).object();
      case CALL -> ((Expression.Call) expression).callee();
      case SUBSCRIPT -> ((Expression.Subscript) expression).object();
      case SLICE -> ((Expression.Slice) expression).object();
      case DATASTRUCTURE -> ((Expression.Datastructure) expression).type();
      case NUMBER,
          STRING,
          REGEX,
          NAME,
          QUALIFIED,
          SELF,
          PARENT,
          STATIC,
          UNARY,
          COALESCE,
          TERNARY,
          TUPLE,
          ASSIGN,
          MULTI_ASSIGN ->
          null;
    };
  }
}
