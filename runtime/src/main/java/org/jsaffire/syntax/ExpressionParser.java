package org.jsaffire.syntax;

import static org.jsaffire.syntax.TokenKind.ASSIGN;
import static org.jsaffire.syntax.TokenKind.BACKSLASH;
import static org.jsaffire.syntax.TokenKind.BANG;
import static org.jsaffire.syntax.TokenKind.COALESCE;
import static org.jsaffire.syntax.TokenKind.COLON;
import static org.jsaffire.syntax.TokenKind.COMMA;
import static org.jsaffire.syntax.TokenKind.ELLIPSIS;
import static org.jsaffire.syntax.TokenKind.IDENTIFIER;
import static org.jsaffire.syntax.TokenKind.IN;
import static org.jsaffire.syntax.TokenKind.LEFT_BRACKET;
import static org.jsaffire.syntax.TokenKind.LEFT_PARENTHESIS;
import static org.jsaffire.syntax.TokenKind.MINUS;
import static org.jsaffire.syntax.TokenKind.NUMBER;
import static org.jsaffire.syntax.TokenKind.PARENT;
import static org.jsaffire.syntax.TokenKind.PLUS;
import static org.jsaffire.syntax.TokenKind.QUESTION;
import static org.jsaffire.syntax.TokenKind.RANGE;
import static org.jsaffire.syntax.TokenKind.REGEX;
import static org.jsaffire.syntax.TokenKind.RIGHT_BRACKET;
import static org.jsaffire.syntax.TokenKind.RIGHT_PARENTHESIS;
import static org.jsaffire.syntax.TokenKind.SELF;
import static org.jsaffire.syntax.TokenKind.STATIC;
import static org.jsaffire.syntax.TokenKind.STRING;
import static org.jsaffire.syntax.TokenKind.TILDE;

import java.util.ArrayList;
import java.util.List;
import org.jsaffire.source.SourceException;

/**
 * Parses expressions and assignments (language.md 2.4, 2.6). Operators of the same level, postfix
 * operators and lists are loops; only brackets, right operands and prefix operators recurse.
 */
final class ExpressionParser {
  /** What may start an expression. */
  static final TokenSet OPERAND =
      TokenSet.of(
          NUMBER,
          STRING,
          IDENTIFIER,
          REGEX,
          SELF,
          PARENT,
          STATIC,
          LEFT_PARENTHESIS,
          BACKSLASH,
          TILDE,
          BANG,
          PLUS,
          MINUS);

  private static final TokenSet SCALAR = TokenSet.of(NUMBER, STRING, IDENTIFIER, REGEX);
  private static final TokenSet IN_PARENTHESES = TokenSet.of(COMMA, RIGHT_PARENTHESIS);
  private static final TokenSet AFTER_FIRST_BOUND = TokenSet.of(RANGE, RIGHT_BRACKET);
  private static final TokenSet IN_DATASTRUCTURE = TokenSet.of(COMMA, RIGHT_BRACKET);

  private final TokenStream tokens;

  ExpressionParser(TokenStream tokens) {
    this.tokens = tokens;
  }

  Expression expression() throws SourceException {
    tokens.enter();
    int start = tokens.start();
    Expression expression = coalesce(unary(), start);
    tokens.leave();
    return expression;
  }

  /** An expression or assignment, without the forms that assign to several targets at once. */
  Expression assignment() throws SourceException {
    int start = tokens.start();
    return assignment(unary(), start);
  }

  /** Independent assignments, as in the header of {@code for}. */
  List<Expression> assignments() throws SourceException {
    List<Expression> assignments = new ArrayList<>(2);
    do {
      assignments.add(assignment());
    } while (tokens.accept(COMMA));
    return assignments;
  }

