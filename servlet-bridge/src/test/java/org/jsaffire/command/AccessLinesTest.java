package org.jsaffire.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessLinesTest {
  private static String line(boolean colour, int status, String path) {
    Clock clock = Clock.fixed(Instant.parse("2026-01-02T03:04:00Z"), ZoneOffset.UTC);
    return new AccessLines(System.out, clock, colour).line(status, "GET", path, 1234, 5);
  }

  @Test
  void plainLine() {
    assertEquals("03:04:00 200 GET /a?b 1.2 kB 5 ms", line(false, 200, "/a?b"));
  }

  @Test
  void colourIsAroundTheStatusAlone() {
    assertEquals("03:04:00 \u001b[33m404\u001b[0m GET / 1.2 kB 5 ms", line(true, 404, "/"));
  }

  @Test
  void controlCharactersDoNotReachTheTerminal() {
    assertEquals("03:04:00 200 GET /\\x1b[2J 1.2 kB 5 ms", line(false, 200, "/\u001b[2J"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "999, 999 B",
    "1000, 1.0 kB",
    "999949, 999.9 kB",
    "999950, 1.0 MB",
    "2500000, 2.5 MB"
  })
  void sizes(long bytes, String text) {
    assertEquals(text, AccessLines.size(bytes));
  }
}
