package org.jsaffire.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigKeysTest {
  @Test
  void keysAreFoundByAllTheirNames() {
    assertEquals("global.mode", ConfigKeys.find("mode").name());
    assertEquals("global.locale", ConfigKeys.find("intl.locale").name());
    assertEquals("9000", ConfigKeys.find("debug.connect.port").value());
    assertNull(ConfigKeys.find("none.such"));
    ConfigKeys.aliases().values().forEach(name -> assertNotNull(ConfigKeys.find(name), name));
  }

  @Test
  void everyKeyHasASectionAndAText() {
    for (ConfigKey key : ConfigKeys.all()) {
      assertTrue(key.name().matches("[a-z]+(\\.[a-z0-9_]+)+"), key.name());
      assertTrue(key.text().length() > 3, key.name());
    }
  }

  /** What the code uses without configuration is what the table says. */
  @Test
  void defaultsOfTheTableAreThoseOfTheCode() {
    Map<String, String> table = new LinkedHashMap<>();
    for (ConfigKey key : ConfigKeys.all()) {
      if (key.value() != null) {
        table.put(key.name(), key.value());
      }
    }
    assertEquals(WebSettings.DEFAULT, WebSettings.of(new Settings(table)));
  }

  @Test
  void generatedPromptsSurviveTheFile() {
    String prompt = ConfigKeys.find("repl.ps1").generated();
    String text = "[repl]\nps1 = \"" + prompt + "\"\nlogo = false\n";
    assertEquals(Map.of("repl.ps1", prompt, "repl.logo", "false"), IniFile.parse(text));
  }
}
