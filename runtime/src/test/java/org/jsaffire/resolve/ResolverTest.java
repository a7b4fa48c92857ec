package org.jsaffire.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.jsaffire.source.SmallStack;
import org.jsaffire.source.SourceException;
import org.jsaffire.source.SourceFile;
import org.jsaffire.syntax.Expression;
import org.jsaffire.syntax.JavaRegexChecker;
import org.jsaffire.syntax.Statement;
import org.jsaffire.syntax.TypeDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResolverTest {
  private static Resolution resolve(String text) throws SourceException {
    return resolve(text, ResolverOptions.ROOT);
  }

  private static Resolution resolve(String text, ResolverOptions options) throws SourceException {
    return Resolver.resolve(new SourceFile("/x.sf", text), JavaRegexChecker.INSTANCE, options);
  }

  /** The bindings of all names outside methods, or in the first method, in source order. */
  private static String bindings(Resolution resolution, Statement part) {
    return NameFinder.namesIn(part).stream()
        .map(resolution::binding)
        .map(ResolverTest::show)
        .collect(Collectors.joining(" "));
  }

  private static String show(Binding binding) {
    String slots =
        switch (binding.kind()) {
          case LOCAL ->
              "L"
                  + binding.localSlot()
                  + (binding.globalSlot() < 0 ? "" : "/G" + binding.globalSlot());
          case GLOBAL -> "G" + binding.globalSlot();
          case BUILT_IN -> "B";
        };
    return binding.name() + ":" + slots + (binding.definitelyAssigned() ? "!" : "");
  }

  private static TypeDefinition.Method method(Resolution resolution) {
    return resolution.program().statements().stream()
        .filter(TypeDefinition.class::isInstance)
        .flatMap(s -> ((TypeDefinition) s).members().stream())
        .filter(TypeDefinition.Method.class::isInstance)
        .map(TypeDefinition.Method.class::cast)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void globalsAreNumberedInSourceOrder() throws Exception {
    Resolution r =
        resolve(
            """
            import io, a\\b as c;
            x = y;
            class D { public method m() { z = 1; } }
            if (x) { foreach (x as k, v) (p, (q, r.s)) = 1; } else { t, u = 1, 2; }
            interface I {}
            for (i = j = 0; w = 1; x += 1) try {} catch (E e) { io = 5; }
            """);
    assertEquals(
        List.of(
            "saffire", "io", "c", "x", "D", "k", "v", "p", "q", "t", "u", "I", "i", "j", "w", "e"),
        r.globals());
    assertEquals(4, r.globalSlot("D"));
    assertEquals(-1, r.globalSlot("y"));
    assertEquals(-1, r.globalSlot("z"));
    assertEquals(
        List.of(
            new ImportAlias("saffire", 0, "\\saffire\\saffire", "\\saffire\\saffire"),
            new ImportAlias("io", 1, "\\io", "io"),
            new ImportAlias("c", 2, "\\a\\b", "a\\b")),
        r.imports());
    assertEquals(new FunctionScope(List.of(), 0), r.topLevel());
  }

  @Test
  void localsAreTheParametersAndWhatIsAssigned() throws Exception {
    Resolution r =
        resolve(
            """
            g = 1;
            class C { public method m(string a, b, ...c) {
              d = a; g += g; foreach (h as k, v) { b = v; }
              try { (e, f[0]) = i; } catch (E x) { y, d = 1; }
              for (j = 0; l = 1; n = 2) { self.o = C; q(r); }
            } }
            """);
    assertEquals(
        new FunctionScope(
            List.of("a", "b", "c", "d", "g", "k", "v", "e", "x", "y", "j", "l", "n"), 3),
        r.scope(method(r)));
  }

  @Test
  void aNameIsLookedUpInTheMethodThenTheFileThenTheBuiltIns() throws Exception {
    Resolution r =
        resolve(
            """
            import io;
            g = 1;
            class C { public method m(p) { io.print(g, p, l, saffire, C, string, true, g2); l = g; } }
            g2 = g;
            """);
    assertEquals(
        "io:G1 g:G2 p:L0! l:L1 saffire:G0 C:G3 string:B true:B g2:G4 l:L1 g:G2",
        bindings(r, method(r).body()));
    assertEquals("g:G2", bindings(r, r.program().statements().get(0)));
    assertEquals("g2:G4 g:G2!", bindings(r, r.program().statements().get(2)));
  }

  @Test
  void anAssignedNameHidesTheGlobalOnlyFromItsFirstAssignment() throws Exception {
    Resolution r = resolve("g = 1; class C { public method m() { a = g; g = a; b = g; } }");
    assertEquals("a:L0 g:L1/G1 g:L1/G1 a:L0! b:L2 g:L1/G1!", bindings(r, method(r).body()));
  }

  @Test
  void initialisersReadGlobals() throws Exception {
    Resolution r = resolve("a = 1; class C { public property p = a + b + C; } b = 2;");
    var property =
        (TypeDefinition.Property)
            ((TypeDefinition) r.program().statements().get(1)).members().get(0);
    assertEquals(
        "a:G1! b:G3 C:G2",
        NameFinder.namesIn(property.initial()).stream()
            .map(r::binding)
            .map(ResolverTest::show)
            .collect(Collectors.joining(" ")));
  }

  @Test
  void typeNamesAreNeverLocal() throws Exception {
    Resolution r =
        resolve(
            """
            import A;
            class C extends A implements B, x\\D {
              public method m(A a, string s, \\y\\E e) { A = 1; try {} catch (A b) {} catch (F f) {} }
            }
            """,
            ResolverOptions.forFile("\\n"));
    var definition = (TypeDefinition.ClassDefinition) r.program().statements().get(0);
    assertEquals("A:G1", show(r.typeBinding(definition.parent())));
    assertEquals("B:B", show(r.typeBinding(definition.interfaces().get(0))));
    assertNull(r.typeBinding(definition.interfaces().get(1)));
    assertEquals("\\n\\x\\D", r.absolute(definition.interfaces().get(1)));
    TypeDefinition.Method method = method(r);
    assertEquals("A:G1", show(r.typeBinding(method.parameters().get(0).hint())));
    assertEquals("string:B", show(r.typeBinding(method.parameters().get(1).hint())));
    assertEquals("\\y\\E", r.absolute(method.parameters().get(2).hint()));
    var attempt = (Statement.Try) method.body().statements().get(1);
    assertEquals("A:G1", show(r.typeBinding(attempt.catches().get(0).type())));
    assertEquals("F:B", show(r.typeBinding(attempt.catches().get(1).type())));
    assertEquals("b:L4", show(r.binding(attempt.catches().get(0).variable())));
    assertEquals("\\n", r.namespace());
  }

  /** Each text is the body of a method with the parameter p; the last read of x is looked at. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "x = 1; f(x);, true",
    "f(x); x = 1;, false",
    "x += 1; f(x);, true",
    "if (p) x = 1; f(x);, false",
    "if (p) x = 1; else x = 2; f(x);, true",
    "if (p) x = 1; else return; f(x);, true",
    "if (p) x = 1; else if (p) throw p; else { x = 2; } f(x);, true",
    "if (p) x = 1; else if (p) x = 2; f(x);, false",
    "while (p) x = 1; f(x);, false",
    "while (p) { x = 1; f(x); }, true",
    "while (p) { f(x); x = 1; }, false",
    "while (p) {} else { x = 1; } f(x);, false",
    "do { x = 1; } while (f(x));, false",
    "for (x = 1; f(x); ) {}, true",
    "for (; p; x = 1) { f(x); }, false",
    "for (x = 1; p; ) {} f(x);, true",
    "for (; x = p; ) {} f(x);, true",
    "foreach (p as x) f(x);, true",
    "foreach (p as x) {} f(x);, false",
    "foreach (p as x) {} else f(x);, false",
    "switch (p) { case 1: x = 1; default: x = 2; } f(x);, false",
    "switch (p) { case 1: x = 1; f(x); }, true",
    "switch (p) { case 1: x = 1; case 2: f(x); }, false",
    "try { x = 1; } catch (e y) { x = 2; } f(x);, true",
    "try { x = 1; } catch (e y) { } f(x);, false",
    "try { x = 1; } catch (e y) { return; } f(x);, true",
    "try { x = 1; } catch (e y) { f(x); }, false",
    "try { } catch (e x) { f(x); }, true",
    "try { } catch (e y) { } finally { x = 1; } f(x);, true",
    "try { x = 1; } catch (e y) { x = 2; } finally { f(x); }, false",
    "x = 1; l: f(x); goto l;, false",
    "l: x = 1; f(x); goto l;, true",
    "x = x;, false",
    "(x) = 1; f(x);, true",
    "'(x, y) = x;', false",
    "'(y, (x, z)) = 1; f(x);', true",
    "'y, x = 1, 2; f(x);', true",
    "y = x = 1; f(x);, true",
    "{ x = 1; } f(x);, true",
  })
  void definiteAssignment(String body, boolean assigned) throws Exception {
    Resolution inMethod = resolve("class C { public method m(p) { " + body + " } }");
    assertEquals(assigned, lastRead(inMethod, method(inMethod).body()));
    if (!body.contains("return")) {
      Resolution atTop = resolve(body);
      assertEquals(
          assigned, lastRead(atTop, new Statement.Block(atTop.program().statements(), 0, 0)));
    }
  }

  private static boolean lastRead(Resolution resolution, Statement part) {
    List<Expression.Name> reads =
        NameFinder.namesIn(part).stream().filter(n -> n.name().equals("x")).toList();
    return resolution.binding(reads.get(reads.size() - 1)).definitelyAssigned();
  }

  @Test
  void aliasesAndWhatMethodsSeeAreNotAssigned() throws Exception {
    Resolution r =
        resolve(
            "import io; io; class C { public method m() { return (C, io, saffire); } } C; io = 1; io;");
    assertEquals("C:G2 io:G1 saffire:G0", bindings(r, method(r).body()));
    assertEquals("io:G1", bindings(r, r.program().statements().get(0)));
    assertEquals("C:G2!", bindings(r, r.program().statements().get(2)));
    assertEquals("io:G1!", bindings(r, r.program().statements().get(4)));
  }

  @Test
  void aConsoleKeepsItsSlots() throws Exception {
    Resolution first = resolve("import io; a = 1;", ResolverOptions.forConsole(List.of()));
    assertEquals(List.of("saffire", "io", "a"), first.globals());
    Resolution second =
        resolve(
            "import x as io; b = a; class C { public method m(H h) { c = d; string; true; } }",
            ResolverOptions.forConsole(first.globals()));
    assertEquals(
        List.of("saffire", "io", "a", "b", "C", "H", "c", "d", "string"), second.globals());
    assertEquals(List.of(new ImportAlias("io", 1, "\\x", "x")), second.imports());
    assertEquals("b:G3 a:G2", bindings(second, second.program().statements().get(0)));
    assertEquals("c:L1/G6 d:G7 string:G8 true:B", bindings(second, method(second).body()));
    assertEquals("H:G5", show(second.typeBinding(method(second).parameters().get(0).hint())));
    Resolution third =
        resolve("class C {} d = e; f;", ResolverOptions.forConsole(second.globals()));
    assertEquals(second.globals(), third.globals());
    assertEquals("d:G7 e:B", bindings(third, third.program().statements().get(1)));
  }

  @Test
  void namesOfOtherProgramsAreUnknown() throws Exception {
    Resolution r = resolve("a;");
    assertThrows(IllegalStateException.class, () -> r.binding(new Expression.Name("a", 0, 1)));
  }

  @Test
  void longAndDeepProgramsAreResolved() throws Exception {
    for (String text :
        new String[] {
          "a = b" + " + (b + c)".repeat(20_000) + ";",
          "a" + ".b(1)[2]".repeat(20_000) + ";",
          "a = " + "(1, ".repeat(990) + "b" + ")".repeat(990) + ";",
          "(a, ".repeat(990) + "b" + ")".repeat(990) + " = 1;",
          "a = ".repeat(990) + "1;",
          "a = " + "-(b | c ^ d & e == f << g + h * ".repeat(490) + "i" + ")".repeat(490) + ";",
          "if (a) {}" + " else if (a) { b = 1; }".repeat(5000),
          "{".repeat(990) + "a = 1;" + "}".repeat(990),
          "class C { public method m() {" + " a = b + 1;".repeat(20_000) + "} }",
        }) {
      assertTrue(
          SmallStack.call(() -> resolve(text)).globals().size() > 1 || text.contains("b(1)"));
      SourceFile file = new SourceFile("/x.sf", text);
      assertEquals(
          List.of(),
          SmallStack.call(
              () -> Resolver.check(file, JavaRegexChecker.INSTANCE, ResolverOptions.ROOT)));
    }
    String late = "a = b" + " + b".repeat(20_000) + " + static;";
    SourceException e = assertThrows(SourceException.class, () -> resolve("5 = " + late));
    assertEquals("Cannot use static outside a method", e.first().message());
    assertFalse(e.getMessage().isEmpty());
  }
}
