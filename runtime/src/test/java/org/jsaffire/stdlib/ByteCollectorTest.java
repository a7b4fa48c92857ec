package org.jsaffire.stdlib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jsaffire.object.TestInvoker;
import org.junit.jupiter.api.Test;

/** Bytes on their way into a string. */
class ByteCollectorTest {
  private final TestInvoker in = new TestInvoker();

  @Test
  void chargesTheRunAsItGrows() {
    ByteCollector bytes = new ByteCollector(in);
    bytes.add(new byte[1000], 0, 1000);
    assertEquals(0, in.charged());
    for (int i = 0; i < 100_000; i++) {
      bytes.add('x');
    }
    assertEquals(101_000, bytes.size());
    assertTrue(in.charged() >= 101_000, "charged " + in.charged());
  }

  @Test
  void keepsBytesThatAreNotUtf8() {
    ByteCollector bytes = new ByteCollector(in);
    bytes.add(0xff);
    bytes.add('a');
    assertEquals("\uDCFFa", bytes.toStr().toString());
  }

  @Test
  void cutsOneLineEnd() {
    for (String[] example :
        new String[][] {{"a\n", "a"}, {"a\r\n", "a"}, {"a\r", "a\r"}, {"\n\n", "\n"}, {"", ""}}) {
      ByteCollector bytes = new ByteCollector(in);
      for (char c : example[0].toCharArray()) {
        bytes.add(c);
      }
      bytes.cutLineEnd();
      assertEquals(example[1], bytes.toStr().toString());
    }
  }
}
