package org.jsaffire.stdlib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wildcards of the shell (modules.md 13). */
class WildcardsTest {
  @ParameterizedTest
  @CsvSource({
    "*, abc, true",
    "*, .abc, false",
    ".*, .abc, true",
    "?bc, abc, true",
    "?bc, .bc, false",
    "a*c, abbbc, true",
    "a*c, abbb, false",
    "*a*b*, xxaxxbxx, true",
    "[abc]x, bx, true",
    "[abc]x, dx, false",
    "[a-c]x, cx, true",
    "[!a-c]x, cx, false",
    "[!a-c]x, dx, true",
    "[]]x, ]x, true",
    "[!]]x, ]x, false",
    "[a-]x, -x, true",
    "[abc, [abc, true",
    "[abc, a, false",
    "\\*x, *x, true",
    "\\*x, ax, false",
    "[\\]a]x, ]x, true",
    "é?, éü, true",
    "?, 😀, true",
    "a\\, a, false",
    "[!.]a, .a, false"
  })
  void matchesAsTheShellDoes(String pattern, String name, boolean expected) {
    assertEquals(expected, new Wildcards(pattern).matches(name));
  }

  @Test
  void manyStarsCostNoMoreThanTheProduct() {
    assertFalse(new Wildcards("*a".repeat(2000) + "b").matches("a".repeat(4000)));
  }
}
