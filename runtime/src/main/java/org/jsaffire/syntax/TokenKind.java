package org.jsaffire.syntax;

import java.util.HashMap;
import java.util.Map;

/**
 * The kinds of tokens (language.md 1.4, 1.8, 2.8). The order of the constants is the order in which
 * a syntax error lists what was expected.
 */
public enum TokenKind {
  END_OF_FILE(null, "end of file"),
  NUMBER(null, "numerical value"),
  STRING(null, "string"),
  IDENTIFIER(null, "identifier"),
  REGEX(null, "regular expression"),

  ABSTRACT("abstract", "T_ABSTRACT"),
  AS("as", "as"),
  BREAK("break", "break"),
  BREAKELSE("breakelse", "breakelse"),
  CASE("case", "case"),
  CATCH("catch", "catch"),
  CLASS("class", "T_CLASS"),
  CONSTANT("constant", "T_CONST"),
  CONTINUE("continue", "continue"),
  DEFAULT("default", "default"),
  DO("do", "do"),
  ELSE("else", "T_ELSE"),
  EXTENDS("extends", "T_EXTENDS"),
  FINAL("final", "T_FINAL"),
  FINALLY("finally", "finally"),
  FOR("for", "for"),
  FOREACH("foreach", "foreach"),
  GOTO("goto", "goto"),
  IF("if", "if"),
  IMPLEMENTS("implements", "T_IMPLEMENTS"),
  IMPORT("import", "import"),
  IN("in", "T_IN"),
  INHERITS("inherits", "T_INHERITS"),
  INTERFACE("interface", "T_INTERFACE"),
  METHOD("method", "method"),
  PARENT("parent", "parent"),
  PRIVATE("private", "T_PRIVATE"),
  PROPERTY("property", "T_PROPERTY"),
  PROTECTED("protected", "T_PROTECTED"),
  PUBLIC("public", "T_PUBLIC"),
  RETURN("return", "return"),
  SELF("self", "self"),
  STATIC("static", "T_STATIC"),
  SWITCH("switch", "switch"),
  THROW("throw", "throw"),
  TRY("try", "try"),
  UNSET("unset", "unset"),
  VOID("void", "void"),
  WHILE("while", "while"),
  YIELD("yield", "yield"),

  PLUS("+", "'+'"),
  MINUS("-", "'-'"),
  STAR("*", "'*'"),
  SLASH("/", "'/'"),
  PERCENT("%", "'%'"),
  AMPERSAND("&", "'&'"),
  BAR("|", "'|'"),
  CARET("^", "'^'"),
  TILDE("~", "'~'"),
  BANG("!", "'!'"),
  LESS("<", "'<'"),
  GREATER(">", "'>'"),
  SHIFT_LEFT("<<", "shift left"),
  SHIFT_RIGHT(">>", "shift right"),
  PLUS_ASSIGN("+=", "T_ADD_ASSIGNMENT"),
  MINUS_ASSIGN("-=", "T_SUB_ASSIGNMENT"),
  STAR_ASSIGN("*=", "T_MUL_ASSIGNMENT"),
  SLASH_ASSIGN("/=", "T_DIV_ASSIGNMENT"),
  PERCENT_ASSIGN("%=", "T_MOD_ASSIGNMENT"),
  AMPERSAND_ASSIGN("&=", "T_AND_ASSIGNMENT"),
  BAR_ASSIGN("|=", "T_OR_ASSIGNMENT"),
  CARET_ASSIGN("^=", "T_XOR_ASSIGNMENT"),
  SHIFT_LEFT_ASSIGN("<<=", "T_SL_ASSIGNMENT"),
  SHIFT_RIGHT_ASSIGN(">>=", "T_SR_ASSIGNMENT"),
  GREATER_EQUAL(">=", "T_GE"),
  LESS_EQUAL("<=", "T_LE"),
  EQUAL("==", "T_EQ"),
  NOT_EQUAL("!=", "T_NE"),
  MATCH("~=", "T_RE"),
  NOT_MATCH("!~=", "T_NRE"),
  AND("&&", "and"),
  OR("||", "or"),
  COALESCE("??", "coalesce (??)"),
  ELLIPSIS("...", "..."),
  RANGE("..", "subscription"),

  ASSIGN("=", "T_ASSIGNMENT"),
  BACKSLASH("\\", "\\"),
  SEMICOLON(";", "';'"),
  COMMA(",", "','"),
  LEFT_BRACE("{", "'{'"),
  RIGHT_BRACE("}", "'}'"),
  LEFT_PARENTHESIS("(", "'('"),
  RIGHT_PARENTHESIS(")", "')'"),
  COLON(":", "':'"),
  QUESTION("?", "'?'"),
  DOT(".", "'.'"),
  LEFT_BRACKET("[", "'['"),
  RIGHT_BRACKET("]", "']'");

  private static final Map<String, TokenKind> KEYWORDS = keywords();

  private final String text;
  private final String display;

  TokenKind(String text, String display) {
    this.text = text;
    this.display = display;
  }

  private static Map<String, TokenKind> keywords() {
    Map<String, TokenKind> keywords = new HashMap<>();
    for (TokenKind kind : values()) {
      if (kind.isKeyword()) {
        keywords.put(kind.text, kind);
      }
    }
    return keywords;
  }

  /** The kind of an identifier-shaped word: a keyword, or {@link #IDENTIFIER}. */
  static TokenKind ofWord(String word) {
    return KEYWORDS.getOrDefault(word, IDENTIFIER);
  }

  /** The characters of the token; null where they differ from token to token. */
  public String text() {
    return text;
  }

  /** The name in syntax errors. */
  public String display() {
    return display;
  }

  public boolean isKeyword() {
    return compareTo(ABSTRACT) >= 0 && compareTo(YIELD) <= 0;
  }

  /** May be the last token of an operand, so that {@code -} and {@code /} behind it are binary. */
  boolean endsOperand() {
    return switch (this) {
      case NUMBER,
          STRING,
          IDENTIFIER,
          REGEX,
          SELF,
          PARENT,
          STATIC,
          RIGHT_PARENTHESIS,
          RIGHT_BRACKET ->
          true;
      default -> false;
    };
  }
}
