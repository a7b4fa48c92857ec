package org.jsaffire.sapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CgiNamesTest {
  private final Map<String, String> variables = new LinkedHashMap<>();

  @Test
  void namesAreUpperCaseWithUnderscores() {
    CgiNames.addHeader(variables, "Accept-Language", "nl");
    assertEquals(Map.of("HTTP_ACCEPT_LANGUAGE", "nl"), variables);
  }

  @Test
  void repeatedHeadersAreJoined() {
    CgiNames.addHeader(variables, "Accept", "a");
    CgiNames.addHeader(variables, "accept", "b");
    CgiNames.addHeader(variables, "Cookie", "x=1");
    CgiNames.addHeader(variables, "Cookie", "y=2");
    assertEquals(Map.of("HTTP_ACCEPT", "a, b", "HTTP_COOKIE", "x=1; y=2"), variables);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Proxy", "proxy", "Content-Type", "Content-Length", "X_Forwarded_For", "a b", ""})
  void headersWithoutAVariable(String name) {
    CgiNames.addHeader(variables, name, "v");
    assertEquals(Map.of(), variables);
  }

  @Test
  void charactersThatStandForBytesBecomeText() {
    assertEquals("\u00e9\udcff", CgiNames.rawText("\u00c3\u00a9\u00ff"));
    assertEquals("\u20ac\u00e9", CgiNames.rawText("\u20ac\u00e9"));
    assertEquals("\u00c3\u00a9\u00ff", CgiNames.latin1("\u00e9\udcff"));
  }
}