  /** Assignments, or one assignment to a list of targets, as in an expression statement. */
  List<Expression> statementAssignments() throws SourceException {
    int start = tokens.start();
    Expression first = assignment();
    if (!tokens.at(COMMA)) {
      return List.of(first);
    }
    List<Expression> items = new ArrayList<>();
    items.add(first);
    boolean targetsOnly = isTarget(first);
    while (tokens.accept(COMMA)) {
      int itemStart = tokens.start();
      Expression operand = unary();
      if (targetsOnly && tokens.at(ASSIGN) && isTarget(operand)) {
        items.add(operand);
        return List.of(multiAssign(items, start));
      }
      Expression item = assignment(operand, itemStart);
      targetsOnly = targetsOnly && item == operand && isTarget(item);
      items.add(item);
    }
    return items;
  }

  private Expression multiAssign(List<Expression> targets, int start) throws SourceException {
    int at = tokens.take().start();
    List<Expression> values = new ArrayList<>();
    do {
      values.add(expression());
    } while (tokens.accept(COMMA));
    return new Expression.MultiAssign(targets, values, at, start, tokens.lastEnd());
  }

  /** Has one of the assignable forms (language.md 2.6). */
  private static boolean isTarget(Expression expression) {
    return switch (expression.kind()) {
      case NAME, ATTRIBUTE, SUBSCRIPT -> true;
      case TUPLE ->
          ((Expression.Tuple) expression).elements().stream().allMatch(ExpressionParser::isTarget);
      default -> false;
    };
  }

  /** A constant's value or a parameter's default; an identifier becomes a name of any text. */
  Expression scalar() throws SourceException {
    if (!SCALAR.contains(tokens.kind())) {
      throw tokens.unexpected(SCALAR);
    }
    return tokens.at(IDENTIFIER) ? name() : literal();
  }

  Expression.Name name() throws SourceException {
    Token token = tokens.expect(IDENTIFIER);
    return new Expression.Name(token.text(), token.start(), token.end());
  }

  /**
   * @param expected what could stand at the start of the name, for the error message
   */
  QualifiedName qualifiedName(TokenSet expected) throws SourceException {
    int start = tokens.start();
    boolean absolute = tokens.accept(BACKSLASH);
    if (!absolute && !tokens.at(IDENTIFIER)) {
      throw tokens.unexpected(expected);
    }
    List<String> parts = new ArrayList<>(2);
    do {
      parts.add(tokens.expect(IDENTIFIER).text());
    } while (tokens.accept(BACKSLASH));
    return new QualifiedName(absolute, parts, start, tokens.lastEnd());
  }

  /** The name of a member, where a word such as {@code b101} is no number (language.md 1.5). */
  String memberName() throws SourceException {
    Token token = tokens.current();
    if (token.kind() == NUMBER) {
      String word = tokens.file().text().substring(token.start(), token.end());
      if (Lexer.isBinaryNumeral(word)) {
        tokens.take();
        return word;
      }
    }
    return tokens.expect(IDENTIFIER).text();
  }

  /** Goes on behind the first operand; a chain of assignments is built from its right end. */
  private Expression assignment(Expression operand, int start) throws SourceException {
    if (!Operators.isAssignment(tokens.kind())) {
      return coalesce(operand, start);
    }
    List<Expression> targets = new ArrayList<>(2);
    List<Token> operators = new ArrayList<>(2);
    List<Integer> starts = new ArrayList<>(2);
    Expression last = operand;
    int lastStart = start;
    while (Operators.isAssignment(tokens.kind())) {
      targets.add(last);
      starts.add(lastStart);
      operators.add(tokens.take());
      tokens.enter();
      lastStart = tokens.start();
      last = unary();
    }
    Expression value = coalesce(last, lastStart);
    for (int i = targets.size() - 1; i >= 0; i--) {
      Token operator = operators.get(i);
      value =
          new Expression.Assign(
              targets.get(i),
              Operators.compound(operator.kind()),
              value,
              operator.start(),
              starts.get(i),
              tokens.lastEnd());
      tokens.leave();
    }
    return value;
  }

  /** The rest of an expression behind its first operand. */
  private Expression coalesce(Expression first, int start) throws SourceException {
    Expression left = ternary(first, start);
    if (!tokens.accept(COALESCE)) {
      return left;
    }
    Expression right = expression();
    return new Expression.Coalesce(left, right, start, tokens.lastEnd());
  }

