package org.jsaffire.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Collectors;
import org.jsaffire.source.Diagnostic;
import org.jsaffire.source.SourceException;
import org.jsaffire.source.SourceFile;
import org.jsaffire.syntax.JavaRegexChecker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The checks of language.md 2.6 and 2.7, and the facts of section 9 about them. */
class ResolverErrorTest {
  private static final String METHOD_START = "class C extends D { public method m(p, q) { ";
  private static final String METHOD_END = " } }";

  private static Resolution resolve(String text) throws SourceException {
    return Resolver.resolve(
        new SourceFile("/x.sf", text), JavaRegexChecker.INSTANCE, ResolverOptions.ROOT);
  }

  private static Diagnostic first(String text) {
    return assertThrows(SourceException.class, () -> resolve(text), text).first();
  }

  private static void check(String text, String message) {
    Diagnostic error = first(text);
    assertEquals(message, error.message(), text);
    assertEquals(Diagnostic.Kind.CHECK, error.kind());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '#',
      value = {
        "break;# We can only break inside a loop",
        "if (a) { break; }# We can only break inside a loop",
        "while (a) {} break;# We can only break inside a loop",
        "foreach (a as b) { foreach (c as d) {} } break;# We can only break inside a loop",
        "while (a) {} else { break; }# We can only break inside a loop",
        "foreach (a as b) {} else break;# We can only break inside a loop",
        "for (;;) { break; } break;# We can only break inside a loop",
        "breakelse;# We can only breakelse inside a loop",
        "while (a) {} else breakelse;# We can only breakelse inside a loop",
        "continue;# We can only continue inside a loop",
        "switch (a) { case 1: continue; }# We can only continue inside a loop",
        "do {} while (a); continue;# We can only continue inside a loop",
        "return;# Cannot use return outside a method",
        "if (a) return 5;# Cannot use return outside a method",
        "switch (a) { default: case 1: default: }# default label already supplied",
        "parent.a;# Cannot use parent outside a method",
        "a = parent;# Cannot use parent outside a method",
        "parent.a = 5;# Cannot use parent outside a method",
        "parent = 5;# Cannot use parent outside a method",
        "parent[1] = 5;# Cannot use parent outside a method",
        "static.a;# Cannot use static outside a method",
        "static = 5;# Cannot use static outside a method",
        "a = f(1, static);# Cannot use static outside a method",
        "5 = a[] + static.b;# Cannot use static outside a method",
        "x[], parent.a = f(static);# Cannot use parent outside a method",
        "return static.a;# Cannot use static outside a method",
        "for (5 = a; b; static.c) {}# Cannot use static outside a method",
        "switch (a[]) { case 1: break; case parent.b: }# Cannot use parent outside a method",
        "while (a[]) { static.b; }# Cannot read from an empty [] subscription",
        "class C { public property a = parent.b; }# Cannot use parent outside a method",
        "class C { public property a = b[] + static.b; }# Cannot use static outside a method",
        "b1 = 7;# Variable is not writable",
        "5 = 3;# Variable is not writable",
        "\"a\" = 3;# Variable is not writable",
        "-a = 3;# Variable is not writable",
        "(a + 1) = 3;# Variable is not writable",
        "f() = 3;# Variable is not writable",
        "a ?? b, (c ?? d) = 3;# Variable is not writable",
        "(a ? b : c) = 3;# Variable is not writable",
        "list[[1]] = 3;# Variable is not writable",
        "self = 3;# Variable is not writable",
        "true = 3;# Variable is not writable",
        "false += 3;# Variable is not writable",
        "null = 3;# Variable is not writable",
        "a\\b = 3;# Variable is not writable",
        "\\a = 3;# Variable is not writable",
        "a = 5 = 3;# Variable is not writable",
        "(a, 5) = 3;# Variable is not writable",
        "(a, (b, true)) = 3;# Variable is not writable",
        "a, null = 3;# Variable is not writable",
        "(a, b) += 3;# Variable is not writable",
        "(a, b) <<= 3;# Variable is not writable",
        "foreach (a as true) {}# Variable is not writable",
        "foreach (a as b, null) {}# Variable is not writable",
        "try {} catch (a false) {}# Variable is not writable",
        "class true {}# Variable is not writable",
        "interface null {}# Variable is not writable",
        "import a as true;# Variable is not writable",
        "import a\\null;# Variable is not writable",
        "class C { public method m(true) {} }# Variable is not writable",
        "x[1..2] = 3;# Cannot write to a [n..m] subscription",
        "x[..] += 3;# Cannot write to a [n..m] subscription",
        "(a, x[1..]) = 3;# Cannot write to a [n..m] subscription",
        "a = x[];# Cannot read from an empty [] subscription",
        "x[];# Cannot read from an empty [] subscription",
        "x[] += 3;# Cannot read from an empty [] subscription",
        "x[][1] = 3;# Cannot read from an empty [] subscription",
        "x[].a = 3;# Cannot read from an empty [] subscription",
        "f(a, -x[]);# Cannot read from an empty [] subscription",
        "foreach (x[] as b) {}# Cannot read from an empty [] subscription",
        "a = b ? c : d[1..e[]];# Cannot read from an empty [] subscription",
        "foo: a; foo: b;# Duplicate label 'foo' found",
        "foo: if (a) { foo: }# Duplicate label 'foo' found",
        "goto foo;# Cannot find label 'foo'",
        "goto foo; while (a) { foo: }# Cannot find label 'foo'",
        "goto foo; do { foo: } while (a);# Cannot find label 'foo'",
        "goto foo; for (;;) { foo: }# Cannot find label 'foo'",
        "goto foo; foreach (a as b) { foo: }# Cannot find label 'foo'",
        "goto foo; switch (a) { case 1: foo: }# Cannot find label 'foo'",
        "goto foo; try { foo: } catch (a b) {}# Cannot find label 'foo'",
        "goto foo; try { } catch (a b) { foo: }# Cannot find label 'foo'",
        "goto foo; try { } catch (a b) {} finally { foo: }# Cannot find label 'foo'",
        "try { goto foo; } catch (a b) { foo: }# Cannot find label 'foo'",
        "try { } catch (a b) { goto foo; } catch (c d) { foo: }# Cannot find label 'foo'",
        "while (a) { goto foo; } while (a) { foo: }# Cannot find label 'foo'",
        "foo: class C { public method m() { goto foo; } }# Cannot find label 'foo'",
        "class C { public method m() { foo: } } goto foo;# Cannot find label 'foo'",
        "import a\\io; import b\\io;# Alias \\io already imported",
        "import io as x, math as x;# Alias \\x already imported",
        "import io as saffire;# Alias \\saffire already imported",
        "import \\saffire;# Alias \\saffire already imported",
        "import a\\saffire;# Alias \\saffire already imported",
      })
  void topLevel(String text, String message) {
    check(text, message);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '#',
      value = {
        "break;# We can only break inside a loop",
        "continue;# We can only continue inside a loop",
        "a = parent;# 'parent' can only be used to access attributes",
        "parent;# 'parent' can only be used to access attributes",
        "f(parent);# 'parent' can only be used to access attributes",
        "parent();# 'parent' can only be used to access attributes",
        "parent[1] = 5;# 'parent' can only be used to access attributes",
        "parent + parent.a;# 'parent' can only be used to access attributes",
        "parent.a = 5;# Cannot store in parent class attributes!",
        "parent.a += 5;# Cannot store in parent class attributes!",
        "(a, parent.b) = 5;# Cannot store in parent class attributes!",
        "a, parent.b = 5;# Cannot store in parent class attributes!",
        "parent = 5;# Variable is not writable",
        "static = 5;# Variable is not writable",
        "self = 5;# Variable is not writable",
        "foo: goto bar;# Cannot find label 'bar'",
      })
  void inMethods(String text, String message) {
    check(METHOD_START + text + METHOD_END, message);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '#',
      value = {
        "public method a(b, b) {}# Argument 'b' is already defined",
        "public method a(string b, ... b) {}# Argument 'b' is already defined",
        "public method a(b = blaat) {}# Incorrect identifier: 'blaat'",
        "public method a(b = True) {}# Incorrect identifier: 'True'",
        "constant A = blaat;# Incorrect identifier: 'blaat'",
        "const A = B;# Incorrect identifier: 'B'",
        "static method a() {}# Methods must define a visibility",
        "final property a;# Methods must define a visibility",
        "abstract method a();# Methods must define a visibility",
        "public abstract method a() {}# Abstract methods cannot have a body",
        "private abstract method a() {}# Abstract methods cannot have a body",
        "private abstract method a();# Abstract methods cannot be private",
        "public method a();# Only abstract methods can omit their body",
        "public abstract method a();# Class 'C' must be abstract to have abstract methods",
        "constant A = 1; constant A = 2;# Constant 'A' has already be defined in class 'C'",
        "public property a; private property a;# Attribute 'a' is already defined in class 'C'",
        "constant a = 1; public property a;# Attribute 'a' is already defined in class 'C'",
        "public method a() {} const a = 1;# Attribute 'a' is already defined in class 'C'",
        "public property a; public method a() {}# Attribute 'a' is already defined in class 'C'",
        "public method a() {} private method a() {}# Method 'a' is already defined in class 'C'",
        "public method a(b) {} public method a(c) {}# Method 'a' is already defined in class 'C'",
        "public method a(s b, c) {} public method a(s c, d = 1) {}# Method 'a' is already defined in class 'C'",
        "public method a(...b) {} public method a(...c) {}# Method 'a' is already defined in class 'C'",
        "public private method a() {}# Cannot have multiple visiblity masks",
        "public public method a() {}# Cannot have multiple visiblity masks",
        "static public static method a() {}# Modifiers can only be set once",
        "final final public method a() {}# Modifiers can only be set once",
        "abstract abstract public method a();# Modifiers can only be set once",
        "static abstract final method a();# Abstract members cannot be made final",
        "final abstract property a;# Abstract members cannot be made final",
        "public static method a() { break; }# We can only break inside a loop",
      })
  void members(String text, String message) {
    check("class C { " + text + " }", message);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '#',
      value = {
        "public class C {}# Classes cannot have a visibility",
        "private interface C {}# Classes cannot have a visibility",
        "final abstract class C {}# Abstract members cannot be made final",
        "abstract final interface C {}# Abstract members cannot be made final",
        "abstract abstract class C {}# Modifiers can only be set once",
        "static static class C {}# Modifiers can only be set once",
        "class C {} class C {}# This class is already defined",
        "class C {} interface C {}# This class is already defined",
        "interface I { static method a(); }# Methods must define a visibility",
        "interface I { final property a; }# Methods must define a visibility",
        "interface I { constant a = 1; constant a = 2; }# Constant 'a' has already be defined in class 'I'",
        "interface I { public method a(b); public method a(c); }# Method 'a' is already defined in class 'I'",
        "interface I { constant a = b; }# Incorrect identifier: 'b'",
      })
  void types(String text, String message) {
    check(text, message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while (a) { break; continue; breakelse; if (b) { break; } }",
        "switch (a) { case 1: break; breakelse; }",
        "while (a) { switch (b) { case 1: continue; } }",
        "while (a) { while (b) {} else { break; } }",
        "for (;;) { do { break; } while (a); foreach (b as c) continue; break; }",
        "try { while (a) { try { break; } catch (b c) { continue; } finally { break; } } } catch (d e) {}",
        "goto foo; foo:",
        "foo: goto foo;",
        "if (a) { goto foo; } else { foo: }",
        "goto foo; { { foo: } }",
        "goto foo; while (a) {} else { foo: }",
        "while (a) { goto foo; foo: { goto foo; } }",
        "while (a) { switch (b) { case 1: goto foo; } } foo:",
        "switch (a) { case 1: goto foo; default: foo: }",
        "foo: try { goto foo; } catch (a b) { goto foo; } finally { goto foo; }",
        "foo: a; class C { public method m() { goto foo; foo: } }",
        "foo = 5; class bar {} bar = 6; import_ = 7;",
        "x[] = 1; x[i] += 2; (a, x[], b.c) = y; a, x[] = 1;",
        "a = b = c[] = d.e = 5;",
        "class C { public method m() { return parent.a + static.b + parent.c().d + self.e; } }",
        "class C { public method m() { parent.a.b = 5; parent.c[1] = 6; static.d = 7; self.e = 8; } }",
        "class C { public static method m() { return; } }",
        "abstract class C { public abstract method a(); protected static final method b() {} }",
        "static class C {} final static class D {} abstract interface I {} final interface J {}",
        "class C { public final static property a; abstract public property b; }",
        "class C { public method a() {} public method a(b) {} public method a(s b) {} public method a(...b) {} public method a(s ... b) {} }",
        "class C { constant A = true; constant B = null; public method m(a = false, b = /x/, c = 1.5) {} }",
        "interface I { abstract private method a(); public final static method b(); public property c; constant D = 1; }",
        "import io; import io; import io as io, \\io; import saffire; import \\saffire\\saffire;",
        "import a\\io; io = 5; class io {}",
        "self.a; a = self; self.b = 5;",
        "5; a; foo().bar(); \"x\";",
      })
  void theseAreFine(String text) throws Exception {
    resolve(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "5 = 3; class C { public public method m() {} }# Variable is not writable",
        "class C { public public method m() {} } 5 = 3;# Cannot have multiple visiblity masks",
        "public class C { public public method m() {} }# Classes cannot have a visibility",
        "static static public class C {}# Modifiers can only be set once",
        "class C { public method m() { 5 = 3; } static static public property p; }# Variable is not writable",
        "class C { public public method m(a, a) {} }# Cannot have multiple visiblity masks",
        "class C { static method m(a, a) {} }# Argument 'a' is already defined",
        "class C { static method m() { 5 = 3; } }# Methods must define a visibility",
        "class C {} class C { constant A = b; }# This class is already defined",
        "goto foo; 5 = 3;# Cannot find label 'foo'",
        "5 = 3; goto foo;# Variable is not writable",
        "5 = 3; static.x;# Variable is not writable",
        "5 = 3; a b;# syntax error, unexpected identifier, expecting ';' or ','",
        "class C { public public method m() {} } @# Unknown token: '@'",
      })
  void theFirstErrorInTheOrderOfTheChecks(String text, String message) {
    assertEquals(message, first(text).message());
  }

