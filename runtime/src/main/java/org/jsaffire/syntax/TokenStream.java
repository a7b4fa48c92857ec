package org.jsaffire.syntax;

import static org.jsaffire.syntax.TokenKind.END_OF_FILE;
import static org.jsaffire.syntax.TokenKind.LEFT_PARENTHESIS;
import static org.jsaffire.syntax.TokenKind.RIGHT_PARENTHESIS;
import static org.jsaffire.syntax.TokenKind.SEMICOLON;

import org.jsaffire.source.Diagnostic;
import org.jsaffire.source.Nesting;
import org.jsaffire.source.SourceException;
import org.jsaffire.source.SourceFile;
import org.jsaffire.source.Span;

/** The tokens of a source as the parser sees them: one at a time, with a look at the next. */
final class TokenStream {
  private final SourceFile file;
  private final Lexer lexer;
  private final Nesting nesting;
  private Token current;

  /** The token behind {@link #current} if it has been looked at; never the first of a statement. */
  private Token ahead;

  private int lastEnd;
  private int openParentheses;
  private boolean exhausted;

  TokenStream(SourceFile file, Lexer lexer, Nesting nesting) {
    this.file = file;
    this.lexer = lexer;
    this.nesting = nesting;
  }

  /** Reads the first token. */
  void begin(boolean startsStatement) throws SourceException {
    current = lexer.next(startsStatement);
  }

  SourceFile file() {
    return file;
  }

  Token current() {
    return current;
  }

  TokenKind kind() {
    return current.kind();
  }

  /** Offset of the current token. */
  int start() {
    return current.start();
  }

  /** Offset behind the token that was taken last. */
  int lastEnd() {
    return lastEnd;
  }

  boolean at(TokenKind kind) {
    return current.kind() == kind;
  }

  boolean atIdentifier(String name) {
    return current.kind() == TokenKind.IDENTIFIER && current.value().equals(name);
  }

  /** The kind of the token behind the current one, which must not end a statement. */
  TokenKind peek() throws SourceException {
    if (ahead == null) {
      ahead = read(false);
    }
    return ahead.kind();
  }

  /** The current token; moves on to the next, which starts no statement. */
  Token take() throws SourceException {
    return take(false);
  }

  /** The current token; moves on to the next, which is the first one of a statement. */
  Token takeToStatement() throws SourceException {
    return take(true);
  }

  private Token take(boolean toStatement) throws SourceException {
    Token taken = current;
    lastEnd = taken.end();
    if (taken.kind() == LEFT_PARENTHESIS) {
      openParentheses++;
    } else if (taken.kind() == RIGHT_PARENTHESIS) {
      openParentheses--;
    }
    if (ahead == null) {
      current = read(toStatement);
    } else {
      current = ahead;
      ahead = null;
    }
    return taken;
  }

  boolean accept(TokenKind kind) throws SourceException {
    if (current.kind() != kind) {
      return false;
    }
    take(false);
    return true;
  }

  Token expect(TokenKind kind) throws SourceException {
    return expect(kind, TokenSet.of(kind));
  }

  /**
   * @param expected what could stand here as well; the tail of the error message
   */
  Token expect(TokenKind kind, TokenSet expected) throws SourceException {
    if (current.kind() != kind) {
      throw unexpected(expected);
    }
    return take(false);
  }

  /** Takes the semicolon behind which a statement starts. */
  void endStatement(TokenSet expected) throws SourceException {
    if (current.kind() != SEMICOLON) {
      throw unexpected(expected);
    }
    take(true);
  }

  /** The error that the current token is none of {@code expected}. */
  SourceException unexpected(TokenSet expected) {
    String message = "syntax error, unexpected " + current.kind().display() + expected.expecting();
    return new SourceException(
        new Diagnostic(Diagnostic.Kind.SYNTAX, message, file, current.span()));
  }

  /** An error that is not about the kind of a token. */
  SourceException error(String message, Span span) {
    return new SourceException(new Diagnostic(Diagnostic.Kind.CHECK, message, file, span));
  }

  /** How many parentheses have been taken and not been closed. */
  int openParentheses() {
    return openParentheses;
  }

  /** Goes into a bracket, a statement or the operand of a prefix operator. */
  void enter() throws SourceException {
    nesting.enter();
    if (nesting.depth() > Nesting.LIMIT) {
      SourceException error = error("Code is nested too deeply", current.span());
      skipAll();
      throw error;
    }
  }

  void leave() {
    nesting.leave();
  }

  int depth() {
    return nesting.depth();
  }

  void returnTo(int depth) {
    nesting.returnTo(depth);
  }

  /** Leaves nothing but the end of input, at the current place. */
  private void skipAll() {
    exhausted = true;
    current = new Token(END_OF_FILE, null, current.start(), current.start());
    ahead = null;
  }

  private Token read(boolean startsStatement) throws SourceException {
    return exhausted ? current : lexer.next(startsStatement);
  }
}
