package org.jsaffire.syntax;

import static org.jsaffire.syntax.TokenKind.BREAK;
import static org.jsaffire.syntax.TokenKind.BREAKELSE;
import static org.jsaffire.syntax.TokenKind.CATCH;
import static org.jsaffire.syntax.TokenKind.CLASS;
import static org.jsaffire.syntax.TokenKind.CONSTANT;
import static org.jsaffire.syntax.TokenKind.CONTINUE;
import static org.jsaffire.syntax.TokenKind.DO;
import static org.jsaffire.syntax.TokenKind.ELSE;
import static org.jsaffire.syntax.TokenKind.END_OF_FILE;
import static org.jsaffire.syntax.TokenKind.FINALLY;
import static org.jsaffire.syntax.TokenKind.FOR;
import static org.jsaffire.syntax.TokenKind.FOREACH;
import static org.jsaffire.syntax.TokenKind.GOTO;
import static org.jsaffire.syntax.TokenKind.IF;
import static org.jsaffire.syntax.TokenKind.INTERFACE;
import static org.jsaffire.syntax.TokenKind.LEFT_BRACE;
import static org.jsaffire.syntax.TokenKind.METHOD;
import static org.jsaffire.syntax.TokenKind.PROPERTY;
import static org.jsaffire.syntax.TokenKind.RETURN;
import static org.jsaffire.syntax.TokenKind.RIGHT_BRACE;
import static org.jsaffire.syntax.TokenKind.SEMICOLON;
import static org.jsaffire.syntax.TokenKind.SWITCH;
import static org.jsaffire.syntax.TokenKind.THROW;
import static org.jsaffire.syntax.TokenKind.TRY;
import static org.jsaffire.syntax.TokenKind.WHILE;

import org.jsaffire.source.Diagnostics;
import org.jsaffire.source.SourceException;

/**
 * Goes on behind an error where all errors are wanted. A part of the program that fails is reported
 * once and skipped to its end, as far as that can be told.
 *
 * <p>What follows from an earlier error is not reported: an error in a part in which one has been
 * reported already.
 */
final class Recovery {
  private static final TokenSet STATEMENT_WORDS =
      TokenSet.of(
          IF, WHILE, DO, FOR, FOREACH, SWITCH, TRY, BREAK, BREAKELSE, CONTINUE, RETURN, THROW,
          GOTO);
  private static final TokenSet MEMBER_WORDS = TypeParser.MODIFIER.and(CONSTANT, METHOD, PROPERTY);
  private static final TokenSet STRAY_MEMBER_WORDS = TokenSet.of(METHOD, PROPERTY, CONSTANT);
  private static final TokenSet CONTINUATIONS = TokenSet.of(ELSE, CATCH, FINALLY);
  private static final TokenSet CONTINUATIONS_OF_BODY = TokenSet.of(CATCH, FINALLY);
  private static final TokenSet TOP_WORDS =
      STATEMENT_WORDS.and(TypeParser.MODIFIER).and(CLASS, INTERFACE);

  private final TokenStream tokens;
  private final Diagnostics diagnostics;

  /** A class has ended too early: its members and last brace stand outside all braces. */
  private boolean inStrayMembers;

  Recovery(TokenStream tokens, Diagnostics diagnostics) {
    this.tokens = tokens;
    this.diagnostics = diagnostics;
  }

  /** A part of the program. */
  @FunctionalInterface
  interface Part<T> {
    T parse() throws SourceException;
  }

  boolean isOn() {
    return diagnostics.isCollecting();
  }

  /** A statement in braces; null if it fails. */
  <T> T statement(Part<T> part) throws SourceException {
    return part(part, STATEMENT_WORDS, CONTINUATIONS, true);
  }

  /** A statement that is the body of another one; null if it fails. */
  <T> T body(Part<T> part) throws SourceException {
    return part(part, STATEMENT_WORDS, CONTINUATIONS_OF_BODY, true);
  }

  /** A statement, import, class or interface outside all braces; null if it fails. */
  <T> T topStatement(Part<T> part) throws SourceException {
    return part(part, TOP_WORDS, CONTINUATIONS, false);
  }

  /** A member of a class or interface; null if it fails. */
  <T> T member(Part<T> part) throws SourceException {
    return part(part, MEMBER_WORDS, CONTINUATIONS, true);
  }

