package org.jsaffire.sapi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The environment of the process in its own order, bytes kept ({@link RawText}): Java's copy has
 * neither, and loses what the locale of the process cannot decode.
 */
final class ProcessEnvironment {
  private static final Path BLOCK = Path.of("/proc/self/environ");

  private ProcessEnvironment() {}

  static Map<String, String> read() {
    try {
      return Files.isReadable(BLOCK) ? parse(Files.readAllBytes(BLOCK)) : System.getenv();
    } catch (IOException e) {
      // A system without /proc, or one that hides it.
      return System.getenv();
    }
  }

  /**
   * Parses NUL-terminated entries; each is split at its first {@code =}, and the first of a name
   * wins, as getenv has it.
   */
  static Map<String, String> parse(byte[] block) {
    Map<String, String> variables = new LinkedHashMap<>();
    int start = 0;
    for (int i = 0; i <= block.length; i++) {
      if (i < block.length && block[i] != 0) {
        continue;
      }
      String entry = RawText.decode(block, start, i - start);
      int equals = entry.indexOf('=');
      if (equals > 0) {
        variables.putIfAbsent(entry.substring(0, equals), entry.substring(equals + 1));
      }
      start = i + 1;
    }
    return Collections.unmodifiableMap(variables);
  }
}
