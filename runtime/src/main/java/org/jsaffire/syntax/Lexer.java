package org.jsaffire.syntax;

import org.jsaffire.source.Diagnostic;
import org.jsaffire.source.Diagnostics;
import org.jsaffire.source.SourceException;
import org.jsaffire.source.SourceFile;
import org.jsaffire.source.SourceFiles;
import org.jsaffire.source.Span;

/**
 * Cuts a source text into tokens (language.md 1), one at a time and driven by the parser: only the
 * parser knows where a statement starts, and there a slash starts no regex. Belongs to one thread.
 *
 * <p>Any text gives tokens or diagnostics. Where errors are collected, what is wrong is skipped and
 * the next token follows.
 */
public final class Lexer {
  /** What an unterminated comment is reported as; more input could end it. */
  static final String UNTERMINATED_COMMENT = "Unterminated comment";

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final String REGEX_FLAGS = "imsxu";

  private final SourceFile file;
  private final String text;
  private final int limit;
  private final RegexChecker regexes;
  private final Diagnostics diagnostics;
  private final QuotedText quotedText;
  private int at;
  private boolean afterOperand;

  /** Reads a whole file. */
  public Lexer(SourceFile file, RegexChecker regexes, Diagnostics diagnostics) {
    this(file, 0, file.text().length(), regexes, diagnostics);
    skipFirstLine();
  }

  /** Reads the part of a file from {@code start} to {@code limit}. */
  Lexer(SourceFile file, int start, int limit, RegexChecker regexes, Diagnostics diagnostics) {
    this.file = file;
    this.text = file.text();
    this.at = start;
    this.limit = limit;
    this.regexes = regexes;
    this.diagnostics = diagnostics;
    this.quotedText = new QuotedText(file, limit, diagnostics);
  }

  /** Skips a byte-order mark and a line for the shell. */
  private void skipFirstLine() {
    if (at < limit && text.charAt(at) == BYTE_ORDER_MARK) {
      at++;
    }
    if (text.startsWith("#!", at)) {
      skipLine();
    }
  }

  /**
   * The next token; {@link TokenKind#END_OF_FILE} again and again at the end.
   *
   * @param startsStatement the token is the first one of a statement
   * @throws SourceException for a lexical error, unless errors are collected
   */
  public Token next(boolean startsStatement) throws SourceException {
    Token token = null;
    while (token == null) {
      skipBlanks();
      token = at < limit ? scan(startsStatement) : token(TokenKind.END_OF_FILE, null, limit);
    }
    afterOperand = token.kind().endsOperand();
    return token;
  }

  private void skipBlanks() throws SourceException {
    while (at < limit) {
      switch (text.charAt(at)) {
        case ' ', '\t', '\r', '\n' -> at++;
        case '/' -> {
          if (peek(1) == '/') {
            skipLine();
          } else if (peek(1) == '*') {
            skipComment();
          } else {
            return;
          }
        }
        default -> {
          return;
        }
      }
    }
  }

  private void skipLine() {
    int newline = text.indexOf('\n', at);
    at = newline < 0 || newline > limit ? limit : newline;
  }

  private void skipComment() throws SourceException {
    int start = at;
    int close = text.indexOf("*/", at + 2);
    if (close < 0 || close + 2 > limit) {
      at = limit;
      report(UNTERMINATED_COMMENT, start, start + 2);
    } else {
      at = close + 2;
    }
  }

  /** The token at a character that is not white space; null if that character starts none. */
  private Token scan(boolean startsStatement) throws SourceException {
    char c = text.charAt(at);
    if (isWordStart(c)) {
      return word();
    }
    if (Digits.isDigit(c, 10)) {
      return number(at, false);
    }
    if (c == '"' || c == '\'') {
      return string();
    }
    if (c == '/' && !startsStatement && !afterOperand) {
      return regex();
    }
    if (c == '-' && !afterOperand && Digits.isDigit(peek(1), 10)) {
      return number(at + 1, true);
    }
    TokenKind operator = operator(c);
    if (operator != null) {
      return token(operator, null, at + operator.text().length());
    }
    reportUnknownToken();
    return null;
  }

  private void reportUnknownToken() throws SourceException {
    int start = at;
    at += Character.charCount(text.codePointAt(at));
    report("Unknown token: '" + text.substring(start, at) + "'", start, at);
  }

  /** A token from {@link #at} to {@code end}, where scanning goes on. */
  private Token token(TokenKind kind, Object value, int end) {
    Token token = new Token(kind, value, at, end);
    at = end;
    return token;
  }

