package org.jsaffire.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceFilesTest {
  @Test
  void aByteOrderMarkIsDropped() throws Exception {
    assertEquals("a;", SourceFiles.decode("x.sf", "\uFEFFa;".getBytes(UTF_8)).text());
    assertEquals("", SourceFiles.decode("x.sf", "\uFEFF".getBytes(UTF_8)).text());
    assertEquals("", SourceFiles.decode("x.sf", new byte[0]).text());
  }

  @Test
  void charactersOfAllPlanesAreKept() throws Exception {
    String text = "é\n\uD83D\uDE00 \uFFFD \u0000";
    assertEquals(text, SourceFiles.decode("x.sf", text.getBytes(UTF_8)).text());
  }

  @ParameterizedTest
  @CsvSource({
    "'61 0A 62 0A FF', 3", // a byte that never occurs
    "'61 0A C3', 2", // cut short at the end
    "'C3 28 0A', 1", // second byte wrong
    "'0A 0A ED A0 80', 3", // a surrogate
    "'0A C0 80', 2", // longer than needed
    "'0A F4 90 80 80', 2", // above 10FFFF
    "'EF BB BF 0A 80', 2", // behind a byte-order mark
    "'EF BF BD 0A 80', 2", // behind a replacement character
    "'80', 1",
  })
  void malformedBytesAreReportedWithTheirLine(String hex, int line) {
    byte[] bytes = java.util.HexFormat.ofDelimiter(" ").parseHex(hex);
    SourceException e =
        assertThrows(SourceException.class, () -> SourceFiles.decode("/x.sf", bytes));
    assertEquals(
        "Fatal error: Malformed UTF-8 in source, found in /x.sf on line " + line, e.first().text());
  }
}
