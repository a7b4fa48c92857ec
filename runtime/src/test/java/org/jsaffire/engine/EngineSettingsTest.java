package org.jsaffire.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsaffire.config.ConfigException;
import org.jsaffire.config.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineSettingsTest {
  private static EngineOptions options(Map<String, String> values) {
    return EngineSettings.toOptions(new Settings(values), false);
  }

  @Test
  void modeDecidesTheDefaults() {
    EngineOptions production = options(Map.of());
    assertFalse(production.development());
    assertFalse(production.displayErrors());
    assertEquals(1000, production.revalidateMillis());
    EngineOptions development = options(Map.of("mode", "development"));
    assertTrue(development.development());
    assertTrue(development.displayErrors());
    assertEquals(0, development.revalidateMillis());
  }

  @Test
  void keysOverrideTheDefaults(@TempDir Path root) {
    EngineOptions options =
        options(
            Map.of(
                "mode", "development",
                "fastcgi.display_errors", "no",
                "cache.revalidate", "2.5",
                "security.basedir", root.toString(),
                "web.output_buffer", "4K",
                "bytecode.cache", root.resolve("code").toString()));
    assertFalse(options.displayErrors());
    assertEquals(2500, options.revalidateMillis());
    assertEquals(List.of(root), options.roots());
    assertEquals(4096, options.outputBufferBytes());
    assertEquals(root.resolve("code"), options.bytecodeCache());
  }

  @Test
  void wrongValuesAreRefused() {
    assertThrows(ConfigException.class, () -> options(Map.of("mode", "fast")));
    assertThrows(ConfigException.class, () -> options(Map.of("web.output_buffer", "1")));
    assertThrows(ConfigException.class, () -> options(Map.of("bytecode.cache", "relative")));
    assertThrows(ConfigException.class, () -> options(Map.of("bytecode.cache", "/a\0b")));
  }
}
