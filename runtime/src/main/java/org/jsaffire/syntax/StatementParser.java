package org.jsaffire.syntax;

import static org.jsaffire.syntax.TokenKind.AS;
import static org.jsaffire.syntax.TokenKind.CASE;
import static org.jsaffire.syntax.TokenKind.CATCH;
import static org.jsaffire.syntax.TokenKind.COLON;
import static org.jsaffire.syntax.TokenKind.COMMA;
import static org.jsaffire.syntax.TokenKind.DEFAULT;
import static org.jsaffire.syntax.TokenKind.ELSE;
import static org.jsaffire.syntax.TokenKind.END_OF_FILE;
import static org.jsaffire.syntax.TokenKind.FINALLY;
import static org.jsaffire.syntax.TokenKind.IDENTIFIER;
import static org.jsaffire.syntax.TokenKind.IF;
import static org.jsaffire.syntax.TokenKind.LEFT_BRACE;
import static org.jsaffire.syntax.TokenKind.LEFT_PARENTHESIS;
import static org.jsaffire.syntax.TokenKind.RIGHT_BRACE;
import static org.jsaffire.syntax.TokenKind.RIGHT_PARENTHESIS;
import static org.jsaffire.syntax.TokenKind.SEMICOLON;
import static org.jsaffire.syntax.TokenKind.STRING;
import static org.jsaffire.syntax.TokenKind.WHILE;

import java.util.ArrayList;
import java.util.List;
import org.jsaffire.source.SourceException;
import org.jsaffire.source.Span;

/** Parses statements (language.md 2.2). */
final class StatementParser {
  /** What may start a statement in a block. */
  static final TokenSet STATEMENT =
      ExpressionParser.OPERAND.and(
          LEFT_BRACE,
          SEMICOLON,
          IF,
          WHILE,
          TokenKind.DO,
          TokenKind.FOR,
          TokenKind.FOREACH,
          TokenKind.SWITCH,
          TokenKind.TRY,
          TokenKind.BREAK,
          TokenKind.BREAKELSE,
          TokenKind.CONTINUE,
          TokenKind.RETURN,
          TokenKind.THROW,
          TokenKind.GOTO);

  private static final TokenSet SEMICOLON_ONLY = TokenSet.of(SEMICOLON);
  private static final TokenSet AFTER_EXPRESSION = TokenSet.of(SEMICOLON, COMMA);
  private static final TokenSet IN_LIST = TokenSet.of(COMMA, RIGHT_PARENTHESIS);
  private static final TokenSet BLOCK_START = TokenSet.of(LEFT_BRACE);
  private static final TokenSet CASE_START = TokenSet.of(CASE, DEFAULT);
  private static final TokenSet CATCH_START = TokenSet.of(CATCH);
  private static final TokenSet NAME_START = TokenSet.of(IDENTIFIER);
  private static final int MOST_FOREACH_TARGETS = 3;

  private final TokenStream tokens;
  private final ExpressionParser expressions;
  private final Recovery recovery;
  private final Recovery.Part<Statement> statement = this::parse;

  StatementParser(TokenStream tokens, ExpressionParser expressions, Recovery recovery) {
    this.tokens = tokens;
    this.expressions = expressions;
    this.recovery = recovery;
  }

  /** A statement in a block or as a body. */
  private Statement parse() throws SourceException {
    return statement(STATEMENT);
  }

  /**
   * @param expected what could stand here, for the message about a token that starts no statement
   */
  Statement statement(TokenSet expected) throws SourceException {
    tokens.enter();
    Statement parsed = dispatch(expected);
    tokens.leave();
    return parsed;
  }

  private Statement dispatch(TokenSet expected) throws SourceException {
    int start = tokens.start();
    return switch (tokens.kind()) {
      case LEFT_BRACE -> block();
      case SEMICOLON -> emptyStatement();
      case IF -> ifStatement();
      case WHILE -> whileStatement();
      case DO -> doStatement();
      case FOR -> forStatement();
      case FOREACH -> foreachStatement();
      case SWITCH -> switchStatement();
      case TRY -> tryStatement();
      case BREAK -> {
        takeWord();
        yield new Statement.Break(start, tokens.lastEnd());
      }
      case BREAKELSE -> {
        takeWord();
        yield new Statement.BreakElse(start, tokens.lastEnd());
      }
      case CONTINUE -> {
        takeWord();
        yield new Statement.Continue(start, tokens.lastEnd());
      }
      case RETURN -> returnStatement();
      case THROW -> throwStatement();
      case GOTO -> gotoStatement();
      case IDENTIFIER -> tokens.peek() == COLON ? label() : expressionStatement();
      case STRING -> {
        refuseStringLabel();
        yield expressionStatement();
      }
      default -> {
        if (!ExpressionParser.OPERAND.contains(tokens.kind())) {
          throw tokens.unexpected(expected);
        }
        yield expressionStatement();
      }
    };
  }

