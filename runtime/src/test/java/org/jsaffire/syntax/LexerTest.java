package org.jsaffire.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jsaffire.source.Diagnostics;
import org.jsaffire.source.SourceException;
import org.jsaffire.source.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LexerTest {
  private static List<Token> lex(String text, boolean startsStatement) throws SourceException {
    Lexer lexer =
        new Lexer(
            new SourceFile("/x.sf", text), JavaRegexChecker.INSTANCE, Diagnostics.stopAtFirst());
    List<Token> tokens = new ArrayList<>();
    Token token = lexer.next(startsStatement);
    while (token.kind() != TokenKind.END_OF_FILE) {
      tokens.add(token);
      token = lexer.next(false);
    }
    return tokens;
  }

  /** Tokens by their display name; those with a value by the value in brackets. */
  private static String show(String text) throws SourceException {
    return lex(text, false).stream().map(LexerTest::show).collect(Collectors.joining(" "));
  }

  private static String show(Token token) {
    if (token.value() instanceof Token.Regex regex) {
      return "re<" + regex.pattern() + "|" + regex.flags() + ">";
    }
    return token.value() == null ? token.kind().text() : letter(token) + "<" + token.value() + ">";
  }

  private static String letter(Token token) {
    return switch (token.kind()) {
      case NUMBER -> "n";
      case STRING -> "s";
      default -> "i";
    };
  }

  private static Object value(String text) throws SourceException {
    List<Token> tokens = lex(text, false);
    assertEquals(1, tokens.size(), tokens.toString());
    assertEquals(0, tokens.get(0).start());
    assertEquals(text.length(), tokens.get(0).end());
    return tokens.get(0).value();
  }

  private static String error(String text) {
    return assertThrows(SourceException.class, () -> lex(text, false)).first().message();
  }

  private static int errorLine(String text) {
    return assertThrows(SourceException.class, () -> lex(text, false)).first().line();
  }

  @ParameterizedTest
  @EnumSource(TokenKind.class)
  void eachFixedTokenIsReadBack(TokenKind kind) throws Exception {
    if (kind.text() == null) {
      return;
    }
    // At the start of a statement, so that a slash is a slash.
    List<Token> tokens = lex(kind.text(), true);
    assertEquals(List.of(new Token(kind, null, 0, kind.text().length())), tokens);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "a+++b# i<a> + + + i<b>",
        "a<<=b<<c<=d<e# i<a> <<= i<b> << i<c> <= i<d> < i<e>",
        "a>>=b>>c>=d>e# i<a> >>= i<b> >> i<c> >= i<d> > i<e>",
        "a&&b&c&=d# i<a> && i<b> & i<c> &= i<d>",
        "a||b|c|=d# i<a> || i<b> | i<c> |= i<d>",
        "a!~=b!=c~=d# i<a> !~= i<b> != i<c> ~= i<d>",
        "a=!~b# i<a> = ! ~ i<b>",
        "a=~b# i<a> = ~ i<b>",
        "a=-b# i<a> = - i<b>",
        "a===b# i<a> == = i<b>",
        "a....b# i<a> ... . i<b>",
        ")..)...# ) .. ) ...",
        "a??b# i<a?> ? i<b>",
        "a ??b# i<a> ?? i<b>",
        "a[??]# i<a> [ ?? ]",
        "f(x)?1:2# i<f> ( i<x> ) ? n<1> : n<2>",
        "\\a\\b# \\ i<a> \\ i<b>",
        "ok?.self?.true?.b1?# i<ok?> . i<self?> . i<true?> . i<b1?>",
        "selfish _ __a a1 A# i<selfish> i<_> i<__a> i<a1> i<A>",
        "from const not true# i<from> i<const> i<not> i<true>",
        "Class IF# i<Class> i<IF>",
      })
  void theLongestTokenWins(String text, String tokens) throws Exception {
    assertEquals(tokens, show(text));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "42, 42",
    "014, 12",
    "00, 0",
    "08, 8",
    "018, 18",
    "0xf2, 242",
    "0XF2, n<0> i<XF2>",
    "0x0F, 15",
    "b11001, 25",
    "b0, 0",
    "0b11001, 25",
    "0b12, n<1> n<2>",
    "0b, n<0> i<b>",
    "0x, n<0> i<x>",
    "0xg, n<0> i<xg>",
    "0x1fg, n<31> i<g>",
    "3.14, 3.14",
    "014.5, 14.5",
    "1.50, 1.50",
    "0.0, 0.0",
    "1.2.3, n<1.2> . n<3>",
    "1..3, n<1> .. n<3>",
    "1...3, n<1> ... n<3>",
    "1.hex, n<1> . i<hex>",
    "5., n<5> .",
    ".5, . n<5>",
    "1_000, n<1> i<_000>",
    "1foo, n<1> i<foo>",
    "1e5, n<1> i<e5>",
    "0b1.5, n<1> . n<5>",
    "0x1.5, n<1> . n<5>",
    "b2, i<b2>",
    "b1x, i<b1x>",
    "bb1, i<bb1>",
    "b, i<b>",
    "b1_, i<b1_>",
    "9223372036854775807, 9223372036854775807",
    "9223372036854775808, 9223372036854775808",
    "0xffffffffffffffffff, 4722366482869645213695",
    "0777777777777777777777, 9223372036854775807",
    "01777777777777777777777, 18446744073709551615",
  })
  void numerals(String text, String expected) throws Exception {
    assertEquals(expected.indexOf('<') < 0 ? "n<" + expected + ">" : expected, show(text));
  }

  @Test
  void integersAreLongWhereTheyFit() throws Exception {
    assertEquals(Long.class, value("9223372036854775807").getClass());
    assertEquals(Long.MIN_VALUE, value("-9223372036854775808"));
    assertEquals(BigInteger.class, value("9223372036854775808").getClass());
    assertEquals(BigInteger.class, value("-9223372036854775809").getClass());
    assertEquals(
        15L, value("0b000000000000000000000000000000000000000000000000000000000000001111"));
  }

  @Test
  void longNumeralsAreExact() throws Exception {
    String digits = "1234567890".repeat(1000);
    assertEquals(new BigInteger(digits), value(digits));
    assertEquals(new BigInteger(digits, 16), value("0x" + digits));
    assertEquals("-" + digits + "." + digits, value("-" + digits + "." + digits).toString());
    assertEquals("Number too large", error("9".repeat(Numerals.LIMIT + 1)));
    assertEquals("Number too large", error("9.".concat("9".repeat(Numerals.LIMIT))));
  }

  @ParameterizedTest
  @CsvSource({
    "-5, n<-5>",
    "- 5, - n<5>",
    "3-1, n<3> - n<1>",
    "a -1, i<a> - n<1>",
    "a-1, i<a> - n<1>",
    "a - -1, i<a> - n<-1>",
    "a--1, i<a> - n<-1>",
    "(-1), ( n<-1> )",
    "(a)-1, ( i<a> ) - n<1>",
    "x[-2..-3], i<x> [ n<-2> .. n<-3> ]",
    "x[1]-1, i<x> [ n<1> ] - n<1>",
    "self-1, self - n<1>",
    "parent-1, parent - n<1>",
    "static-1, static - n<1>",
    "return-1, return n<-1>",
    "in-1, in n<-1>",
    "{-1}-1, { n<-1> } n<-1>",
    "-0x1f, n<-31>",
    "-014, n<-12>",
    "-0b11, n<-3>",
    "-b11, - n<3>",
    "-3.14, n<-3.14>",
    "-0, n<0>",
    "'\"a\"-1', s<a> - n<1>",
    "/a/-1, re<a|> - n<1>",
    "a?-1, i<a?> - n<1>",
    "a ?-1:-2, i<a> ? n<-1> : n<-2>",
  })
  void minusBelongsToANumeralWhereNoOperandPrecedes(String text, String tokens) throws Exception {
    assertEquals(tokens, show(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "\"\"# ``",
        "''# ``",
        "\"a'b\"# a'b",
        "'a\"b'# a\"b",
        "\"a\\\"b\\'c\\\\d\"# a\"b'c\\d",
        "'a\\'b\\\\c\\td\\q'# a'b\\c\\td\\q",
        "'\\\"'# \\\"",
        "\"\\x41\\X7a\\x7!\"# Az\u0007!",
        "\"\\101\\60\\0601\"# A001",
        "\"\\u{41}\\U{1F600}\\u{00e9}\"# A\uD83D\uDE00é",
        "\"é\uD83D\uDE00\"# é\uD83D\uDE00",
      })
  void strings(String text, String expected) throws Exception {
    assertEquals(expected == null ? "" : expected, value(text));
  }

  @Test
  void letterEscapesWorkInBothCases() throws Exception {
    assertEquals("\n\t\r\b\f\u000B", value("\"\\n\\t\\r\\b\\f\\v\""));
    assertEquals("\n\t\r\b\f\u000B", value("\"\\N\\T\\R\\B\\F\\V\""));
    assertEquals("\u0000a\u00008\u00ff", value("\"\\0a\\08\\377\""));
    assertEquals("a\rb", value("\"a\rb\""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "\"\\q\"# unknown escape '\\q' in string",
        "\"\\8\"# unknown escape '\\8' in string",
        "\"\\é\"# unknown escape '\\é' in string",
        "\"\\\uD83D\uDE00\"# unknown escape '\\\uD83D\uDE00' in string",
        "\"\\x\"# unknown escape '\\x' in string",
        "\"\\xg\"# unknown escape '\\x' in string",
        "\"\\u41\"# unknown escape '\\u' in string",
        "\"\\u{}\"# unknown escape '\\u' in string",
        "\"\\u{41\"# unknown escape '\\u' in string",
        "\"\\u{1234567}\"# unknown escape '\\u' in string",
        "\"\\u{110000}\"# unknown escape '\\u' in string",
        "\"\\u{d800}\"# unknown escape '\\u' in string",
        "\"\\777\"# octal value '\\777' is out of bounds",
        "\"\\400\"# octal value '\\400' is out of bounds",
        "\"abc# newline found in string",
        "'abc# newline found in string",
        "\"abc\\# newline found in string",
        "'abc\\# newline found in string",
        "\"# newline found in string",
        "\"\uD83D\"# Malformed UTF-8 in source",
        "\"\uDE00\uD83D\"# Malformed UTF-8 in source",
        "/\uD83D/# Malformed UTF-8 in source",
        "é# Unknown token: 'é'",
        "\uD83D\uDE00# Unknown token: '\uD83D\uDE00'",
        "@# Unknown token: '@'",
        "$# Unknown token: '$'",
        "/a/q# Incorrect regex flag found 'q'",
        "/a/igu# Incorrect regex flag found 'g'",
        "/a# newline found in regular expression",
        "/a\\# newline found in regular expression",
        "/a\\/# newline found in regular expression",
        "/* a# Unterminated comment",
        "/*/# Unterminated comment",
        "a /**# Unterminated comment",
      })
  void errors(String text, String message) {
    assertEquals(message, error(text));
  }

  @Test
  void otherErrorsNeedALineOrAHash() {
    assertEquals("newline found in string", error("\"a\nb\""));
    assertEquals("newline found in string", error("\"a\\\nb\""));
    assertEquals("newline found in string", error("'a\\\nb'"));
    assertEquals("newline found in regular expression", error("/a\nb/"));
    assertEquals("newline found in regular expression", error("/a\\\nb/"));
    assertEquals("Unknown token: '#'", error("a # b"));
    assertEquals("Unknown token: '#'", error("\n#! x"));
    assertEquals("Unknown token: '\f'", error("\f"));
    assertEquals("Unknown token: '\u000B'", error("\u000B"));
    assertEquals("Unknown token: '\0'", error("\0"));
    assertEquals("Unknown token: '\uFEFF'", error("\uFEFF\uFEFF"));
  }

  @Test
  void errorsLieOnTheLineOfTheirFirstCharacter() {
    assertEquals(3, errorLine("\n\n\"abc\n"));
    assertEquals(2, errorLine("\n/* abc\n\n\n"));
    assertEquals(2, errorLine("\n  @\n"));
    assertEquals(2, errorLine("#! @\n@"));
  }

  @Test
  void aPatternThatDoesNotCompileIsReported() {
    String prefix = "Error while compiling regular expression at offset ";
    assertEquals(prefix + "2: Unclosed group", error("/(a/"));
    String deep = error("/" + "(".repeat(100_000) + ")".repeat(100_000) + "/");
    assertTrue(deep.startsWith(prefix), deep);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "/a/# re<a|>",
        "/a/im# re<a|im>",
        "/a\\/b/# re<a\\/b|>",
        "/\\\\/# re<\\\\|>",
        "x=/a/# i<x> = re<a|>",
        "x~=/a b/i;# i<x> ~= re<a b|i> ;",
        "a/b/c# i<a> / i<b> / i<c>",
        "(a)/b/c# ( i<a> ) / i<b> / i<c>",
        "a[1]/b/c# i<a> [ n<1> ] / i<b> / i<c>",
        "1/b/c# n<1> / i<b> / i<c>",
        "self/b/c# self / i<b> / i<c>",
        "/a/ /b# re<a|> / i<b>",
        "/a//b# re<a|> / i<b>",
        "a / /b/# i<a> / re<b|>",
        "a /= b# i<a> /= i<b>",
        "a = /=/# i<a> = re<=|>",
        "return /a/;# return re<a|> ;",
        "/a/iI# re<a|i> i<I>",
      })
  void slashes(String text, String tokens) throws Exception {
    assertEquals(tokens, show(text));
  }

  @Test
  void noRegexStartsAStatement() throws Exception {
    assertEquals(TokenKind.SLASH, lex("/a/:", true).get(0).kind());
    assertEquals(TokenKind.REGEX, lex("/a/:", false).get(0).kind());
  }

  @Test
  void commentsAreSkipped() throws Exception {
    assertEquals("i<a> i<b>", show("a//\nb"));
    assertEquals("i<a> i<b>", show("a// x */ \n/* // */b"));
    assertEquals("i<a> i<b>", show("a/***/b/** x **//* \n * */"));
    assertEquals("i<a>", show("/* a /* b */a//"));
    assertEquals("", show("//"));
    assertEquals("i<a> - n<1>", show("a/**/-1"));
  }

  @Test
  void aFirstLineForTheShellIsSkipped() throws Exception {
    assertEquals("i<a>", show("#!/usr/bin/saffire \"\na"));
    assertEquals("i<a>", show("\uFEFF#!/usr/bin/saffire\na"));
    assertEquals("", show("#!"));
    assertEquals("i<a> i<b>", show("a\r\nb\t"));
  }

  @Test
  void theEndComesAgainAndAgain() throws Exception {
    Lexer lexer =
        new Lexer(
            new SourceFile("/x.sf", "a \n"), JavaRegexChecker.INSTANCE, Diagnostics.stopAtFirst());
    lexer.next(true);
    Token end = new Token(TokenKind.END_OF_FILE, null, 3, 3);
    assertEquals(end, lexer.next(true));
    assertEquals(end, lexer.next(false));
  }
}
