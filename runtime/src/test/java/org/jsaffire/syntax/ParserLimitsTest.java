package org.jsaffire.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.jsaffire.source.Diagnostic;
import org.jsaffire.source.Nesting;
import org.jsaffire.source.SmallStack;
import org.jsaffire.source.SourceException;
import org.jsaffire.source.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deep and long programs, on a thread with the stack of a small container. */
class ParserLimitsTest {
  /** The first error of a program, or null. */
  private static Diagnostic parse(String text) throws Exception {
    return SmallStack.call(
        () -> {
          SourceFile file = new SourceFile("/x.sf", text);
          Diagnostic error = null;
          try {
            Parser.parse(file, JavaRegexChecker.INSTANCE);
          } catch (SourceException e) {
            error = e.first();
          }
          int errors = Parser.readAll(file, JavaRegexChecker.INSTANCE).syntaxErrors().size();
          assertEquals(error == null ? 0 : 1, errors);
          return error;
        });
  }

  @ParameterizedTest(name = "{0}{1}{2}")
  @CsvSource(
      delimiter = '#',
      value = {
        "a = # ( # 1 # ) # ; # 1",
        "a = # f( # 1 # ) # ; # 1",
        "a = # x[ # 1 # ] # ; # 1",
        "a = # x[..  # 1 # ] # ; # 1",
        "a = # list[[ # 1 # ]] # ; # 1",
        "a = # (1, # 1 # ) # ; # 1",
        "a = # - # b # `` # ; # 1",
        "a = # !~ # b # `` # ; # 2",
        "a = # b ?? # b # `` # ; # 1",
        "a = # b ? c : # d # `` # ; # 1",
        "a = # b ? # c # : d # ; # 1",
        "`` # a = # b # `` # ; # 1",
        "a = # -(1 \\| 2 ^ 3 & 4 == 5 << 6 + 7 * # 1 # ) # ; # 2",
        "`` # { # `` # } # `` # 1",
        "`` # if (a) # ; # `` # `` # 1",
        "`` # if (a) { # `` # } # `` # 2",
        "`` # if (a) ; else while (b) # ; # `` # `` # 2",
        "`` # do # ; # while (1); # `` # 1",
        "`` # switch (a) { case 1: # `` # } # `` # 1",
        "`` # try { # `` # } catch (e f) {} # `` # 1",
        "`` # for (;;) foreach (a as b) # ; # `` # `` # 2",
      })
  void nestingIsLimited(
      String before, String open, String core, String close, String after, int levels)
      throws Exception {
    String inner = core.equals("``") ? "" : core;
    int most = (Nesting.LIMIT - 1) / levels;
    for (int count : new int[] {most - 1, most + 2, 50 * Nesting.LIMIT}) {
      String text =
          plain(before)
              + (plain(open) + " ").repeat(count)
              + inner
              + (" " + plain(close)).repeat(count)
              + plain(after);
      Diagnostic error = parse(text);
      if (count < most) {
        assertNull(error, () -> error.text());
      } else {
        assertNotNull(error);
        assertEquals("Code is nested too deeply", error.message());
        assertEquals(Diagnostic.Kind.CHECK, error.kind());
      }
    }
  }

  private static String plain(String column) {
    return column.equals("``") ? "" : column.replace("\\|", "|");
  }

  @ParameterizedTest(name = "{0}{1}{2}")
  @CsvSource(
      delimiter = '#',
      value = {
        "a = b # + b # ;",
        "a = b # && b # ;",
        "a = b # not in b # ;",
        "a = b # == c * 2 # ;",
        "a # .b(1) # ;",
        "a # [1] # ;",
        "a # [1..2] # ;",
        "a # [[1]] # ;",
        "a = list[[ # 1, # ]];",
        "a = hash[[ # 1: 2, # ]];",
        "f(a # , a # );",
        "(a # , a # );",
        "a # , a # ;",
        "a # , a # = 1;",
        "a = b # \\\\b # ;",
        "if (a) ; # else if (b) ; # else ;",
        "class C { public method m() { # a = b + 1; # } }",
        "class C { # public method m() {} # }",
        "switch (a) { # case 1: b; # }",
        "try {} # catch (a b) {} # finally {}",
        "a = 1 # /**/ # ;",
        "import a # , a # ;",
      })
  void lengthIsNotLimited(String before, String repeated, String after) throws Exception {
    Diagnostic error =
        parse(before + (repeated.replace("\\\\", "\\") + "\n").repeat(50_000) + after);
    assertNull(error, () -> error.text());
  }

  @Test
  void anErrorInDeepCodeIsFound() throws Exception {
    assertEquals(
        "syntax error, unexpected ';', expecting ',' or ')'",
        parse("a = " + "(".repeat(500) + "1" + ")".repeat(499) + ";").message());
  }

  @Test
  void manyErrorsInDeepCodeAreFound() {
    String text = "{".repeat(900) + "a = ; b = ;" + "}".repeat(900) + "c = ;";
    List<Diagnostic> errors =
        Parser.readAll(new SourceFile("/x.sf", text), JavaRegexChecker.INSTANCE).syntaxErrors();
    assertEquals(3, errors.size());
  }
}