  /** A string literal in the place of a label counts as an unknown token (language.md 1.9). */
  private void refuseStringLabel() throws SourceException {
    if (tokens.peek() == COLON) {
      int quote = tokens.start();
      String message = "Unknown token: '" + tokens.file().text().charAt(quote) + "'";
      throw tokens.error(message, new Span(quote, quote + 1));
    }
  }

  private void takeWord() throws SourceException {
    tokens.take();
    tokens.endStatement(SEMICOLON_ONLY);
  }

  private Statement emptyStatement() throws SourceException {
    int start = tokens.takeToStatement().start();
    return new Statement.Expressions(List.of(), start, tokens.lastEnd());
  }

  private Statement expressionStatement() throws SourceException {
    int start = tokens.start();
    List<Expression> list = expressions.statementAssignments();
    tokens.endStatement(AFTER_EXPRESSION);
    return new Statement.Expressions(list, start, tokens.lastEnd());
  }

  private Statement label() throws SourceException {
    Token name = tokens.take();
    tokens.takeToStatement();
    return new Statement.Label(name.text(), name.start(), tokens.lastEnd());
  }

  private Statement returnStatement() throws SourceException {
    int start = tokens.take().start();
    Expression value = tokens.at(SEMICOLON) ? null : expressions.expression();
    tokens.endStatement(SEMICOLON_ONLY);
    return new Statement.Return(value, start, tokens.lastEnd());
  }

  private Statement throwStatement() throws SourceException {
    int start = tokens.take().start();
    Expression value = expressions.expression();
    tokens.endStatement(SEMICOLON_ONLY);
    return new Statement.Throw(value, start, tokens.lastEnd());
  }

  private Statement gotoStatement() throws SourceException {
    int start = tokens.take().start();
    String label = tokens.expect(IDENTIFIER).text();
    tokens.endStatement(SEMICOLON_ONLY);
    return new Statement.Goto(label, start, tokens.lastEnd());
  }

  Statement.Block block() throws SourceException {
    int start = tokens.start();
    if (!tokens.at(LEFT_BRACE)) {
      throw tokens.unexpected(BLOCK_START);
    }
    tokens.takeToStatement();
    List<Statement> statements = new ArrayList<>();
    while (!tokens.at(RIGHT_BRACE)) {
      addStatement(statements);
    }
    tokens.takeToStatement();
    return new Statement.Block(statements, start, tokens.lastEnd());
  }

  private void addStatement(List<Statement> statements) throws SourceException {
    if (tokens.at(END_OF_FILE)) {
      throw tokens.unexpected(STATEMENT.and(RIGHT_BRACE));
    }
    Statement parsed = recovery.statement(statement);
    if (parsed != null) {
      statements.add(parsed);
    }
  }

  /** The statement behind a header or a word. */
  private Statement body() throws SourceException {
    int start = tokens.start();
    Statement parsed = recovery.body(statement);
    return parsed != null ? parsed : new Statement.Expressions(List.of(), start, start);
  }

  /** The body behind {@code else} or {@code do}, which the current token is. */
  private Statement bodyBehindWord() throws SourceException {
    tokens.takeToStatement();
    return body();
  }

  private Statement elseBody() throws SourceException {
    return tokens.at(ELSE) ? bodyBehindWord() : null;
  }

  /** An expression in parentheses. */
  private Expression condition() throws SourceException {
    int start = tokens.start();
    return recovery.header(
        () -> {
          tokens.expect(LEFT_PARENTHESIS);
          Expression condition = expressions.expression();
          tokens.expect(RIGHT_PARENTHESIS);
          return condition;
        },
        new Expression.Name("null", start, start));
  }

  /** A chain of {@code else if} is a loop here; the tree is as deep as the chain is long. */
  private Statement ifStatement() throws SourceException {
    List<Branch> branches = new ArrayList<>(1);
    Statement otherwise = null;
    do {
      int start = tokens.take().start();
      Expression condition = condition();
      branches.add(new Branch(start, condition, body()));
      if (!tokens.at(ELSE)) {
        break;
      }
      tokens.takeToStatement();
      if (!tokens.at(IF)) {
        otherwise = body();
      }
    } while (otherwise == null);
    for (int i = branches.size() - 1; i >= 0; i--) {
      Branch branch = branches.get(i);
      otherwise =
          new Statement.If(
              branch.condition, branch.then, otherwise, branch.start, tokens.lastEnd());
    }
    return otherwise;
  }

  private record Branch(int start, Expression condition, Statement then) {}

  private Statement whileStatement() throws SourceException {
    int start = tokens.take().start();
    Expression condition = condition();
    Statement body = body();
    Statement otherwise = elseBody();
    return new Statement.While(condition, body, otherwise, start, tokens.lastEnd());
  }

  private Statement doStatement() throws SourceException {
    int start = tokens.start();
    Statement body = bodyBehindWord();
    tokens.expect(WHILE);
    Expression condition = condition();
    tokens.endStatement(SEMICOLON_ONLY);
    return new Statement.DoWhile(body, condition, start, tokens.lastEnd());
  }

  private Statement forStatement() throws SourceException {
    int start = tokens.take().start();
    ForHeader nothing = new ForHeader(List.of(), null, List.of());
    ForHeader header = recovery.header(this::forHeader, nothing);
    Statement body = body();
    return new Statement.For(header.init, header.test, header.step, body, start, tokens.lastEnd());
  }

