package org.jsaffire.syntax;

/** Which tokens are operators in a tree (language.md 2.4, 2.5). */
final class Operators {
  static final int OR_LEVEL = 4;
  static final int AND_LEVEL = 5;
  static final int UNARY_LEVEL = 13;

  private Operators() {}

  /** Null for tokens that are no prefix operator. */
  static UnaryOperator unary(TokenKind kind) {
    return switch (kind) {
      case TILDE -> UnaryOperator.INVERT;
      case BANG -> UnaryOperator.NOT;
      case PLUS -> UnaryOperator.PLUS;
      case MINUS -> UnaryOperator.MINUS;
      default -> null;
    };
  }

  /** Null for tokens that are no binary operator; {@code not in} is made of two tokens. */
  static BinaryOperator binary(TokenKind kind) {
    return switch (kind) {
      case BAR -> BinaryOperator.BIT_OR;
      case CARET -> BinaryOperator.BIT_XOR;
      case AMPERSAND -> BinaryOperator.BIT_AND;
      case EQUAL -> BinaryOperator.EQ;
      case NOT_EQUAL -> BinaryOperator.NE;
      case LESS -> BinaryOperator.LT;
      case GREATER -> BinaryOperator.GT;
      case LESS_EQUAL -> BinaryOperator.LE;
      case GREATER_EQUAL -> BinaryOperator.GE;
      case IN -> BinaryOperator.IN;
      case MATCH -> BinaryOperator.MATCH;
      case NOT_MATCH -> BinaryOperator.NOT_MATCH;
      case SHIFT_LEFT -> BinaryOperator.SHL;
      case SHIFT_RIGHT -> BinaryOperator.SHR;
      case PLUS -> BinaryOperator.ADD;
      case MINUS -> BinaryOperator.SUB;
      case STAR -> BinaryOperator.MUL;
      case SLASH -> BinaryOperator.DIV;
      case PERCENT -> BinaryOperator.MOD;
      default -> null;
    };
  }

  static boolean isAssignment(TokenKind kind) {
    return kind == TokenKind.ASSIGN || compound(kind) != null;
  }

  /** The operator inside a compound assignment; null for plain assignment and all else. */
  static BinaryOperator compound(TokenKind kind) {
    return switch (kind) {
      case PLUS_ASSIGN -> BinaryOperator.ADD;
      case MINUS_ASSIGN -> BinaryOperator.SUB;
      case STAR_ASSIGN -> BinaryOperator.MUL;
      case SLASH_ASSIGN -> BinaryOperator.DIV;
      case PERCENT_ASSIGN -> BinaryOperator.MOD;
      case AMPERSAND_ASSIGN -> BinaryOperator.BIT_AND;
      case BAR_ASSIGN -> BinaryOperator.BIT_OR;
      case CARET_ASSIGN -> BinaryOperator.BIT_XOR;
      case SHIFT_LEFT_ASSIGN -> BinaryOperator.SHL;
      case SHIFT_RIGHT_ASSIGN -> BinaryOperator.SHR;
      default -> null;
    };
  }
}