  private Token word() {
    int end = at + 1;
    while (end < limit && isWordPart(text.charAt(end))) {
      end++;
    }
    if (end < limit && text.charAt(end) == '?') {
      return token(TokenKind.IDENTIFIER, text.substring(at, end + 1), end + 1);
    }
    String word = text.substring(at, end);
    if (isBinaryNumeral(word)) {
      return token(TokenKind.NUMBER, Numerals.integer(word.substring(1), 2, false), end);
    }
    TokenKind kind = TokenKind.ofWord(word);
    return token(kind, kind == TokenKind.IDENTIFIER ? word : null, end);
  }

  /** A word like {@code b101}: a number, except where the name of a member is wanted. */
  static boolean isBinaryNumeral(String word) {
    if (word.length() < 2 || word.charAt(0) != 'b') {
      return false;
    }
    for (int i = 1; i < word.length(); i++) {
      if (!Digits.isDigit(word.charAt(i), 2)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWordStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  private static boolean isWordPart(char c) {
    return isWordStart(c) || Digits.isDigit(c, 10);
  }

  /**
   * A numeral.
   *
   * @param start of its first digit; {@link #at} is that, or a minus in front
   */
  private Token number(int start, boolean negative) throws SourceException {
    int radix = radixByPrefix(start);
    if (radix != 10) {
      return integer(start + 2, digitsEnd(start + 2, radix), radix, negative);
    }
    int end = digitsEnd(start, 10);
    int fraction = end + 1;
    if (fraction < limit && text.charAt(end) == '.' && Digits.isDigit(text.charAt(fraction), 10)) {
      return fixedPoint(start, end, digitsEnd(fraction, 10), negative);
    }
    boolean octal = text.charAt(start) == '0' && digitsEnd(start, 8) == end;
    return integer(start, end, octal ? 8 : 10, negative);
  }

  private int radixByPrefix(int start) {
    if (text.charAt(start) != '0' || start + 2 >= limit) {
      return 10;
    }
    int radix =
        switch (text.charAt(start + 1)) {
          case 'x' -> 16;
          case 'b' -> 2;
          default -> 10;
        };
    return Digits.isDigit(text.charAt(start + 2), radix) ? radix : 10;
  }

  private int digitsEnd(int start, int radix) {
    int end = start;
    while (end < limit && Digits.isDigit(text.charAt(end), radix)) {
      end++;
    }
    return end;
  }

  private Token integer(int start, int end, int radix, boolean negative) throws SourceException {
    Number value =
        isTooLong(start, end) ? 0L : Numerals.integer(text.substring(start, end), radix, negative);
    return token(TokenKind.NUMBER, value, end);
  }

  private Token fixedPoint(int start, int dot, int end, boolean negative) throws SourceException {
    Number value =
        isTooLong(start, end)
            ? 0L
            : Numerals.fixedPoint(
                text.substring(start, dot), text.substring(dot + 1, end), negative);
    return token(TokenKind.NUMBER, value, end);
  }

  private boolean isTooLong(int start, int end) throws SourceException {
    if (end - start <= Numerals.LIMIT) {
      return false;
    }
    report("Number too large", at, end);
    return true;
  }

  private Token string() throws SourceException {
    String value = quotedText.read(at);
    return token(TokenKind.STRING, value, quotedText.end());
  }

  private Token regex() throws SourceException {
    int close = regexClose();
    if (close < 0) {
      report("newline found in regular expression", at, at + 1);
      int end = text.indexOf('\n', at);
      return token(TokenKind.REGEX, new Token.Regex("", ""), end < 0 || end > limit ? limit : end);
    }
    int end = close + 1;
    while (end < limit && text.charAt(end) >= 'a' && text.charAt(end) <= 'z') {
      end++;
    }
    String pattern = text.substring(at + 1, close);
    String flags = text.substring(close + 1, end);
    if (checkFlags(flags, close + 1)) {
      checkPattern(pattern, flags);
    }
    return token(TokenKind.REGEX, new Token.Regex(pattern, flags), end);
  }

  /** Offset of the closing slash, or -1 if the line ends first. */
  private int regexClose() throws SourceException {
    for (int i = at + 1; i < limit; i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < limit) {
        c = text.charAt(++i);
      } else if (c == '/') {
        return i;
      }
      if (c == '\n') {
        return -1;
      }
      if (Character.isSurrogate(c)) {
        if (!Character.isSurrogatePair(c, i + 1 < limit ? text.charAt(i + 1) : '\0')) {
          report(SourceFiles.MALFORMED, i, i + 1);
        } else {
          i++;
        }
      }
    }
    return -1;
  }

  private boolean checkFlags(String flags, int start) throws SourceException {
    for (int i = 0; i < flags.length(); i++) {
      if (REGEX_FLAGS.indexOf(flags.charAt(i)) < 0) {
        String message = "Incorrect regex flag found '" + flags.charAt(i) + "'";
        report(message, start + i, start + i + 1);
        return false;
      }
    }
    return true;
  }

  private void checkPattern(String pattern, String flags) throws SourceException {
    RegexChecker.Fault fault = regexes.check(pattern, flags);
    if (fault != null) {
      String message =
          "Error while compiling regular expression at offset "
              + fault.offset()
              + ": "
              + fault.reason();
      report(message, at, at + pattern.length() + 2);
    }
  }

  private TokenKind operator(char c) {
    return switch (c) {
      case '+' -> assignable(TokenKind.PLUS, TokenKind.PLUS_ASSIGN);
      case '-' -> assignable(TokenKind.MINUS, TokenKind.MINUS_ASSIGN);
      case '*' -> assignable(TokenKind.STAR, TokenKind.STAR_ASSIGN);
      case '/' -> assignable(TokenKind.SLASH, TokenKind.SLASH_ASSIGN);
      case '%' -> assignable(TokenKind.PERCENT, TokenKind.PERCENT_ASSIGN);
      case '^' -> assignable(TokenKind.CARET, TokenKind.CARET_ASSIGN);
      case '=' -> assignable(TokenKind.ASSIGN, TokenKind.EQUAL);
      case '~' -> assignable(TokenKind.TILDE, TokenKind.MATCH);
      case '!' ->
          peek(1) == '~' && peek(2) == '='
              ? TokenKind.NOT_MATCH
              : assignable(TokenKind.BANG, TokenKind.NOT_EQUAL);
      case '&' ->
          peek(1) == '&'
              ? TokenKind.AND
              : assignable(TokenKind.AMPERSAND, TokenKind.AMPERSAND_ASSIGN);
      case '|' -> peek(1) == '|' ? TokenKind.OR : assignable(TokenKind.BAR, TokenKind.BAR_ASSIGN);
      case '<' -> {
        if (peek(1) == '<') {
          yield peek(2) == '=' ? TokenKind.SHIFT_LEFT_ASSIGN : TokenKind.SHIFT_LEFT;
        }
        yield assignable(TokenKind.LESS, TokenKind.LESS_EQUAL);
      }
      case '>' -> {
        if (peek(1) == '>') {
          yield peek(2) == '=' ? TokenKind.SHIFT_RIGHT_ASSIGN : TokenKind.SHIFT_RIGHT;
        }
        yield assignable(TokenKind.GREATER, TokenKind.GREATER_EQUAL);
      }
      case '?' -> peek(1) == '?' ? TokenKind.COALESCE : TokenKind.QUESTION;
      case '.' -> {
        if (peek(1) == '.') {
          yield peek(2) == '.' ? TokenKind.ELLIPSIS : TokenKind.RANGE;
        }
        yield TokenKind.DOT;
      }
      case '\\' -> TokenKind.BACKSLASH;
      case ';' -> TokenKind.SEMICOLON;
      case ',' -> TokenKind.COMMA;
      case '{' -> TokenKind.LEFT_BRACE;
      case '}' -> TokenKind.RIGHT_BRACE;
      case '(' -> TokenKind.LEFT_PARENTHESIS;
      case ')' -> TokenKind.RIGHT_PARENTHESIS;
      case ':' -> TokenKind.COLON;
      case '[' -> TokenKind.LEFT_BRACKET;
      case ']' -> TokenKind.RIGHT_BRACKET;
      default -> null;
    };
  }

  private TokenKind assignable(TokenKind plain, TokenKind withEqualsSign) {
    return peek(1) == '=' ? withEqualsSign : plain;
  }

  /** The character {@code distance} behind the current one; NUL at the end. */
  private char peek(int distance) {
    return at + distance < limit ? text.charAt(at + distance) : '\0';
  }

  private void report(String message, int start, int end) throws SourceException {
    diagnostics.report(new Diagnostic(Diagnostic.Kind.CHECK, message, file, new Span(start, end)));
  }
}
