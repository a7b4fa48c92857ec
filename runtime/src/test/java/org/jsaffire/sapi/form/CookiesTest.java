package org.jsaffire.sapi.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CookiesTest {
  @Test
  void piecesWithoutANameAreSkipped() {
    assertEquals(
        List.of(new FormField("a", "1"), new FormField("b", "x=y"), new FormField("c", "")),
        Cookies.parse(" a=1;b = x=y ;; none; =2;c="));
    assertEquals(List.of(), Cookies.parse(null));
    assertEquals(List.of(), Cookies.parse(""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "plain", "a b;c,d\"e\\f%41", "\u00fc\ud83d\ude00", "\r\n\0"})
  void anyValueSurvives(String value) {
    String header = "n=" + Cookies.encode(value);
    assertEquals(List.of(new FormField("n", value)), Cookies.parse(header));
    assertEquals(
        -1, header.chars().filter(c -> c <= ' ' || c == ';' || c > 126).findAny().orElse(-1));
  }
}