  @Test
  void linesAreThoseOfTheConstruct() {
    assertEquals(3, first("class C {}\n\nclass C {}").line());
    assertEquals(2, first("foo:\nfoo:").line());
    assertEquals(2, first("a;\ngoto\nfoo;").line());
    assertEquals(2, first("import a\\io;\nimport b\\io;").line());
    assertEquals(3, first("class C {\npublic\nprivate\nmethod m() {} }").line());
    assertEquals(2, first("class C {\nstatic\nmethod m() {} }").line());
    assertEquals(3, first("class C {\npublic method m(a,\na) {} }").line());
    assertEquals(2, first("(a,\n5) = 3;").line());
    assertEquals(2, first("switch (a) { default:\ndefault: }").line());
    assertEquals(
        "Fatal error: We can only break inside a loop, found in /x.sf on line 2",
        first("\nbreak;").text());
  }

  @Test
  void aliasesAreComparedByTheNamespaceOfTheFile() throws Exception {
    ResolverOptions options = ResolverOptions.forFile("\\foo");
    SourceFile same =
        new SourceFile("/x.sf", "import io; import \\foo\\io; import saffire; import a as b;");
    Resolution resolution = Resolver.resolve(same, JavaRegexChecker.INSTANCE, options);
    assertEquals(
        List.of(
            new ImportAlias("saffire", 0, "\\saffire\\saffire", "\\saffire\\saffire"),
            new ImportAlias("io", 1, "\\foo\\io", "io"),
            new ImportAlias("b", 2, "\\foo\\a", "a")),
        resolution.imports());
    SourceFile other = new SourceFile("/x.sf", "import io; import \\io;");
    SourceException e =
        assertThrows(
            SourceException.class,
            () -> Resolver.resolve(other, JavaRegexChecker.INSTANCE, options));
    assertEquals("Alias \\io already imported", e.first().message());
  }

