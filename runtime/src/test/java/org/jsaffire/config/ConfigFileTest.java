package org.jsaffire.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jsaffire.sapi.Host;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileTest {
  @TempDir Path here;
  @TempDir Path home;

  private Host host() {
    return new Host(
        InputStream.nullInputStream(),
        new ByteArrayOutputStream(),
        new ByteArrayOutputStream(),
        Map.of("HOME", home.toString()),
        Host.system().clock(),
        here);
  }

  @Test
  void placesAreSearchedInOrder() throws IOException {
    Files.writeString(home.resolve(".saffire.ini"), "a = 3");
    assertEquals(Map.of("global.a", "3"), ConfigFile.search(host()).values());
    Files.writeString(home.resolve("saffire.ini"), "a = 2");
    assertEquals(Map.of("global.a", "2"), ConfigFile.search(host()).values());
    Files.writeString(here.resolve("saffire.ini"), "a = 1");
    assertEquals(Map.of("global.a", "1"), ConfigFile.search(host()).values());
    assertEquals(Map.of("global.a", "2"), ConfigFile.local(host()).values());
  }

  @Test
  void namedFileOrDirectory() throws IOException {
    Files.writeString(here.resolve("saffire.ini"), "a = 1");
    assertEquals(Map.of("global.a", "1"), ConfigFile.at(host(), "saffire.ini").values());
    assertEquals(Map.of("global.a", "1"), ConfigFile.at(host(), here.toString()).values());
  }

  @Test
  void unreadableFileIsNamed() {
    IOException e = assertThrows(IOException.class, () -> ConfigFile.at(host(), home.toString()));
    assertEquals(home + "/saffire.ini", e.getMessage());
  }

  @Test
  void variablesOverrideTheFile() {
    Settings settings =
        new Settings(
            Map.of("global.mode", "a", "web.output_buffer", "1"),
            Map.of("SAFFIRE_WEB_OUTPUT_BUFFER", "2", "SAFFIRE_GLOBAL_MODE", "b"));
    assertEquals("b", settings.text("mode", ""));
    assertEquals("b", settings.text("global.mode", ""));
    assertEquals("2", settings.text("web.output_buffer", ""));
    assertEquals("a", new Settings(Map.of("mode", "a")).text("global.mode", ""));
    assertEquals("a", new Settings(Map.of("global.mode", "a")).text("mode", ""));
  }
}
