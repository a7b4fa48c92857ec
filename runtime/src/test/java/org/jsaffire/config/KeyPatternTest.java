package org.jsaffire.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyPatternTest {
  @ParameterizedTest
  @CsvSource({
    "a, a, true",
    "a, b, false",
    "'', '', true",
    "'', a, false",
    "*, '', true",
    "*, web.max_body, true",
    "web.*, web.max_body, true",
    "*.path, fastcgi.pid.path, true",
    "*.path, fastcgi.path.x, false",
    "w?b.*, web.a, true",
    "?, '', false",
    "[wx]eb, web, true",
    "[wx]eb, yeb, false",
    "[!wx]eb, yeb, true",
    "[!wx]eb, web, false",
    "[a-c]x, bx, true",
    "[a-c]x, dx, false",
    "[]a]x, ]x, true",
    "[a-]x, -x, true",
    "[ab, '[ab', true",
    "a*b*c, aXbYbZc, true",
    "a*b*c, aXbYb, false"
  })
  void matchesTheWholeText(String pattern, String text, boolean matches) {
    assertEquals(matches, new KeyPattern(pattern).matches(text));
  }

  @Test
  void manyStarsEndInTime() {
    String pattern = "a*".repeat(50) + "b";
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> assertFalse(new KeyPattern(pattern).matches("a".repeat(20_000))));
  }
}
