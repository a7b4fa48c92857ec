package org.jsaffire.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.jsaffire.source.SmallStack;
import org.jsaffire.source.SourceException;
import org.jsaffire.source.SourceFile;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreePrinterTest {
  private static Program parse(String text) throws SourceException {
    return Parser.parse(new SourceFile("/x.sf", text), (pattern, flags) -> null);
  }

  /** These texts are canonical. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "import io;\nimport \\a\\b as c;\nio.print(c);\n",
        "a = b += -5, c = - 5;\n",
        "a = (b + c) * (d * e) - (f - g);\n",
        "a = b * c * d + e - f;\n",
        "a = -b.c - (-b).c - -5.c - - 5.c - --d;\n",
        "a = (b ? c : d) ? e ? f : g : h ? i : j;\n",
        "a = (b ?? c) ?? d ?? e ? f ?? g : h;\n",
        "a = (b || c) && d || e && (f || g);\n",
        "a = (b + c).d(1, ...e)[1..2][..][x..][[1: 2, 3]][4](...f);\n",
        "a = x? ? y? : z? ?? w?;\n",
        "a = b not in c in not;\n",
        "a[] = (b, c) = (d,);\n",
        "a, b.c, d[0] = 1, 2;\n",
        "(/x/i).y(/z/) = 1;\n",
        "\"a\\n\\t\\r\\\"'\\\\\\u{0}é\\u{feff}\".b();\n",
        "l:\n;\ngoto l;\n{}\n{\n    5;\n}\n",
        "if (a) {\n    b;\n} else if (c) {\n    d;\n} else {\n    e;\n}\n",
        "while (a) {} else {\n    b;\n}\ndo {\n    c;\n} while (d);\n",
        "for (a = 1, b; c; d) {}\nfor (; ; ) {}\nforeach (a as k, v) {} else {}\n",
        "switch (a) {\n    case 1:\n    default:\n        b;\n        break;\n}\n",
        "try {} catch (a\\b c) {} catch (d e) {} finally {}\n",
        "throw a;\nreturn;\nreturn a;\nbreak;\nbreakelse;\ncontinue;\n",
        "class C {}\nstatic abstract class D extends \\E implements F, G\\H {}\n",
        """
        class C {
            constant b1 = 1.50;
            protected static property p = a + 1;
            private property q;
            public method m(a, string b = "x", \\H c = null, d ...e) {
                return self;
            }
            public abstract method n();
        }
        interface I inherits J {
            public method m(...a);
            public property p;
        }
        """,
      })
  void canonicalTextStaysAsItIs(String text) throws Exception {
    assertEquals(text, TreePrinter.print(parse(text)));
  }

  @Test
  void superfluousTextVanishes() throws Exception {
    assertEquals(
        "a = b + 100;\nif (c) {\n    d;\n}\nconst = 5.0;\n",
        TreePrinter.print(parse("(a) = ((b) + 0x64); if (c) d; // x\nconst = 5.0;")));
    assertEquals("list[[1]]", TreePrinter.print(expression("list [ [ (1), ] ]")));
  }

  private static Expression expression(String text) throws SourceException {
    return Parser.expression(
        new SourceFile("/x.sf", text), 0, text.length(), (pattern, flags) -> null);
  }

  @RepeatedTest(500)
  void whatIsPrintedParsesToTheSameTree() throws Exception {
    long seed = new Random().nextLong();
    Program program = new ProgramGenerator(new Random(seed)).program();
    String text = TreePrinter.print(program);
    Program parsed;
    try {
      parsed = parse(text);
    } catch (SourceException e) {
      throw new AssertionError("seed " + seed + ": " + e.getMessage() + "\n" + text, e);
    }
    assertEquals(TreeDump.of(program), TreeDump.of(parsed), () -> "seed " + seed + "\n" + text);
    assertEquals(text, TreePrinter.print(parsed), () -> "seed " + seed);
  }

  @Test
  void longAndDeepTreesArePrinted() throws Exception {
    for (String text :
        new String[] {
          "a = b" + " + (b + c)".repeat(20_000) + ";\n",
          "a" + ".b(1)".repeat(20_000) + ";\n",
          "a = " + "(1, ".repeat(990) + "b" + ")".repeat(990) + ";\n",
          "a = " + "!".repeat(990) + "b;\n",
          "a = " + "-(b | c ^ d & e == f << g + h * ".repeat(490) + "i" + ")".repeat(490) + ";\n",
          "if (a) {}" + " else if (a) {}".repeat(5000) + "\n",
        }) {
      assertEquals(text, SmallStack.call(() -> TreePrinter.print(parse(text))));
    }
  }
}
