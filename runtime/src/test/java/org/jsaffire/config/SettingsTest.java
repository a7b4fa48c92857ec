package org.jsaffire.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  private static Settings of(String value) {
    return new Settings(Map.of("k", value));
  }

  @Test
  void absentAndEmptyKeysHaveTheirDefault() {
    for (Settings settings : List.of(new Settings(Map.of()), of(""), of("  "))) {
      assertEquals("d", settings.text("k", "d"));
      assertEquals("a", settings.choice("k", "a", "a", "b"));
      assertTrue(settings.flag("k", true));
      assertEquals(7, settings.size("k", 7, 0, 10));
      assertEquals(7, settings.seconds("k", 7));
      assertEquals(List.of(), settings.directories("k", List.of()));
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "64K, 65536", "64k, 65536", "16M, 16777216", "2G, 2147483648", "12, 12"})
  void sizes(String value, long bytes) {
    assertEquals(bytes, of(value).size("k", -1, 0, 1L << 40));
  }

  @ParameterizedTest
  @ValueSource(strings = {"K", "-1", "1.5M", "12 K", "many", "99999999999999G", "5T"})
  void wrongSizes(String value) {
    ConfigException e =
        assertThrows(ConfigException.class, () -> of(value).size("k", 0, 0, 1L << 40));
    assertEquals(
        "configuration key 'k' has the value '"
            + value
            + "', allowed: a size from 0 to 1099511627776, such as 65536 or 64K",
        e.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1000", "0.25, 250", "60s, 60000"})
  void seconds(String value, long millis) {
    assertEquals(millis, of(value).seconds("k", -1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "soon", "1.2345", "1e3", "9999999"})
  void wrongSeconds(String value) {
    assertThrows(ConfigException.class, () -> of(value).seconds("k", 0));
  }

  @Test
  void booleansAndChoices() {
    assertTrue(of("YES").flag("k", false));
    assertFalse(of("disabled").flag("k", true));
    assertThrows(ConfigException.class, () -> of("maybe").flag("k", true));
    ConfigException e =
        assertThrows(ConfigException.class, () -> of("c").choice("k", "a", "a", "b"));
    assertEquals("configuration key 'k' has the value 'c', allowed: a, b", e.getMessage());
  }

  @Test
  void directoriesMustExistAndBeAbsolute(@TempDir Path a, @TempDir Path b) {
    assertEquals(List.of(a, b), of(a + File.pathSeparator + b).directories("k", List.of()));
    assertThrows(ConfigException.class, () -> of("target").directories("k", List.of()));
    assertThrows(ConfigException.class, () -> of("/no/such").directories("k", List.of()));
    assertThrows(
        ConfigException.class, () -> of(a + File.pathSeparator).directories("k", List.of()));
  }

  @Test
  void unknownKeysAreNamed() {
    of("v").requireKnown(Set.of("k"));
    ConfigException e =
        assertThrows(ConfigException.class, () -> of("v").requireKnown(Set.of("m", "l")));
    assertEquals("unknown configuration key 'k' with the value 'v', known: l, m", e.getMessage());
  }

  @Test
  void keysHaveSeveralNames() {
    Settings settings =
        new Settings(
            Map.of("intl.locale", "nl_NL", "mode", "production"),
            Map.of("SAFFIRE_WEB_MAX_BODY", "1M"));
    assertEquals("nl_NL", settings.value("global.locale"));
    assertEquals("nl_NL", settings.value("intl.locale"));
    assertEquals("production", settings.value("global.mode"));
    assertEquals("1M", settings.value("web.max_body"));
    assertNull(settings.value("web.max_upload"));
    assertEquals(Set.of("global.locale", "global.mode", "web.max_body"), settings.keys());
  }

  @Test
  void keysKeepTheirOrder() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("z.a", "1");
    values.put("b", "2");
    values.put("a.c", "");
    assertEquals(List.of("z.a", "global.b", "a.c"), List.copyOf(new Settings(values).keys()));
  }

  @Test
  void pathsAreAbsolute() {
    assertNull(new Settings(Map.of()).path("session.path"));
    assertEquals(Path.of("/a"), new Settings(Map.of("session.path", "/a")).path("session.path"));
    for (String wrong : List.of("a", "/a\0b")) {
      Settings settings = new Settings(Map.of("session.path", wrong));
      assertThrows(ConfigException.class, () -> settings.path("session.path"));
    }
  }
}