  private Expression ternary(Expression first, int start) throws SourceException {
    Expression condition = binary(first, start, Operators.OR_LEVEL);
    if (!tokens.accept(QUESTION)) {
      return condition;
    }
    Expression whenTrue = expression();
    tokens.expect(COLON);
    tokens.enter();
    int elseStart = tokens.start();
    Expression whenFalse = ternary(unary(), elseStart);
    tokens.leave();
    return new Expression.Ternary(condition, whenTrue, whenFalse, start, tokens.lastEnd());
  }

  /** Takes operators of {@code minimum} and tighter ones, with their right operands. */
  private Expression binary(Expression first, int start, int minimum) throws SourceException {
    Expression left = first;
    int level = operatorLevel();
    while (level >= minimum) {
      TokenKind kind = tokens.kind();
      int at = tokens.take().start();
      if (kind == IDENTIFIER) {
        tokens.take();
      }
      int rightStart = tokens.start();
      Expression right = unary();
      int next = operatorLevel();
      if (next > level) {
        right = binary(right, rightStart, level + 1);
        next = operatorLevel();
      }
      left = combine(kind, left, right, at, start);
      level = next;
    }
    return left;
  }

  /** The level of the binary operator at the current token; 0 if there is none. */
  private int operatorLevel() throws SourceException {
    TokenKind kind = tokens.kind();
    BinaryOperator operator = Operators.binary(kind);
    if (operator != null) {
      return operator.level();
    }
    return switch (kind) {
      case OR -> Operators.OR_LEVEL;
      case AND -> Operators.AND_LEVEL;
      case IDENTIFIER ->
          tokens.atIdentifier("not") && tokens.peek() == IN ? BinaryOperator.NOT_IN.level() : 0;
      default -> 0;
    };
  }

  private Expression combine(TokenKind kind, Expression left, Expression right, int at, int start) {
    int end = tokens.lastEnd();
    return switch (kind) {
      case OR -> new Expression.Or(left, right, start, end);
      case AND -> new Expression.And(left, right, start, end);
      case IDENTIFIER -> new Expression.Binary(BinaryOperator.NOT_IN, left, right, at, start, end);
      default -> new Expression.Binary(Operators.binary(kind), left, right, at, start, end);
    };
  }

  private Expression unary() throws SourceException {
    if (Operators.unary(tokens.kind()) == null) {
      return postfix();
    }
    List<Token> operators = new ArrayList<>(1);
    while (Operators.unary(tokens.kind()) != null) {
      tokens.enter();
      operators.add(tokens.take());
    }
    Expression operand = postfix();
    for (int i = operators.size() - 1; i >= 0; i--) {
      Token operator = operators.get(i);
      operand =
          new Expression.Unary(
              Operators.unary(operator.kind()), operand, operator.start(), tokens.lastEnd());
      tokens.leave();
    }
    return operand;
  }

  private Expression postfix() throws SourceException {
    int start = tokens.start();
    Expression left = primary();
    while (true) {
      switch (tokens.kind()) {
        case DOT -> left = attribute(left, start);
        case LEFT_PARENTHESIS -> left = call(left, start);
        case LEFT_BRACKET -> left = brackets(left, start);
        default -> {
          return left;
        }
      }
    }
  }

  private Expression attribute(Expression object, int start) throws SourceException {
    int at = tokens.take().start();
    String name = memberName();
    return new Expression.Attribute(object, name, at, start, tokens.lastEnd());
  }

  private Expression call(Expression callee, int start) throws SourceException {
    int at = tokens.take().start();
    List<Expression> arguments = new ArrayList<>();
    Expression spread = null;
    if (!tokens.at(RIGHT_PARENTHESIS)) {
      do {
        if (tokens.accept(ELLIPSIS)) {
          spread = expression();
        } else {
          arguments.add(expression());
        }
      } while (spread == null && tokens.accept(COMMA));
    }
    if (spread != null) {
      tokens.expect(RIGHT_PARENTHESIS);
    } else {
      tokens.expect(RIGHT_PARENTHESIS, IN_PARENTHESES);
    }
    return new Expression.Call(callee, arguments, spread, at, start, tokens.lastEnd());
  }

