package org.jsaffire.sapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcessEnvironmentTest {
  private static Map<String, String> parse(String block) {
    return ProcessEnvironment.parse(block.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void orderStaysAndTheFirstEqualsSignSplits() {
    Map<String, String> variables = parse("B=1\0A=x=y\0EMPTY=\0");
    assertEquals(List.of("B", "A", "EMPTY"), new ArrayList<>(variables.keySet()));
    assertEquals("x=y", variables.get("A"));
    assertEquals("", variables.get("EMPTY"));
  }

  @Test
  void firstOfANameWinsAndBrokenEntriesAreSkipped() {
    assertEquals(Map.of("A", "1", "C", "3"), parse("A=1\0=2\0nonsense\0A=2\0\0C=3"));
    assertEquals(Map.of(), parse(""));
  }

  @Test
  void bytesThatAreNotUtf8AreKept() {
    assertEquals(Map.of("A", "\udcff\u00e9"), parse("A=\u00ff\u00c3\u00a9\0"));
  }

  @Test
  void processItselfHasItsPath() {
    assertEquals(System.getenv("PATH"), Host.system().environment().get("PATH"));
  }
}