  /**
   * @param starters words that start another part if they are the first of their line
   * @param continuations words that belong to the part if they follow its end
   */
  private <T> T part(Part<T> part, TokenSet starters, TokenSet continuations, boolean inBraces)
      throws SourceException {
    if (!diagnostics.isCollecting()) {
      return part.parse();
    }
    int before = tokens.lastEnd();
    int first = tokens.start();
    int depth = tokens.depth();
    try {
      return part.parse();
    } catch (SourceException e) {
      tokens.returnTo(depth);
      boolean isNew = !followsFromEarlierEnd(inBraces) && report(e, before);
      boolean moved = tokens.start() != first;
      if (!isNew && moved && startsLine()) {
        // The end of the part may have been lost in a broken literal.
        return null;
      }
      if (!moved && tokens.at(RIGHT_BRACE)) {
        skipStrayBrace(inBraces);
        return null;
      }
      if (!moved) {
        skipFirst();
      }
      skipPart(starters, inBraces);
      while (continuations.contains(tokens.kind())) {
        tokens.take();
        skipPart(starters, inBraces);
      }
      return null;
    }
  }

  /**
   * What stands in parentheses in front of a body, parentheses included; {@code instead} if it
   * fails and the body follows.
   */
  <T> T header(Part<T> part, T instead) throws SourceException {
    if (!diagnostics.isCollecting()) {
      return part.parse();
    }
    int before = tokens.lastEnd();
    int depth = tokens.depth();
    int open = tokens.openParentheses();
    try {
      return part.parse();
    } catch (SourceException e) {
      tokens.returnTo(depth);
      report(e, before);
      skipHeader(open);
      return instead;
    }
  }

  /** Is the current token what an early end of a class leaves over, and not the first such? */
  private boolean followsFromEarlierEnd(boolean inBraces) {
    if (inBraces) {
      return false;
    }
    boolean follows = inStrayMembers;
    if (STRAY_MEMBER_WORDS.contains(tokens.kind())) {
      inStrayMembers = true;
      return follows;
    }
    inStrayMembers = false;
    return follows && tokens.at(RIGHT_BRACE);
  }

  /** Reports an error unless one has been reported behind {@code before}. */
  private boolean report(SourceException e, int before) throws SourceException {
    boolean isNew = !diagnostics.anyFrom(before);
    if (isNew) {
      diagnostics.report(e.first());
    }
    return isNew;
  }

  /** A brace that closes nothing is a part of its own. */
  private void skipStrayBrace(boolean inBraces) throws SourceException {
    if (!inBraces) {
      tokens.takeToStatement();
    }
  }

  /** Gets past a token that no part starts with. */
  private void skipFirst() throws SourceException {
    if (!tokens.at(LEFT_BRACE) && !tokens.at(SEMICOLON) && !tokens.at(END_OF_FILE)) {
      tokens.take();
    }
  }

  /**
   * Skips what is left of a part: to a semicolon, to the end of a block, to the brace that closes
   * the surrounding block, or to a line that starts another part.
   */
  private void skipPart(TokenSet starters, boolean inBraces) throws SourceException {
    while (!tokens.at(END_OF_FILE)) {
      if (tokens.at(SEMICOLON)) {
        tokens.takeToStatement();
        return;
      }
      if (tokens.at(LEFT_BRACE)) {
        skipBlock();
        return;
      }
      if (tokens.at(RIGHT_BRACE) && inBraces) {
        return;
      }
      if (starters.contains(tokens.kind()) && startsLine()) {
        return;
      }
      tokens.takeToStatement();
    }
  }

  private boolean startsLine() {
    return tokens.file().line(tokens.start()) > tokens.file().line(tokens.lastEnd());
  }

  private void skipBlock() throws SourceException {
    int open = 0;
    do {
      if (tokens.at(LEFT_BRACE)) {
        open++;
      } else if (tokens.at(RIGHT_BRACE)) {
        open--;
      }
      boolean startsStatement =
          tokens.at(LEFT_BRACE) || tokens.at(RIGHT_BRACE) || tokens.at(SEMICOLON);
      if (startsStatement) {
        tokens.takeToStatement();
      } else {
        tokens.take();
      }
    } while (open > 0 && !tokens.at(END_OF_FILE));
  }

  /** Skips to the parenthesis that closes the header, or to the start of a body. */
  private void skipHeader(int open) throws SourceException {
    while (!tokens.at(LEFT_BRACE) && !tokens.at(RIGHT_BRACE) && !tokens.at(END_OF_FILE)) {
      boolean inside = tokens.openParentheses() > open;
      if (!inside && tokens.at(SEMICOLON)) {
        return;
      }
      boolean closes = tokens.at(TokenKind.RIGHT_PARENTHESIS);
      tokens.take();
      if (closes && tokens.openParentheses() <= open) {
        return;
      }
    }
  }
}
