package org.jsaffire.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jsaffire.source.Diagnostic;
import org.jsaffire.source.SourceException;
import org.jsaffire.source.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The messages of syntax errors: language.md 2.8, and the facts of section 9 about them. */
class SyntaxErrorTest {
  private static Diagnostic first(String text) {
    SourceFile file = new SourceFile("/x.sf", text);
    return assertThrows(
            SourceException.class, () -> Parser.parse(file, JavaRegexChecker.INSTANCE), text)
        .first();
  }

  private static void check(String text, String expected) {
    Diagnostic error = first(text.replace("|", "\n"));
    assertEquals(Diagnostic.Kind.SYNTAX, error.kind());
    assertEquals("syntax error, " + expected, error.message(), text);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '#',
      value = {
        "class# unexpected end of file, expecting identifier",
        "class 5 {}# unexpected numerical value, expecting identifier",
        "class goto {}# unexpected goto, expecting identifier",
        "class \"foo\" {}# unexpected string, expecting identifier",
        "class b1 {}# unexpected numerical value, expecting identifier",
        "class /x/ {}# unexpected regular expression, expecting identifier",
        "interface 5 {}# unexpected numerical value, expecting identifier",
        "abstract class 5 {}# unexpected numerical value, expecting identifier",
        "class foo bar# unexpected identifier, expecting '{'",
        "class foo;# unexpected ';', expecting '{'",
        "class foo# unexpected end of file, expecting '{'",
        "class foo inherits a {}# unexpected T_INHERITS, expecting '{'",
        "class foo extends a b {}# unexpected identifier, expecting '{'",
        "class foo extends a, b {}# unexpected ',', expecting '{'",
        "class foo implements a b {}# unexpected identifier, expecting '{'",
        "class foo implements a extends b {}# unexpected T_EXTENDS, expecting '{'",
        "interface foo extends a {}# unexpected T_EXTENDS, expecting '{'",
        "interface foo implements a {}# unexpected T_IMPLEMENTS, expecting '{'",
        "class foo extends {}# unexpected '{', expecting identifier",
        "class foo extends a\\ {}# unexpected '{', expecting identifier",
        "class foo extends \\ {}# unexpected '{', expecting identifier",
        "class foo implements {}# unexpected '{', expecting identifier",
        "class foo implements a, {}# unexpected '{', expecting identifier",
        "interface foo inherits {}# unexpected '{', expecting identifier",
        "import a as 5;# unexpected numerical value, expecting identifier",
        "import a as ;# unexpected ';', expecting identifier",
        "foreach (a as 5) {}# unexpected numerical value, expecting identifier",
        "foreach (a as k, ) {}# unexpected ')', expecting identifier",
        "foreach (a as k, v, 5) {}# unexpected numerical value, expecting identifier",
        "goto;# unexpected ';', expecting identifier",
        "goto 5;# unexpected numerical value, expecting identifier",
        "a.5;# unexpected numerical value, expecting identifier",
        "a.class;# unexpected T_CLASS, expecting identifier",
        "a.;# unexpected ';', expecting identifier",
        "a\\5;# unexpected numerical value, expecting identifier",
        "\\;# unexpected ';', expecting identifier",
        "a\\b\\;# unexpected ';', expecting identifier",
        "import a\\;# unexpected ';', expecting identifier",
        "import \\;# unexpected ';', expecting identifier",
      })
  void names(String text, String expected) {
    check(text, expected);
  }

