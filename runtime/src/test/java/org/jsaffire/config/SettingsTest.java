package org.jsaffire.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
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
}
