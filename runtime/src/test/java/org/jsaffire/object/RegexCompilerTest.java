package org.jsaffire.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegexCompilerTest {
  private final TestInvoker in = new TestInvoker();

  /** The first match with its groups, {@code match|1|2}; "-" for none, "~" for absent groups. */
  private String match(String delimited, String text) {
    RegexValue regex = RegexCompiler.compileDelimited(delimited);
    RegexMatching matching = new RegexMatching(in, regex, text);
    if (!matching.find(0)) {
      return "-";
    }
    StringBuilder result = new StringBuilder(matching.match());
    for (int i = 1; i <= regex.groups().count(); i++) {
      String group = matching.group(i);
      result.append('|').append(group == null ? "~" : group);
    }
    return result.toString();
  }

  static String[][] matches() {
    return new String[][] {
      // literals, escapes
      {"/a.c/", "xabcx", "abc"},
      {"/a.c/", "a\nc", "-"},
      {"/a.c/s", "a\nc", "a\nc"},
      {"/a.c/", "a\rc", "a\rc"},
      {"/a\\Nc/s", "a\nc", "-"},
      {"/\\x41\\x{e9}\\101\\o{102}\\N{U+43}/", "AéABC", "AéABC"},
      {"/\\a\\e\\f\\t\\cA\\0/", "\u0007\u001b\f\t\u0001\0", "\u0007\u001b\f\t\u0001\0"},
      {"/\\Qa.b*\\E+/", "a.b**", "a.b**"},
      {"/\\Qx/", "x", "x"},
      {"/a\\/b/", "a/b", "a/b"},
      {"#a/b#", "a/b", "a/b"},
      {"/[/]/", "/", "/"},
      {"/é/", "é", "é"},
      {"/😀+/", "a😀😀", "😀😀"},
      {"/a b#c/", "a b#c", "a b#c"},
      {"/a&&b{x}{,3}]}/", "a&&b{x}{,3}]}", "a&&b{x}{,3}]}"},
      // free spacing
      {"/a b # rest\n c/x", "abc", "abc"},
      {"/a +\\ [ ]/x", "aa  ", "aa  "},
      {"/a{2} +/x", "aaa", "aa"},
      {"/(?x: a b )c d/", "abc d", "abc d"},
      {"/(?xx) [a b]+ /", "a b", "a"},
      {"/a(?#no)b/", "ab", "ab"},
      {"/a(?# no )+/", "aaa", "aaa"},
      // anchors
      {"/^b/", "a\nb", "-"},
      {"/^b/m", "a\nb", "b"},
      {"/a$/", "a\n", "a"},
      {"/a$/", "a\r\n", "-"},
      {"/a$/D", "a\n", "-"},
      {"/a$/D", "ba", "a"},
      {"/a$/Dm", "a\nb", "a"},
      {"/a\\Z/", "a\n", "a"},
      {"/a\\z/", "a\n", "-"},
      {"/\\Ab/", "ab", "-"},
      {"/b/A", "ab", "-"},
      {"/a|b/A", "ba", "b"},
      {"/\\bfoo\\b/", "a foo b", "foo"},
      {"/\\b[A-Z]\\w*\\b/", "éAbc dEf Éa", "Abc"},
      {"/x\\by?é/", "xé", "xé"},
      {"/x\\b-/", "x-", "x-"},
      {"/-\\by/", "-y", "-y"},
      {"/x\\By/", "xy", "xy"},
      {"/x\\B-/", "x-", "-"},
      {"/-\\B-/", "--", "--"},
      {"/a*\\b/", "aa", "aa"},
      {"/a*\\b-?/", "-", "-"},
      {"/(?:a|-)\\b(?:b|\\.)/", "ab-b", "-b"},
      {"/(?=.)\\bk/i", "\u212a k", "k"},
      {"/caf\\b/", "café", "caf"},
      {"/caf\\B/", "café", "-"},
      {"/a\\Kb/", "ab", "b"},
      {"/(a)\\K(b)/", "ab", "b|a|b"},
      // case, options
      {"/É/i", "é", "é"},
      {"/[à-ý]/i", "É", "É"},
      {"/[[:upper:]]/i", "a", "a"},
      {"/a(?i)b|c/", "aB", "aB"},
      {"/a(?i)b|c/", "C", "C"},
      {"/(a(?i)b)c/", "aBC", "-"},
      {"/(?i:a)b/", "Ab", "Ab"},
      {"/(?i:a)b/", "AB", "-"},
      {"/(?i)a(?-i)b/", "Ab", "Ab"},
      {"/(?s).(?-s)./", "\n\n", "-"},
      {"/(?m)^b/", "a\nb", "b"},
      {"/(?n)(a)(?<x>b)/", "ab", "ab|b"},
      // quantifiers
      {"/a+/U", "aaa", "a"},
      {"/a+?/U", "aaa", "aaa"},
      {"/a++a/", "aaa", "-"},
      {"/a{2,3}/", "aaaa", "aaa"},
      {"/a{2,}/", "aaaa", "aaaa"},
      {"/a{2,3}?/", "aaaa", "aa"},
      {"/a{2}+a/", "aaa", "aaa"},
      {"/a{1}+b/", "ab", "ab"},
      {"/(?:a|b|[cd])*/", "abcde", "abcd"},
      {"/(?:a?){100}/", "aaa", "aaa"},
      {"/(?:a?){3}?/", "aaaa", "aaa"},
      {"/(?:a?){2,3}?/", "aaaa", "aa"},
      {"/(a){0}b/", "ab", "b|~"},
      {"/(?:^)*a/", "a", "a"},
      {"/(?=a)+a/", "a", "a"},
      {"/(?:)+a/", "a", "a"},
      // sets
      {"/[]a]+/", "a]b", "a]"},
      {"/[^]a]+/", "a]b", "b"},
      {"/[a[b]+/", "[ab", "[ab"},
      {"/[a&&b]+/", "&a", "&a"},
      {"/[a-]+/", "-a", "-a"},
      {"/[\\d-z]+/", "1-z", "1-z"},
      {"/[a-\\d]+/", "a-1", "a-1"},
      {"/[[:alpha:][:^space:]]+/", "a1 ", "a1"},
      {"/[[:punct:]]+/", "a!~b", "!~"},
      {"/[[:word:]]+/", "é_a1", "_a1"},
      {"/[\\b]/", "\b", "\b"},
      {"/[\\Qa-z\\E]+/", "-mz", "-"},
      {"/[^\\p{L}\\P{Lu}]/", "aA", "-"},
      {"/[\\h]/", "\u00a0", "\u00a0"},
      {"/[^a]/", "😀", "😀"},
      {"/[\\x{1F600}-\\x{1F64F}]/", "a😀", "😀"},
      // properties and newlines
      {"/\\p{Greek}+\\pL\\p{^Lu}/", "αβγA1", "αβγA1"},
      {"/\\p{L&}\\p{Any}/", "aé", "aé"},
      {"/\\P{L}/", "a1", "1"},
      {"/\\p{Xan}+/", "é1_", "é1"},
      {"/\\w+/", "éa1_é", "a1_"},
      {"/a\\Rb/", "a\r\nb", "a\r\nb"},
      {"/\\R\\n/", "\r\n", "-"},
      {"/^\\X$/", "👨‍👩‍👧", "👨‍👩‍👧"},
      {"/\\v\\H\\h/", "\u2028a ", "\u2028a "},
      // groups and references
      {"/(a)(?:b)(?<n>c)/", "abc", "abc|a|c"},
      {"/(?P<n>a)(?P=n)\\k<n>\\k{n}\\k'n'\\g{n}/", "aaaaaa", "aaaaaa|a"},
      {"/(?'a_b1'x)\\1/", "xx", "xx|x"},
      {"/(a)(b)\\g{-1}\\g2\\g{1}/", "abbba", "abbba|a|b"},
      {"/(a)\\1\\g{1}1/", "aaa1", "aaa1|a"},
      {"/(a)\\11/", "a\t", "a\t|a"},
      {"/(a)|(b)/", "b", "b|~|b"},
      {"/(?|(a)x|(b)y)(c)/", "byc", "byc|b|c"},
      {"/(?|(?<n>a)|(?<n>b))\\1/", "bb", "bb|b"},
      {"/(?<n>a)|(?<n>b)/J", "b", "b|~|b"},
      {"/(?:(?<n>a)|(?<n>b))\\k<n>/J", "bb", "bb|~|b"},
      {"/(?>a+)b/", "aab", "aab"},
      {"/(?<=a)b(?!c)(?=d)(?<!x)/", "abd", "b"},
      {"/(?<=a{1,3}|bc)d/", "aad", "d"},
      {"/(\\2b|(a))+/", "aab", "aab|ab|a"},
      {"/x|/", "a", ""},
      {"/()/", "a", "|"},
    };
  }

  @ParameterizedTest
  @MethodSource("matches")
  void theSyntaxOfPcreIsUnderstood(String regex, String text, String wanted) {
    assertEquals(wanted, match(regex, text));
  }

  static String[][] faults() {
    return new String[][] {
      {"(a", "2: missing )"},
      {"a)", "1: unmatched )"},
      {"(?:a", "4: missing )"},
      {"(?", "2: missing )"},
      {"(?i", "3: missing )"},
      {"(?#a", "0: missing ) behind a comment"},
      {"*a", "0: nothing to repeat"},
      {"a**", "2: nothing to repeat"},
      {"é|+", "2: nothing to repeat"},
      {"{2}", "0: nothing to repeat"},
      {"(?i)*", "4: nothing to repeat"},
      {"a{3,2}", "1: numbers in {} are out of order"},
      {"a{70000}", "1: number in {} is too big"},
      {"(?:(?:ab){5000}){5000}", "16: regular expression is too large"},
      {"[a", "2: missing ] behind a set"},
      {"[]", "2: missing ] behind a set"},
      {"[z-a]", "1: range is out of order"},
      {"[[:foo:]]", "1: unknown set '[:foo:]'"},
      {"[[.a.]]", "1: collating elements are not supported"},
      {"[:alpha:]", "0: named sets are possible within brackets only"},
      {"[\\R]", "1: \\R is not possible in a set"},
      {"\\y", "0: unknown escape '\\y'"},
      {"[\\y]", "1: unknown escape '\\y'"},
      {"a\\", "2: \\ at end of pattern"},
      {"[\\", "2: \\ at end of pattern"},
      {"\\c", "0: \\c wants an ASCII character behind it"},
      {"\\x{110000}", "0: character value is too large"},
      {"\\x{d800}", "0: surrogates are not characters"},
      {"\\x{zz}", "0: wrong or too many digits in braces"},
      {"\\o7", "0: octal digits in braces wanted behind \\o"},
      {"\\p{Foo}", "0: unknown property 'Foo'"},
      {"\\p{L", "0: missing } behind \\p"},
      {"a\\1", "1: reference to group '1', which is not there"},
      {"\\k<x>", "0: reference to group 'x', which is not there"},
      {"(a)\\g{-2}", "3: reference to group '0', which is not there"},
      {"\\k", "0: name or number of a group wanted behind \\k"},
      {"(?<1a>x)", "0: '1a' is no name of a group"},
      {"(?<a-b>x)", "0: 'a-b' is no name of a group"},
      {"(?<a", "3: missing > behind the name of a group"},
      {"(?<a>x)(?<a>y)", "7: two groups have the name 'a'"},
      {"a(?R)", "1: recursion is not supported"},
      {"(a(?1))", "2: recursion is not supported"},
      {"(?-1)", "0: recursion is not supported"},
      {"(?&n)", "0: recursion is not supported"},
      {"(?P>n)", "0: recursion is not supported"},
      {"\\g<n>", "0: subroutine calls are not supported"},
      {"(?C1)", "0: callouts are not supported"},
      {"(?(1)a|b)", "0: conditional groups are not supported"},
      {"(*FAIL)", "0: verbs are not supported"},
      {"\\Ca", "0: \\C is not supported"},
      {"(?y)", "2: unknown option 'y'"},
      {"a(?<=b+)", "1: lookbehind assertion has no maximum length"},
    };
  }

  @ParameterizedTest
  @MethodSource("faults")
  void whatIsWrongIsNamedWithItsPlace(String pattern, String wanted) {
    RegexFault fault = RegexCompiler.check(pattern, "");
    assertEquals(wanted, fault.offset() + ": " + fault.reason());
  }

  @Test
  void deepNestingIsRefused() {
    assertEquals(
        "parentheses are nested too deeply",
        RegexCompiler.check("(".repeat(300) + ")".repeat(300), "").reason());
    assertNull(RegexCompiler.check("(".repeat(250) + ")".repeat(250), ""));
  }

  @Test
  void endlessPatternsCompileOrAreRefused() {
    RegexFault fault = RegexCompiler.check("[ab][cd]".repeat(100_000), "");
    assertEquals("regular expression is too large", fault == null ? null : fault.reason());
  }

  @ParameterizedTest
  @CsvSource({
    "abc, 'Error while compiling regular expression at offset 0: no delimiter'",
    "'', 'Error while compiling regular expression at offset 0: no delimiter'",
    "/, 'Error while compiling regular expression at offset 0: no delimiter'",
    "/a/Q, Incorrect regex flag found 'Q'",
    "/a/i😀, Incorrect regex flag found '😀'",
    "/(ab/, 'Error while compiling regular expression at offset 3: missing )'",
  })
  void delimitedFormsAreChecked(String text, String message) {
    ScriptException e =
        assertThrows(ScriptException.class, () -> RegexCompiler.compileDelimited(text));
    assertEquals("argumentException: " + message.strip(), e.getMessage());
  }

  @Test
  void theOrderOfFlagsDoesNotMatter() {
    RegexValue one = RegexCompiler.compile("a", "mi");
    RegexValue other = RegexCompiler.compile("a", "imm");
    assertEquals(one, other);
    assertEquals(one.hashCode(), other.hashCode());
    assertEquals("mi", one.flags());
    assertNotEquals(one, RegexCompiler.compile("a", "i"));
    assertNotEquals(one, RegexCompiler.compile("b", "im"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        // what is sure to be linear
        "abc 1",
        "\\d+ 1",
        "^\\w+@\\w+\\.com$ 1",
        "\"[^\"]*\" 1",
        "<[^<>]*> 1",
        "foo|bar\\d* 1",
        "(\\d{4})-(\\d\\d)-(\\d\\d) 1",
        "\\A(?:a|b)*c 1",
        // searches start over in what a loop has passed
        "\\w+@\\w+ 2",
        "\\s+$ 2",
        "a.*b 2",
        // two loops share what they pass
        "^.*.*x 2",
        "\\d+\\d+x 3",
        "(?=.*a)b 2",
        "(?:(?=.*a)b)*c 99",
        "\\w+\\s+\\w+! 2",
        "a.*b\\d*c 3",
        // anything goes
        "(a+)+$ 99",
        "(?:a|aa)*$ 99",
        "(a*)*b 99",
        "(\\w+)\\s\\1 99",
        "(?:a?){20}a{20} 99",
        "(?:a|b|ab)+c 99",
      })
  void costIsFoundOut(String pattern, int exponent) {
    assertEquals(exponent, RegexCompiler.compile(pattern, "").cost().exponent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(a|aa)+$",
        "(a+)+\\1$",
        "(?:a?){40}a{40}$",
        "(.*)*\\1x",
        "^(([a-z])+.)+[A-Z]([a-z])+$",
        "(?:(?:|a){1000}){1000}b",
        "((?:){65535}){65535}b",
        "(?:(?:a?){65535}){60}b",
        "(?:(?:(?:a?){60}){60}){60}b",
        "(?:(?:(?:|a){60}){60}){60}b",
      })
  void hostilePatternsEndSoon(String pattern) {
    RegexFault fault = RegexCompiler.check(pattern, "");
    if (fault != null) {
      assertEquals("regular expression is too large", fault.reason());
      return;
    }
    RegexValue regex = RegexCompiler.compile(pattern, "");
    long start = System.nanoTime();
    try {
      RegexMatching.find(in, regex, Str.of("a".repeat(60) + "!"));
    } catch (ScriptException e) {
      assertEquals("systemException: Error while matching: error code -8", e.getMessage());
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    assertEquals(0, millis / 10_000, "took " + millis + " ms");
  }

  @Test
  void deepRecursionOfTheEngineIsAnError() {
    RegexValue regex = RegexCompiler.compile("(?:ab|cd|(e))*", "");
    ScriptException e =
        assertThrows(
            ScriptException.class,
            () -> RegexMatching.find(in, regex, Str.of("abe".repeat(1_000_000))));
    assertEquals("systemException: Error while matching: error code -21", e.getMessage());
  }

  @Test
  void alternativesOfSingleCharactersNeedNoStack() {
    assertEquals("ab".repeat(100_000), match("/^(?:a|b)*$/", "ab".repeat(100_000)));
  }
}