  private record ForHeader(List<Expression> init, Expression test, List<Expression> step) {}

  private ForHeader forHeader() throws SourceException {
    tokens.expect(LEFT_PARENTHESIS);
    List<Expression> init = tokens.at(SEMICOLON) ? List.of() : expressions.assignments();
    tokens.expect(SEMICOLON, AFTER_EXPRESSION);
    Expression test = tokens.at(SEMICOLON) ? null : expressions.assignment();
    tokens.expect(SEMICOLON);
    List<Expression> step = tokens.at(RIGHT_PARENTHESIS) ? List.of() : expressions.assignments();
    tokens.expect(RIGHT_PARENTHESIS, IN_LIST);
    return new ForHeader(init, test, step);
  }

  private Statement foreachStatement() throws SourceException {
    int start = tokens.take().start();
    Expression none = new Expression.Name("null", start, start);
    ForeachHeader header = recovery.header(this::foreachHeader, new ForeachHeader(none, List.of()));
    Statement body = body();
    Statement otherwise = elseBody();
    return new Statement.Foreach(
        header.subject, header.targets, body, otherwise, start, tokens.lastEnd());
  }

  private record ForeachHeader(Expression subject, List<Expression.Name> targets) {}

  private ForeachHeader foreachHeader() throws SourceException {
    tokens.expect(LEFT_PARENTHESIS);
    Expression subject = expressions.expression();
    tokens.expect(AS);
    List<Expression.Name> targets = new ArrayList<>(MOST_FOREACH_TARGETS);
    targets.add(expressions.name());
    while (targets.size() < MOST_FOREACH_TARGETS && tokens.accept(COMMA)) {
      targets.add(expressions.name());
    }
    if (targets.size() < MOST_FOREACH_TARGETS) {
      tokens.expect(RIGHT_PARENTHESIS, IN_LIST);
    } else {
      tokens.expect(RIGHT_PARENTHESIS);
    }
    return new ForeachHeader(subject, targets);
  }

  private Statement switchStatement() throws SourceException {
    int start = tokens.take().start();
    Expression subject = condition();
    tokens.expect(LEFT_BRACE);
    List<Statement.Case> cases = new ArrayList<>();
    do {
      Statement.Case parsed = recovery.statement(this::switchCase);
      if (parsed != null) {
        cases.add(parsed);
      }
    } while (!tokens.at(RIGHT_BRACE) && !(recovery.isOn() && tokens.at(END_OF_FILE)));
    closeBlock();
    return new Statement.Switch(subject, cases, start, tokens.lastEnd());
  }

  private void closeBlock() throws SourceException {
    if (!tokens.at(RIGHT_BRACE)) {
      throw tokens.unexpected(STATEMENT.and(RIGHT_BRACE));
    }
    tokens.takeToStatement();
  }

  private Statement.Case switchCase() throws SourceException {
    int start = tokens.start();
    if (!CASE_START.contains(tokens.kind())) {
      throw tokens.unexpected(CASE_START);
    }
    boolean isDefault = tokens.take().kind() == DEFAULT;
    Expression value = isDefault ? null : expressions.expression();
    if (!tokens.at(COLON)) {
      throw tokens.unexpected(TokenSet.of(COLON));
    }
    tokens.takeToStatement();
    List<Statement> body = new ArrayList<>();
    while (!CASE_START.contains(tokens.kind()) && !tokens.at(RIGHT_BRACE)) {
      addStatement(body);
    }
    return new Statement.Case(value, body, start, tokens.lastEnd());
  }

  private Statement tryStatement() throws SourceException {
    int start = tokens.take().start();
    Statement.Block body = block();
    if (!tokens.at(CATCH)) {
      throw tokens.unexpected(CATCH_START);
    }
    List<Statement.Catch> catches = new ArrayList<>(1);
    while (tokens.at(CATCH)) {
      catches.add(catchPart());
    }
    Statement.Block lastly = null;
    if (tokens.accept(FINALLY)) {
      lastly = block();
    }
    return new Statement.Try(body, catches, lastly, start, tokens.lastEnd());
  }

  private Statement.Catch catchPart() throws SourceException {
    int start = tokens.take().start();
    CatchHeader unknown =
        new CatchHeader(
            new QualifiedName(false, List.of("exception"), start, start),
            new Expression.Name("_", start, start));
    CatchHeader header = recovery.header(this::catchHeader, unknown);
    Statement.Block body = block();
    return new Statement.Catch(header.type, header.variable, body, start, tokens.lastEnd());
  }

  private record CatchHeader(QualifiedName type, Expression.Name variable) {}

  private CatchHeader catchHeader() throws SourceException {
    tokens.expect(LEFT_PARENTHESIS);
    QualifiedName type = expressions.qualifiedName(NAME_START);
    Expression.Name variable = expressions.name();
    tokens.expect(RIGHT_PARENTHESIS);
    return new CatchHeader(type, variable);
  }
}