  private Expression brackets(Expression object, int start) throws SourceException {
    int at = tokens.take().start();
    if (tokens.at(LEFT_BRACKET)) {
      return datastructure(object, at, start);
    }
    if (tokens.accept(RIGHT_BRACKET)) {
      return new Expression.Subscript(object, null, at, start, tokens.lastEnd());
    }
    Expression from = null;
    if (!tokens.at(RANGE)) {
      from = expression();
      if (tokens.accept(RIGHT_BRACKET)) {
        return new Expression.Subscript(object, from, at, start, tokens.lastEnd());
      }
    }
    tokens.expect(RANGE, AFTER_FIRST_BOUND);
    Expression to = tokens.at(RIGHT_BRACKET) ? null : expression();
    tokens.expect(RIGHT_BRACKET);
    return new Expression.Slice(object, from, to, at, start, tokens.lastEnd());
  }

  private Expression datastructure(Expression type, int at, int start) throws SourceException {
    tokens.take();
    List<List<Expression>> elements = new ArrayList<>();
    while (!tokens.at(RIGHT_BRACKET)) {
      elements.add(element());
      if (!tokens.accept(COMMA)) {
        break;
      }
    }
    tokens.expect(RIGHT_BRACKET, IN_DATASTRUCTURE);
    tokens.expect(RIGHT_BRACKET);
    return new Expression.Datastructure(type, elements, at, start, tokens.lastEnd());
  }

  private List<Expression> element() throws SourceException {
    Expression first = expression();
    if (!tokens.at(COLON)) {
      return List.of(first);
    }
    List<Expression> parts = new ArrayList<>();
    parts.add(first);
    while (tokens.accept(COLON)) {
      parts.add(expression());
    }
    return parts;
  }

  private Expression primary() throws SourceException {
    Token token = tokens.current();
    return switch (token.kind()) {
      case NUMBER, STRING, REGEX -> literal();
      case IDENTIFIER -> nameOrQualified();
      case BACKSLASH -> qualified(qualifiedName(OPERAND));
      case SELF -> {
        tokens.take();
        yield new Expression.Self(token.start(), token.end());
      }
      case PARENT -> {
        tokens.take();
        yield new Expression.Parent(token.start(), token.end());
      }
      case STATIC -> {
        tokens.take();
        yield new Expression.Static(token.start(), token.end());
      }
      case LEFT_PARENTHESIS -> parenthesised();
      default -> throw tokens.unexpected(OPERAND);
    };
  }

  private Expression literal() throws SourceException {
    Token token = tokens.take();
    int start = token.start();
    int end = token.end();
    if (token.kind() == NUMBER) {
      return new Expression.NumberLiteral((Number) token.value(), start, end);
    }
    if (token.kind() == STRING) {
      return new Expression.StringLiteral(token.text(), start, end);
    }
    Token.Regex regex = (Token.Regex) token.value();
    return new Expression.RegexLiteral(regex.pattern(), regex.flags(), start, end);
  }

  private Expression nameOrQualified() throws SourceException {
    Expression.Name name = name();
    if (!tokens.accept(BACKSLASH)) {
      return name;
    }
    List<String> parts = new ArrayList<>();
    parts.add(name.name());
    do {
      parts.add(tokens.expect(IDENTIFIER).text());
    } while (tokens.accept(BACKSLASH));
    return qualified(new QualifiedName(false, parts, name.start(), tokens.lastEnd()));
  }

  private static Expression qualified(QualifiedName name) {
    return new Expression.Qualified(name, name.start(), name.end());
  }

  /** A group, which leaves no node, or a tuple. */
  private Expression parenthesised() throws SourceException {
    int start = tokens.take().start();
    Expression first = expression();
    if (tokens.accept(RIGHT_PARENTHESIS)) {
      return first;
    }
    List<Expression> elements = new ArrayList<>();
    elements.add(first);
    while (tokens.accept(COMMA) && !tokens.at(RIGHT_PARENTHESIS)) {
      elements.add(expression());
    }
    tokens.expect(RIGHT_PARENTHESIS, IN_PARENTHESES);
    return new Expression.Tuple(elements, start, tokens.lastEnd());
  }
}
