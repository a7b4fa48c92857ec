package org.jsaffire.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsaffire.source.Diagnostic;
import org.jsaffire.source.SourceException;
import org.jsaffire.source.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParserTest {
  private static SourceFile file(String text) {
    return new SourceFile("/x.sf", text);
  }

  private static Program parse(String text) throws SourceException {
    return Parser.parse(file(text), JavaRegexChecker.INSTANCE);
  }

  private static String statements(String text) throws SourceException {
    return parse(text).statements().stream().map(TreeDump::of).collect(Collectors.joining(" "));
  }

  private static String expression(String text) throws SourceException {
    return TreeDump.of(Parser.expression(file(text), 0, text.length(), JavaRegexChecker.INSTANCE));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "a ?? b ?? c# (?? a (?? b c))",
        "null ?? false ? 1 : 2# (?? null (? false 1 2))",
        "c ? x : y ?? z# (?? (? c x y) z)",
        "a ? b ? 1 : 2 : 3# (? a (? b 1 2) 3)",
        "a ? 1 : b ? 2 : 3# (? a 1 (? b 2 3))",
        "a ? b ?? c : d# (? a (?? b c) d)",
        "a || b && c || d# (|| (|| a (&& b c)) d)",
        "a && b | c# (&& a (| b c))",
        "a | b ^ c & d == e << f + g * h# (| a (^ b (& c (== d (<< e (+ f (* g h)))))))",
        "a * b + c << d == e & f ^ g | h# (| (^ (& (== (<< (+ (* a b) c) d) e) f) g) h)",
        "1 | 2 == 2# (| 1 (== 2 2))",
        "1 < 2 == true# (== (< 1 2) true)",
        "a < b > c <= d >= e != f ~= g !~= h in i not in j# (not in (in (!~= (~= (!= (>= (<= (> (< a b) c) d) e) f) g) h) i) j)",
        "a - b - c# (- (- a b) c)",
        "a / b * c % d# (% (* (/ a b) c) d)",
        "a >> b << c# (<< (>> a b) c)",
        "!true == false# (== (! true) false)",
        "-a.neg()# (- (call (. a neg) [] -))",
        "-4.neg()# (call (. -4 neg) [] -)",
        "- 4.neg()# (- (call (. 4 neg) [] -))",
        "- - +!~a# (- (- (+ (! (~ a)))))",
        "a - -b# (- a (- b))",
        "a -1# (- a 1)",
        "(a)# a",
        "((a + b)) * c# (* (+ a b) c)",
        "(a,)# (tuple a)",
        "(a, b)# (tuple a b)",
        "(a, b,)# (tuple a b)",
        "((a, b), c)# (tuple (tuple a b) c)",
        "f()# (call f [] -)",
        "f(a, b + 1)(c).d.e()# (call (. (. (call (call f [a (+ b 1)] -) [c] -) d) e) [] -)",
        "f(... a)# (call f [] a)",
        "f(a, b, ... c ?? d)# (call f [a b] (?? c d))",
        "5.hex()# (call (. 5 hex) [] -)",
        "\"a\".b# (. \"a\" b)",
        "f(/a/i.b)# (call f [(. /a/i b)] -)",
        "a.b101.b1# (. (. a b101) b1)",
        "a.const.not.true# (. (. (. a const) not) true)",
        "x[1][i + 1]# ([] ([] x 1) (+ i 1))",
        "x[1..2]# ([..] x 1 2)",
        "x[..2]# ([..] x - 2)",
        "x[1..]# ([..] x 1 -)",
        "x[..]# ([..] x - -)",
        "x[-2..-3]# ([..] x -2 -3)",
        "x[a ? b : c..d]# ([..] x (? a b c) d)",
        "list[[]]# ([[]] list [])",
        "list[ [ 1, 2, ] ]# ([[]] list [[1] [2]])",
        "hash[[\"a\": 1, b: c ? 2 : 3]]# ([[]] hash [[\"a\" 1] [b (? c 2 3)]])",
        "my\\Queue[[\"job\": 5: \"high\"]]# ([[]] my\\Queue [[\"job\" 5 \"high\"]])",
        "list[[1]][0]# ([] ([[]] list [[1]]) 0)",
        "f(1)[[2]].a[[3]]# ([[]] (. ([[]] (call f [1] -) [[2]]) a) [[3]])",
        "\\a\\b.c()# (call (. \\a\\b c) [] -)",
        "\\a# \\a",
        "a \\ b# a\\b",
        "self.a + parent.b + static.c# (+ (+ (. self a) (. parent b)) (. static c))",
        "not in a# (in not a)",
        "not not in not# (not in not not)",
        "a in -5# (in a -5)",
        "a / /b/# (/ a /b/)",
        "ok? ? 1 : 2# (? ok? 1 2)",
        "f(x)? 1 : 2# (? (call f [x] -) 1 2)",
        "b101 + 0b11 + 014 + 0x0F# (+ (+ (+ 5 3) 12) 15)",
        "3.50# 3.50",
      })
  void expressions(String text, String tree) throws Exception {
    assertEquals(tree, expression(text));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "a = 5;# [(= a 5)];",
        "a = b = c = 42;# [(= a (= b (= c 42)))];",
        "a = b += 4;# [(= a (+= b 4))];",
        "a -= b * 2;# [(-= a (* b 2))];",
        "a *= 1, b /= 2, c %= 3, d &= 4, e ^= 5, f <<= 6, g >>= 7;# [(*= a 1) (/= b 2) (%= c 3) (&= d 4) (^= e 5) (<<= f 6) (>>= g 7)];",
        "a = f.x = 5;# [(= a (= (. f x) 5))];",
        "(a) = v;# [(= a v)];",
        "(a, b) = (b, a);# [(= (tuple a b) (tuple b a))];",
        "x[] = x[i] = 1;# [(= ([] x -) (= ([] x i) 1))];",
        "5 = 3;# [(= 5 3)];",
        "-a = 3;# [(= (- a) 3)];",
        "(a + 1) = 3;# [(= (+ a 1) 3)];",
        "a, b = 1, 2;# [(multi= [a b] [1 2])];",
        "a, b.c, d[0], (e, f) = x;# [(multi= [a (. b c) ([] d 0) (tuple e f)] [x])];",
        "a, b;# [a b];",
        "a, b += 1;# [a (+= b 1)];",
        "a = 1, b = 2;# [(= a 1) (= b 2)];",
        "a, f() = 3;# [a (= (call f [] -) 3)];",
        "f(), a = 3;# [(call f [] -) (= a 3)];",
        "a, b + 1, c = 3;# [a (+ b 1) (= c 3)];",
        "5;# [5];",
        ";# [];",
        "\"abc\".upper();# [(call (. \"abc\" upper) [] -)];",
        "-5 + a;# [(+ -5 a)];",
        "l: a; {m:}# l: [a]; {m:}",
        "static.x;# [(. static x)];",
        "break; breakelse; continue;# break breakelse continue",
        "return; return (a, b); throw e; goto l;# (return -) (return (tuple a b)) (throw e) (goto l)",
        "if (a) b; else if (c) d; else e;# (if a [b]; (if c [d]; [e];))",
        "if (a) if (b) c; else d;# (if a (if b [c]; [d];) -)",
        "if (a) while (b) c; else d;# (if a (while b [c]; [d];) -)",
        "if (a) { if (b) c; } else d;# (if a (if b [c]; -) [d];)",
        "while (a) {} else {}# (while a {} {})",
        "do a; while (b);# (do [a]; b)",
        "do {a;} while (b);# (do [a]; b)",
        "for (;;) ;# (for [] - [] [];)",
        "for (a = 1, b = 2; a < b; a += 1, b) c;# (for [(= a 1) (= b 2)] (< a b) [(+= a 1) b] [c];)",
        "for (a, b = 1; c = 2; d) e;# (for [a (= b 1)] (= c 2) [d] [e];)",
        "foreach (a as v) ;# (foreach a [v] []; -)",
        "foreach (a as k, v, m) {} else b;# (foreach a [k v m] {} [b];)",
        "switch (a) { case 1: case b: c; default: d; break; case 2: }# (switch a [(case 1 []) (case b [[c];]) (case - [[d]; break]) (case 2 [])])",
        "switch (a) { case b ? c : d: e; }# (switch a [(case (? b c d) [[e];])])",
        "switch (a) { default: x: b; }# (switch a [(case - [x: [b];])])",
        "try {} catch (e f) {}# (try {} [(catch e f {})] -)",
        "try {a;} catch (\\a\\e f) {} catch (x\\g h) {b;} finally {c;}# (try {[a];} [(catch \\a\\e f {}) (catch x\\g h {[b];})] {[c];})",
        "from.const = not;# [(= (. from const) not)];",
      })
  void statements(String text, String tree) throws Exception {
    assertEquals(tree, statements(text));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "class C {}# (class - C - [] [])",
        "abstract class C extends a\\B implements D, \\E {}# (class - abstract C a\\B [D \\E] [])",
        "static final class C {}# (class - static final C - [] [])",
        "static abstract interface I inherits A, B {}# (interface - static abstract I [A B] [])",
        "class C { constant A = 1; const B = true; constant b1 = /x/i; const const = \"\"; }# (class - C - [] [(constant A 1) (constant B true) (constant b1 /x/i) (constant const \"\")])",
        "class C { public property a; static private property b = [[1]] }# -",
        "class C { public property a; static private property b1 = a + 1; }# (class - C - [] [(property public a -) (property private static b1 (+ a 1))])",
        "class C { public method b1() {} public abstract method m(); }# (class - C - [] [(method public b1 [] {}) (method public abstract m [] -)])",
        "class C { final protected method m(a, string b, c = -1, a\\D d = null, \\E e, ... f) { g; } }# (class - C - [] [(method protected final m [a (string b -) (- c -1) (a\\D d null) (\\E e -) ...f] {[g];})])",
        "class C { public method m(... a) {} public method n(string ... a) {} }# (class - C - [] [(method public m [...a] {}) (method public n [(string ...a -)] {})])",
        "interface I { public method m(a); public property p; constant A = 3.5; const B = 'x'; }# (interface - I [] [(method public m [a] -) (property public p -) (constant A 3.5) (constant B \"x\")])",
      })
  void definitions(String text, String tree) throws Exception {
    if (tree.equals("-")) {
      assertThrows(SourceException.class, () -> parse(text));
    } else {
      assertEquals(tree, statements(text));
    }
  }

  @Test
  void imports() throws Exception {
    assertEquals(
        "(program [(import io io) (import a\\b b) (import \\c d)] [[a];])",
        TreeDump.of(parse("#!/bin/saffire\nimport io, a\\b; import \\c as d;\na;")));
    assertEquals("(program [] [])", TreeDump.of(parse("")));
    assertEquals("(program [] [])", TreeDump.of(parse(" // nothing")));
  }

  @Test
  void nodesKnowTheirPlaces() throws Exception {
    String text = "x = (a + b) * c.d(1);";
    var statement = (Statement.Expressions) parse(text).statements().get(0);
    var assign = (Expression.Assign) statement.expressions().get(0);
    var product = (Expression.Binary) assign.value();
    var sum = (Expression.Binary) product.left();
    var call = (Expression.Call) product.right();
    var attribute = (Expression.Attribute) call.callee();
    assertEquals("x = (a + b) * c.d(1);", slice(text, statement));
    assertEquals("x = (a + b) * c.d(1)", slice(text, assign));
    assertEquals("(a + b) * c.d(1)", slice(text, product));
    assertEquals("a + b", slice(text, sum));
    assertEquals("c.d(1)", slice(text, call));
    assertEquals("c.d", slice(text, attribute));
    assertEquals('=', text.charAt(assign.at()));
    assertEquals('*', text.charAt(product.at()));
    assertEquals('(', text.charAt(call.at()));
    assertEquals('.', text.charAt(attribute.at()));
  }

  private static String slice(String text, Node node) {
    return text.substring(node.start(), node.end());
  }

  @Test
  void definitionsSpanTheirModifiers() throws Exception {
    String text = " final class C { public method m(string a = 1) {} }";
    var definition = (TypeDefinition) parse(text).statements().get(0);
    var method = (TypeDefinition.Method) definition.members().get(0);
    assertEquals(text.substring(1), slice(text, definition));
    assertEquals("public method m(string a = 1) {}", slice(text, method));
    assertEquals("string a = 1", slice(text, method.parameters().get(0)));
  }

  @Test
  void anExpressionIsReadFromAPartOfAText() throws Exception {
    String text = "<p>{{ a.b + /x/ }}</p>";
    var read = Parser.expression(file(text), 5, 16, JavaRegexChecker.INSTANCE);
    assertEquals("(+ (. a b) /x/)", TreeDump.of(read));
    assertEquals(6, read.start());
    SourceException e =
        assertThrows(
            SourceException.class,
            () -> Parser.expression(file("{{ a b }}"), 2, 7, JavaRegexChecker.INSTANCE));
    assertEquals("syntax error, unexpected identifier, expecting end of file", e.first().message());
    assertThrows(
        SourceException.class,
        () -> Parser.expression(file("{{ a = 5 }}"), 2, 9, JavaRegexChecker.INSTANCE));
  }

  @Test
  void consoleInputIsCutAtImportsBehindStatements() throws Exception {
    List<ParsedProgram> parts =
        Parser.readConsole(
            file("import a; b; c;\nimport d; import e; class F {} import g;"),
            JavaRegexChecker.INSTANCE);
    assertEquals(
        List.of(
            "(program [(import a a)] [[b]; [c];])",
            "(program [(import d d) (import e e)] [(class - F - [] [])])",
            "(program [(import g g)] [])"),
        parts.stream().map(p -> TreeDump.of(p.program())).toList());
    assertEquals(List.of(), Parser.readConsole(file(" "), JavaRegexChecker.INSTANCE));
  }

  @Test
  void incompleteInputIsKnown() {
    for (String text :
        new String[] {
          "a", "if (a)", "{", "f(1,", "class C { ", "import a", "/* x", "a = ", "do ;"
        }) {
      assertTrue(Parser.isIncomplete(consoleError(text)), text);
    }
    for (String text : new String[] {"a b", "\"a", ")", "/* x */ )", "a; #"}) {
      assertFalse(Parser.isIncomplete(consoleError(text)), text);
    }
  }

  private static Diagnostic consoleError(String text) {
    return assertThrows(
            SourceException.class,
            () -> Parser.readConsole(file(text), JavaRegexChecker.INSTANCE),
            text)
        .first();
  }

  /** The errors, each with its line. */
  private static String allErrors(String text) {
    ParsedProgram parsed = Parser.readAll(file(text), JavaRegexChecker.INSTANCE);
    return Stream.concat(parsed.syntaxErrors().stream(), parsed.modifierErrors().stream())
        .map(d -> d.line() + ": " + d.message().replace("syntax error, unexpected ", ""))
        .collect(Collectors.joining(" | "));
  }

  @Test
  void eachMistakeIsReportedOnce() {
    assertEquals("", allErrors("a = 5; class C { public method m() { return 1; } }"));
    assertEquals("1: ';' | 3: ';'", allErrors("a = ;\nb = 5;\nc = ;"));
    assertEquals(
        "2: identifier, expecting ';' or ',' | 4: T_ASSIGNMENT, expecting ')' | 5: ';'",
        allErrors("a = 1\nb = 2;\nc = 3;\nif (a = 5) {\n  b = ;\n} else { c = 2; }\nd = 3;"));
    assertEquals("2: if | 2: ')'", allErrors("a =\nif (b + ) { c; }\nd;"));
    assertEquals("1: '{', expecting ';' or ','", allErrors("elseif (x) { a; b; }\nc;"));
    assertEquals("1: end of file", allErrors("class C { public method m() { if (a) { b;"));
    assertEquals("2: '}', expecting end of file", allErrors("if (a) { b; }\n}\nc;"));
    assertEquals("2: '}', expecting end of file | 3: ';'", allErrors("if (a) { b; }\n}\nc = ;"));
    assertEquals("1: catch, expecting end of file", allErrors("catch (e f) { a; }\nb;"));
    assertEquals(
        "1: break, expecting case or default", allErrors("switch (a) { break; case 1: b; }"));
    assertEquals("1: T_ASSIGNMENT, expecting ':'", allErrors("switch (a) { case 1 = 2: b; }"));
    assertEquals("1: identifier, expecting '('", allErrors("while a { b; }\nc;"));
    assertEquals("1: T_CLASS", allErrors("{ class C { public property p; } }\na;"));
    assertEquals("1: identifier, expecting '{'", allErrors("try a; catch (e f) { }\nb;"));
    assertEquals("1: ';'", allErrors("if (a) b = ; else c;"));
    assertEquals("1: '*', expecting end of file", allErrors("* a; else b;\nc;"));
    assertEquals("1: ')', expecting ';' or ','", allErrors("for (i) { a; }\nb;"));
    assertEquals("1: ')', expecting identifier", allErrors("try { a; } catch (e) { b; }\nc;"));
    assertEquals("1: import, expecting end of file", allErrors("a; import b, c;\nd;"));
    assertEquals("1: numerical value, expecting identifier", allErrors("class 5 { a; }\nb;"));
    assertEquals("1: end of file, expecting ';' or ','", allErrors("a"));
    assertEquals("1: '}'", allErrors("class C { public method m() { a = } }\nb;"));
  }

  @Test
  void mistakesInMembersDoNotHideTheOtherMembers() {
    String text =
        """
        class C {
          public method m(1) { a = ; }
          method n() { b; }
          public property p q;
          public static public final method o() { c = 5 }
          constant A = 5 + 1;
          public static static property r;
        }
        interface I {
          public method m() { a; }
          public property p;
        }
        """;
    assertEquals(
        "2: numerical value, expecting ')' | 2: ';' | 3: method"
            + " | 4: identifier, expecting T_ASSIGNMENT or ';'"
            + " | 5: '}', expecting ';' or ','"
            + " | 6: '+', expecting ';' | 10: '{', expecting ';'"
            + " | 5: Cannot have multiple visiblity masks | 7: Modifiers can only be set once",
        allErrors(text));
  }

  @Test
  void aClassThatEndsTooEarlyIsOneMistake() {
    assertEquals("1: '}', expecting end of file", allErrors("class C { public method m() {} } }"));
    assertEquals(
        "2: method",
        allErrors("class C { }\n public method n() { a; }\n constant A = 1;\n }\n b;"));
    assertEquals(
        "2: method | 5: '}', expecting end of file",
        allErrors("class C { }\n public method n() { a; }\n constant A = 1;\n }\n }\n b;"));
  }

  @Test
  void manyMistakesTakeLinearTime() {
    int count = 100_000;
    String text = "@ a b;\n) ;\n".repeat(count);
    ParsedProgram parsed = Parser.readAll(file(text), JavaRegexChecker.INSTANCE);
    assertEquals(2 * count, parsed.syntaxErrors().size());
  }

  @Test
  void lexicalMistakesHideNothingButTheirStatement() {
    assertEquals("1: Unknown token: '@'", allErrors("a @ b;\nc;"));
    assertEquals("1: Unknown token: '@' | 2: ';'", allErrors("a; @ b;\nc = ;"));
    assertEquals("1: newline found in string | 2: ';'", allErrors("a = \"b;\nc = ;"));
    assertEquals(
        "1: unknown escape '\\q' in string | 1: unknown escape '\\w' in string",
        allErrors("a = \"\\q\\w\";"));
    assertEquals("1: Unterminated comment", allErrors("if (a) { /* b; }"));
    assertEquals("1: Unknown token: '\"'", allErrors("\"a\": b;"));
    assertEquals("1: Incorrect regex flag found 'q'", allErrors("a = /b/q;"));
  }

  @Test
  void whatIsGoodSurvivesInTheTree() {
    ParsedProgram parsed =
        Parser.readAll(
            file("a; b = ; c; if (d = 5) { e; } else { f; } while (g) { h = ; i; }"),
            JavaRegexChecker.INSTANCE);
    assertEquals(
        "(program [] [[a]; [c]; (if null [e]; [f];) (while g [i]; -)])",
        TreeDump.of(parsed.program()));
  }
}