  /** Each text stands in a class. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '#',
      value = {
        "public method private() {}# unexpected T_PRIVATE, expecting identifier",
        "public method \"foo\"() {}# unexpected string, expecting identifier",
        "public method 1() {}# unexpected numerical value, expecting identifier",
        "public method 1_bar() {}# unexpected numerical value, expecting identifier",
        "public method 1?_bar() {}# unexpected numerical value, expecting identifier",
        "public method ?_bar() {}# unexpected '?', expecting identifier",
        "public method () {}# unexpected '(', expecting identifier",
        "public property 5;# unexpected numerical value, expecting identifier",
        "constant = 5;# unexpected T_ASSIGNMENT, expecting identifier",
        "const 5 = 5;# unexpected numerical value, expecting identifier",
        "public method m {}# unexpected '{', expecting '('",
        "public method m;# unexpected ';', expecting '('",
        "public method m(1) {}# unexpected numerical value, expecting ')'",
        "public method m(\"a\") {}# unexpected string, expecting ')'",
        "public method m(,) {}# unexpected ',', expecting ')'",
        "public method m(a b c) {}# unexpected identifier, expecting ')'",
        "public method m(a;b) {}# unexpected ';', expecting ')'",
        "public method m(a 5) {}# unexpected numerical value, expecting ')'",
        "public method m(a {}# unexpected '{', expecting ')'",
        "public method m(a,) {}# unexpected ')', expecting identifier or ...",
        "public method m(a, 5) {}# unexpected numerical value, expecting identifier or ...",
        "public method m(a\\b) {}# unexpected ')', expecting identifier or ...",
        "public method m(a\\) {}# unexpected ')', expecting identifier",
        "public method m(...a, b) {}# unexpected ',', expecting ')'",
        "public method m(... a = 5) {}# unexpected T_ASSIGNMENT, expecting ')'",
        "public method m(string ... a, ... b) {}# unexpected ',', expecting ')'",
        "public method m(...) {}# unexpected ')', expecting identifier",
        "public method m(string ... 5) {}# unexpected numerical value, expecting identifier",
        "public method m(a = ) {}# unexpected ')', expecting numerical value or string or identifier or regular expression",
        "public method m(a = self) {}# unexpected self, expecting numerical value or string or identifier or regular expression",
        "public method m(a = - 5) {}# unexpected '-', expecting numerical value or string or identifier or regular expression",
        "constant A = (5);# unexpected '(', expecting numerical value or string or identifier or regular expression",
        "const A = ;# unexpected ';', expecting numerical value or string or identifier or regular expression",
        "public method m(a = 5+1) {}# unexpected '+', expecting ')'",
        "public method m(a = b.c) {}# unexpected '.', expecting ')'",
        "public method m(a = 5 b) {}# unexpected identifier, expecting ')'",
        "public method m() return 5;# unexpected return, expecting '{'",
        "public method m()# unexpected '}', expecting '{'",
        "public property p 5;# unexpected numerical value, expecting T_ASSIGNMENT or ';'",
        "public property p += 5;# unexpected T_ADD_ASSIGNMENT, expecting T_ASSIGNMENT or ';'",
        "public property p# unexpected '}', expecting T_ASSIGNMENT or ';'",
        "public property p = 5 6;# unexpected numerical value, expecting ';'",
        "public property p = ;# unexpected ';'",
        "constant A;# unexpected ';', expecting T_ASSIGNMENT",
        "const A 5;# unexpected numerical value, expecting T_ASSIGNMENT",
        "constant A = 5, B = 6;# unexpected ',', expecting ';'",
        "constant A = 5 + 1;# unexpected '+', expecting ';'",
        "constant A = 5# unexpected '}', expecting ';'",
        "method m() {}# unexpected method",
        "property p;# unexpected T_PROPERTY",
        "public constant A = 1;# unexpected T_CONST",
        "public const A = 1;# unexpected identifier",
        "public class D {}# unexpected T_CLASS",
        "class D {}# unexpected T_CLASS",
        "interface D {}# unexpected T_INTERFACE",
        "a = 5;# unexpected identifier",
        ";# unexpected ';'",
        "public# unexpected '}'",
        "public a;# unexpected identifier",
        "import a;# unexpected import",
        "/x/# unexpected regular expression",
      })
  void members(String text, String expected) {
    check("class C { " + text + " }", expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '#',
      value = {
        "public method m() {}# unexpected '{', expecting ';'",
        "public method m()# unexpected '}', expecting ';'",
        "public property p = 5;# unexpected T_ASSIGNMENT, expecting ';'",
        "method m();# unexpected method",
        "property p;# unexpected T_PROPERTY",
        "public constant A = 1;# unexpected T_CONST",
        "constant A 1;# unexpected numerical value, expecting T_ASSIGNMENT",
      })
  void interfaceMembers(String text, String expected) {
    check("interface I { " + text + " }", expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '#',
      value = {
        "if a {}# unexpected identifier, expecting '('",
        "while a {}# unexpected identifier, expecting '('",
        "switch a {}# unexpected identifier, expecting '('",
        "for i;j;i++ {}# unexpected identifier, expecting '('",
        "foreach blaat {}# unexpected identifier, expecting '('",
        "foreach# unexpected end of file, expecting '('",
        "try {} catch e {}# unexpected identifier, expecting '('",
        "do a = 1; while 1;# unexpected numerical value, expecting '('",
        "do {} while {}# unexpected '{', expecting '('",
        "do {} a;# unexpected identifier, expecting while",
        "if (a {}# unexpected '{', expecting ')'",
        "if (a = 5) {}# unexpected T_ASSIGNMENT, expecting ')'",
        "while (a = 5) {}# unexpected T_ASSIGNMENT, expecting ')'",
        "while (a; b) {}# unexpected ';', expecting ')'",
        "switch (a=1) {}# unexpected T_ASSIGNMENT, expecting ')'",
        "switch (a, b) {}# unexpected ',', expecting ')'",
        "do {} while (a += 1);# unexpected T_ADD_ASSIGNMENT, expecting ')'",
        "do {} while (a)# unexpected end of file, expecting ';'",
        "if () {}# unexpected ')'",
        "if (1) class C {}# unexpected T_CLASS",
        "if (1) else {}# unexpected T_ELSE",
        "if (1) }# unexpected '}'",
        "for (i) {}# unexpected ')', expecting ';' or ','",
        "for (i = 1 j) {}# unexpected identifier, expecting ';' or ','",
        "for (i; j, k; l) {}# unexpected ',', expecting ';'",
        "for (i; j) {}# unexpected ')', expecting ';'",
        "for (i;) {}# unexpected ')'",
        "for () {}# unexpected ')'",
        "for (;;;) {}# unexpected ';'",
        "for (;;i) j) {}# unexpected ')', expecting ';' or ','",
        "for (;;i j) {}# unexpected identifier, expecting ',' or ')'",
        "for (;;i; j) {}# unexpected ';', expecting ',' or ')'",
        "for (;;i {}# unexpected '{', expecting ',' or ')'",
        "foreach (a in b) {}# unexpected ')', expecting as",
        "foreach (a, b as c) {}# unexpected ',', expecting as",
        "foreach (a# unexpected end of file, expecting as",
        "foreach (x as k:v) {}# unexpected ':', expecting ',' or ')'",
        "foreach (x as k v) {}# unexpected identifier, expecting ',' or ')'",
        "foreach (x as k, v;) {}# unexpected ';', expecting ',' or ')'",
        "foreach (x as k, v, m, n) {}# unexpected ',', expecting ')'",
        "switch (a) case 1: {}# unexpected case, expecting '{'",
        "switch (a) {}# unexpected '}', expecting case or default",
        "switch (a) { break; }# unexpected break, expecting case or default",
        "switch (a) { b: case 1: }# unexpected identifier, expecting case or default",
        "switch (a) {# unexpected end of file, expecting case or default",
        "switch (a) { case 1 b; }# unexpected identifier, expecting ':'",
        "switch (a) { case 1, 2: }# unexpected ',', expecting ':'",
        "switch (a) { case 1 = 2: }# unexpected T_ASSIGNMENT, expecting ':'",
        "switch (a) { default; }# unexpected ';', expecting ':'",
        "switch (a) { case default: }# unexpected default",
        "switch (a) { case : }# unexpected ':'",
        "switch (a) { case 1: if (b) { case 2: } }# unexpected case",
        "switch (a) { case 1: if (b) case 2: }# unexpected case",
        "switch (a) { case 1: { default: } }# unexpected default",
        "switch (a) { case 1: )# unexpected ')'",
        "switch (a) { case 1:# unexpected end of file",
        "{ case 1: }# unexpected case",
        "{ default: }# unexpected default",
        "case 1:# unexpected case, expecting end of file",
        "default:# unexpected default, expecting end of file",
        "try a; catch (e f) {}# unexpected identifier, expecting '{'",
        "try# unexpected end of file, expecting '{'",
        "try {} catch (a b) {} finally a;# unexpected identifier, expecting '{'",
        "try {} catch (a b) c;# unexpected identifier, expecting '{'",
        "try {}# unexpected end of file, expecting catch",
        "try {} finally {}# unexpected finally, expecting catch",
        "try {} a;# unexpected identifier, expecting catch",
        "try {} catch (e) {}# unexpected ')', expecting identifier",
        "try {} catch () {}# unexpected ')', expecting identifier",
        "try {} catch (5 e) {}# unexpected numerical value, expecting identifier",
        "try {} catch (\\) {}# unexpected ')', expecting identifier",
        "try {} catch (a b, c d) {}# unexpected ',', expecting ')'",
        "try {} catch (a b c) {}# unexpected identifier, expecting ')'",
        "break a;# unexpected identifier, expecting ';'",
        "break 2;# unexpected numerical value, expecting ';'",
        "breakelse# unexpected end of file, expecting ';'",
        "continue 2;# unexpected numerical value, expecting ';'",
        "return 5 6;# unexpected numerical value, expecting ';'",
        "return a = 5;# unexpected T_ASSIGNMENT, expecting ';'",
        "return a, b;# unexpected ',', expecting ';'",
        "return )# unexpected ')'",
        "throw a b;# unexpected identifier, expecting ';'",
        "throw;# unexpected ';'",
        "goto a b;# unexpected identifier, expecting ';'",
        "goto a.b;# unexpected '.', expecting ';'",
      })
  void statements(String text, String expected) {
    check(text, expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '#',
      value = {
        "catch (e f) {}# unexpected catch, expecting end of file",
        "finally {}# unexpected finally, expecting end of file",
        "else {}# unexpected T_ELSE, expecting end of file",
        "}# unexpected '}', expecting end of file",
        ")# unexpected ')', expecting end of file",
        "* 5;# unexpected '*', expecting end of file",
        "a; import b;# unexpected import, expecting end of file",
        "class C {} import b;# unexpected import, expecting end of file",
        "yield 5;# unexpected yield, expecting end of file",
        "unset a;# unexpected unset, expecting end of file",
        "void a;# unexpected void, expecting end of file",
        "method m() {}# unexpected method, expecting end of file",
        "constant A = 5;# unexpected T_CONST, expecting end of file",
        "/regex/:# unexpected '/', expecting end of file",
        "a; /regex/;# unexpected '/', expecting end of file",
        "l: /regex/;# unexpected '/', expecting end of file",
        "if (a) ; /regex/;# unexpected '/', expecting end of file",
        "{} /regex/;# unexpected '/', expecting end of file",
        "class C {} /regex/;# unexpected '/', expecting end of file",
        "import a; /regex/;# unexpected '/', expecting end of file",
        "if (a) /regex/;# unexpected '/'",
        "if (a) b; else /regex/;# unexpected '/'",
        "do /regex/; while (1);# unexpected '/'",
        "{ /regex/; }# unexpected '/'",
        "{ a; /regex/; }# unexpected '/'",
        "switch (1) { case 1: /regex/; }# unexpected '/'",
        "switch (1) { default: /regex/; }# unexpected '/'",
        "{ catch# unexpected catch",
        "{ else# unexpected T_ELSE",
        "{ )# unexpected ')'",
        "{ import a; }# unexpected import",
        "{ class C {} }# unexpected T_CLASS",
        "{ interface C {} }# unexpected T_INTERFACE",
        "{ abstract class C {} }# unexpected T_ABSTRACT",
        "{# unexpected end of file",
        "{ a;# unexpected end of file",
        "class C {# unexpected end of file",
        "class C { public method m() {# unexpected end of file",
        "class C { public method m() { case 1: } }# unexpected case",
        "class C { public method m() { class D {} } }# unexpected T_CLASS",
        "public 5;# unexpected numerical value",
        "abstract foo {}# unexpected identifier",
        "static final 5;# unexpected numerical value",
        "import;# unexpected ';', expecting identifier or \\",
        "import 5;# unexpected numerical value, expecting identifier or \\",
        "import a, ;# unexpected ';', expecting identifier or \\",
        "import io from io;# unexpected identifier, expecting ';' or ','",
        "import a as bar\\io;# unexpected \\, expecting ';' or ','",
        "import a.b;# unexpected '.', expecting ';' or ','",
        "import a# unexpected end of file, expecting ';' or ','",
      })
  void programs(String text, String expected) {
    check(text, expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '#',
      value = {
        "a# unexpected end of file, expecting ';' or ','",
        "a b;# unexpected identifier, expecting ';' or ','",
        "a = 5 }# unexpected '}', expecting ';' or ','",
        "a = 5 6;# unexpected numerical value, expecting ';' or ','",
        "a + 1 = 3;# unexpected T_ASSIGNMENT, expecting ';' or ','",
        "a = b + c = 3;# unexpected T_ASSIGNMENT, expecting ';' or ','",
        "a ? b : c = 3;# unexpected T_ASSIGNMENT, expecting ';' or ','",
        "a, b = 1, c = 2;# unexpected T_ASSIGNMENT, expecting ';' or ','",
        "elseif (x) { }# unexpected '{', expecting ';' or ','",
        "ok? 1 : 2;# unexpected numerical value, expecting ';' or ','",
        "1_000;# unexpected identifier, expecting ';' or ','",
        "a not b;# unexpected identifier, expecting ';' or ','",
        "\"a\" \"b\";# unexpected string, expecting ';' or ','",
        "a => b;# unexpected '>'",
        "a++;# unexpected ';'",
        "a--;# unexpected ';'",
        "a + ;# unexpected ';'",
        "a = ;# unexpected ';'",
        "a, ;# unexpected ';'",
        "a = * 5;# unexpected '*'",
        "a ?: b;# unexpected ':'",
        "a = b ? { c; } : d;# unexpected '{'",
        "a = yield;# unexpected yield",
        "a = if;# unexpected if",
        "();# unexpected ')'",
        "(,);# unexpected ','",
        "a == ;# unexpected ';'",
        "a === b;# unexpected T_ASSIGNMENT",
        "a <> b;# unexpected '>'",
        "a = b >= ;# unexpected ';'",
        "a != ~= b;# unexpected T_RE",
        "a ?? ;# unexpected ';'",
        "a ? b;# unexpected ';', expecting ':'",
        "a ? b, c : d;# unexpected ',', expecting ':'",
        "f(a b);# unexpected identifier, expecting ',' or ')'",
        "f(a = 1);# unexpected T_ASSIGNMENT, expecting ',' or ')'",
        "f(a;# unexpected ';', expecting ',' or ')'",
        "f(a, );# unexpected ')'",
        "f(,);# unexpected ','",
        "f(a, b : c);# unexpected ':', expecting ',' or ')'",
        "x = (b = 2);# unexpected T_ASSIGNMENT, expecting ',' or ')'",
        "(a b);# unexpected identifier, expecting ',' or ')'",
        "(a, b;# unexpected ';', expecting ',' or ')'",
        "(a,,);# unexpected ','",
        "a[1 2];# unexpected numerical value, expecting subscription or ']'",
        "a[1;# unexpected ';', expecting subscription or ']'",
        "a[1, 2];# unexpected ',', expecting subscription or ']'",
        "a[1..2 3];# unexpected numerical value, expecting ']'",
        "a[..3, 4];# unexpected ',', expecting ']'",
        "a[1..;# unexpected ';'",
        "a[;# unexpected ';'",
        "a[1...2];# unexpected ..., expecting subscription or ']'",
        "list[[1 2]];# unexpected numerical value, expecting ',' or ']'",
        "list[[1;# unexpected ';', expecting ',' or ']'",
        "hash[[1: 2 3]];# unexpected numerical value, expecting ',' or ']'",
        "list[[1, ,]];# unexpected ','",
        "list[[1:]];# unexpected ']'",
        "list[[1];# unexpected ';', expecting ']'",
        "list[[1] a];# unexpected identifier, expecting ']'",
        "f(... a, b);# unexpected ',', expecting ')'",
        "f(a, ... b c);# unexpected identifier, expecting ')'",
        "f(...);# unexpected ')'",
      })
  void expressions(String text, String expected) {
    check(text, expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "while, while",
    "if, if",
    "as, as",
    "do, do",
    "switch, switch",
    "for, for",
    "foreach, foreach",
    "case, case",
    "catch, catch",
    "break, break",
    "goto, goto",
    "breakelse, breakelse",
    "continue, continue",
    "throw, throw",
    "return, return",
    "finally, finally",
    "try, try",
    "default, default",
    "method, method",
    "import, import",
    "yield, yield",
    "void, void",
    "unset, unset",
    "class, T_CLASS",
    "extends, T_EXTENDS",
    "abstract, T_ABSTRACT",
    "final, T_FINAL",
    "implements, T_IMPLEMENTS",
    "inherits, T_INHERITS",
    "interface, T_INTERFACE",
    "public, T_PUBLIC",
    "private, T_PRIVATE",
    "protected, T_PROTECTED",
    "property, T_PROPERTY",
    "constant, T_CONST",
    "else, T_ELSE",
    "=, T_ASSIGNMENT",
    "+=, T_ADD_ASSIGNMENT",
    "-=, T_SUB_ASSIGNMENT",
    "*=, T_MUL_ASSIGNMENT",
    "%=, T_MOD_ASSIGNMENT",
    "&=, T_AND_ASSIGNMENT",
    "|=, T_OR_ASSIGNMENT",
    "^=, T_XOR_ASSIGNMENT",
    "<<=, T_SL_ASSIGNMENT",
    ">>=, T_SR_ASSIGNMENT",
    ">=, T_GE",
    "<=, T_LE",
    "==, T_EQ",
    "!=, T_NE",
    "in, T_IN",
    "~=, T_RE",
    "!~=, T_NRE",
    "&&, and",
    "||, or",
    "<<, shift left",
    ">>, shift right",
    "??, coalesce (??)",
    "..., ...",
    ".., subscription",
    ";, ';'",
    ":, ':'",
    "?, '?'",
    "{, '{'",
    "}, '}'",
    "], ']'",
    "., '.'",
    "|, '|'",
    "<, '<'",
  })
  void tokensByTheirDisplayNames(String token, String display) {
    String shown = display.length() == 1 ? "'" + display + "'" : display;
    Diagnostic error = first("a + " + token);
    assertEquals("syntax error, unexpected " + shown, error.message());
  }

  @Test
  void slashAssignmentAndSelfNeedOtherPlaces() {
    check("a + (b /= c);", "unexpected T_DIV_ASSIGNMENT, expecting ',' or ')'");
    check("class self {}", "unexpected self, expecting identifier");
    check("class parent {}", "unexpected parent, expecting identifier");
    check("class static {}", "unexpected T_STATIC, expecting identifier");
    check("class ~ {}", "unexpected '~', expecting identifier");
    check("class \\ {}", "unexpected \\, expecting identifier");
  }

  @Test
  void aStringLiteralIsNoLabel() {
    for (String text : new String[] {"\"blaat\":", "a;|\"blaat\" :", "{ \"a\": b; }"}) {
      Diagnostic error = first(text.replace('|', '\n'));
      assertEquals(Diagnostic.Kind.CHECK, error.kind());
      assertEquals("Unknown token: '\"'", error.message());
    }
    assertEquals("Unknown token: '''", first("'blaat':").message());
  }

  @Test
  void theLineIsThatOfTheUnexpectedToken() {
    assertEquals(
        "Error: syntax error, unexpected ';', found in /x.sf on line 2", first("a +\n;").text());
    assertEquals(3, first("a\n+\n").line());
    assertEquals(1, first("a").line());
    assertEquals(2, first("\n\"a\":").line());
  }

  @Test
  void contradictingModifiersAreFoundWithoutAResolver() {
    Diagnostic error = first("class C {\n public\n static static method m() {}\n}");
    assertEquals("Modifiers can only be set once", error.message());
    assertEquals(Diagnostic.Kind.CHECK, error.kind());
    assertEquals(3, error.line());
    assertTrue(error.text().startsWith("Fatal error: "));
  }
}