  private static String all(String text) {
    SourceFile file = new SourceFile("/x.sf", text);
    return Resolver.check(file, JavaRegexChecker.INSTANCE, ResolverOptions.ROOT).stream()
        .map(d -> d.line() + ": " + d.message())
        .collect(Collectors.joining("\n", "", "\n"));
  }

  @Test
  void allErrorsAreListedInSourceOrder() {
    assertEquals(
        """
        1: Alias \\x already imported
        2: Cannot use return outside a method
        2: Variable is not writable
        3: syntax error, unexpected ';'
        4: Classes cannot have a visibility
        5: Modifiers can only be set once
        6: Argument 'a' is already defined
        7: 'parent' can only be used to access attributes
        7: Variable is not writable
        9: Methods must define a visibility
        9: Constant 'A' has already be defined in class 'C'
        9: Incorrect identifier: 'b'
        11: Cannot use static outside a method
        11: Variable is not writable
        11: Cannot read from an empty [] subscription
        """,
        all(
            """
            import a as x, b as x;
            return 5; 5 = 3;
            a = ;
            public class C {
              static public static property p;
              public method m(a, a) {
                f(parent); self = 5;
              }
              static method n() {} constant A = 1; constant A = b;
            }
            static.a = 5; 5 = x[];
            """));
  }

  @Test
  void labelsAreNotMissedWhereStatementsAre() {
    assertEquals("1: syntax error, unexpected ';'\n", all("goto foo; { a = ; foo: }"));
    assertEquals("1: syntax error, unexpected ';', expecting ':'\n", all("goto foo; a ? foo;"));
    assertEquals("1: Cannot find label 'foo'\n", all("goto foo;"));
    assertEquals("\n", all("goto foo; foo:"));
  }
}
