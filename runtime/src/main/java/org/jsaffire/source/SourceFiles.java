package org.jsaffire.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/** Makes source files from bytes (language.md 1.1). */
public final class SourceFiles {
  /** Reported for bytes, and for characters of a given text, that are not Unicode. */
  public static final String MALFORMED = "Malformed UTF-8 in source";

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final char REPLACEMENT = '\uFFFD';

  private SourceFiles() {}

  /**
   * The text of a file; a leading byte-order mark is dropped.
   *
   * @throws SourceException if the bytes are not UTF-8, at the first bad byte
   */
  public static SourceFile decode(String name, byte[] bytes) throws SourceException {
    String text = new String(bytes, UTF_8);
    int start = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
    SourceFile file = new SourceFile(name, text.substring(start));
    // A well-formed text may hold the replacement character too; only then a second look is due.
    if (text.indexOf(REPLACEMENT) >= 0) {
      int length = wellFormedLength(bytes, text.length());
      if (length >= 0) {
        int at = Math.max(length - start, 0);
        throw new SourceException(
            new Diagnostic(Diagnostic.Kind.CHECK, MALFORMED, file, new Span(at, at + 1)));
      }
    }
    return file;
  }

  /** The number of characters in front of the first malformed byte, or -1 if there is none. */
  private static int wellFormedLength(byte[] bytes, int capacity) {
    CharsetDecoder decoder =
        UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer characters = CharBuffer.allocate(capacity);
    boolean failed = decoder.decode(ByteBuffer.wrap(bytes), characters, true).isError();
    return failed ? characters.position() : -1;
  }
}
