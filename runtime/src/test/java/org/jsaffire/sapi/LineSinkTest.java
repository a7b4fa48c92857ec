package org.jsaffire.sapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineSinkTest {
  private final List<String> lines = new ArrayList<>();
  private final LineSink sink = new LineSink(lines::add);

  private void write(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    sink.write(bytes, 0, bytes.length);
  }

  @Test
  void linesAreHandedOnWhole() {
    write("on");
    sink.flush();
    write("e\ntwo\r\n\nrest");
    assertEquals(List.of("one", "two", ""), lines);
    sink.finish(new byte[0], 0, 0);
    assertEquals(List.of("one", "two", "", "rest"), lines);
  }

  @Test
  void controlCharactersAreEscaped() {
    write("a\u001b[31m\tb\u0085c\u2028\u00e9\ud83d\ude00\n");
    sink.write(new byte[] {(byte) 0xff, '\n'}, 0, 2);
    assertEquals(List.of("a\\x1b[31m\\x09b\\x85c\\u2028\u00e9\ud83d\ude00", "\\xff"), lines);
  }

  @Test
  void endlessLineIsCut() {
    write("x".repeat(20_000) + "\n");
    assertEquals(3, lines.size());
    assertEquals(20_000, lines.stream().mapToInt(String::length).sum());
  }
}
