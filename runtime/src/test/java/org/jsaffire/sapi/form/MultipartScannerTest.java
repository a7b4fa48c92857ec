package org.jsaffire.sapi.form;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartScannerTest {
  private static final String BOUNDARY = "-x-";

  /** Notes headers and data of each part. */
  private static final class Notes implements MultipartScanner.Events {
    private final byte[] body;
    private final List<String> parts = new ArrayList<>();
    private long start;

    Notes(byte[] body) {
      this.body = body;
    }

    @Override
    public void partStarts(byte[] headers, long position) {
      parts.add(new String(headers, ISO_8859_1));
      start = position;
    }

    @Override
    public void partEnds(long position) {
      parts.add(new String(body, (int) start, (int) (position - start), ISO_8859_1));
    }
  }

  private static List<String> scan(String text, int pieceSize) throws RefusedRequestException {
    byte[] body = text.getBytes(ISO_8859_1);
    Notes notes = new Notes(body);
    MultipartScanner scanner = new MultipartScanner(BOUNDARY, notes);
    for (int i = 0; i < body.length; i += pieceSize) {
      scanner.take(body, i, Math.min(pieceSize, body.length - i));
    }
    scanner.end();
    return notes.parts;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 7, 1000})
  void everySplitFindsTheSameParts(int pieceSize) throws RefusedRequestException {
    List<String> lines =
        List.of(
            "preamble",
            "---x-",
            "A: 1",
            "B: 2",
            "",
            "first",
            "---x",
            "--",
            "",
            "---x- \t",
            "",
            "\r",
            "",
            "---x-",
            "C: 3",
            "",
            "",
            "---x---",
            "epilogue",
            "---x-",
            "");
    String body = String.join("\r\n", lines);
    List<String> wanted =
        List.of(
            "A: 1\r\nB: 2\r\n\r\n",
            "first\r\n---x\r\n--\r\n",
            "\r\n",
            "\r\r\n",
            "C: 3\r\n\r\n",
            "");
    assertEquals(wanted, scan(body, pieceSize));
  }

  @Test
  void aPartMayEndRightBehindItsHeaders() throws RefusedRequestException {
    assertEquals(List.of("A: 1\r\n\r\n", ""), scan("---x-\r\nA: 1\r\n\r\n---x---", 1000));
  }

  @Test
  void noPartsAreFine() throws RefusedRequestException {
    assertEquals(List.of(), scan("---x---\r\n", 1000));
  }

  @Test
  void randomDataComesOutAsItWentIn() throws RefusedRequestException {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      StringBuilder data = new StringBuilder();
      for (int i = random.nextInt(60); i > 0; i--) {
        data.append("\r\n--xA".charAt(random.nextInt(6)));
      }
      if (("\r\n" + data).contains("\r\n--" + BOUNDARY)) {
        continue;
      }
      String body = "---x-\r\n\r\n" + data + "\r\n---x---";
      List<String> parts = scan(body, 1 + random.nextInt(9));
      assertEquals(List.of("\r\n", data.toString()), parts, () -> "seed " + seed);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no delimiter",
        "---x-",
        "---x-\r\n",
        "---x-\r\nA: 1\r\n",
        "---x-\r\n\r\ndata",
        "---x-\r\n\r\ndata\r\n---x-",
        "---x-\r\n\r\ndata\r\n---x--",
        "---x-\n\ndata\n---x---",
        "---x-more\r\n\r\ndata\r\n---x---",
        "---x-\rx\r\n\r\ndata\r\n---x---"
      })
  void malformedBodiesAreRefused(String body) {
    assertEquals(400, assertThrows(RefusedRequestException.class, () -> scan(body, 1000)).status());
  }

  @Test
  void headersHaveALimit() {
    String body = "---x-\r\nA: " + "a".repeat(16 * 1024) + "\r\n\r\n\r\n---x---";
    assertThrows(RefusedRequestException.class, () -> scan(body, 1000));
  }

  @ParameterizedTest
  @CsvSource({"10,10", "0,0"})
  void sizeOfTheCurrentPartIsKnownBeforeItEnds(int length, int wanted)
      throws RefusedRequestException {
    MultipartScanner scanner = new MultipartScanner(BOUNDARY, new Notes(new byte[0]));
    byte[] body = ("---x-\r\n\r\n" + "a".repeat(length)).getBytes(ISO_8859_1);
    scanner.take(body, 0, body.length);
    assertEquals(wanted, scanner.partSize());
  }
}
