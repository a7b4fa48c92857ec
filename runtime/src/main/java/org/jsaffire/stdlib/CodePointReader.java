package org.jsaffire.stdlib;

import java.io.IOException;

/** Reads a stream character by character. */
final class CodePointReader {
  private CodePointReader() {}

  /**
   * The next code point, or -1 at the end. A byte that is not part of a whole character in UTF-8 is
   * U+DC00 + byte; the bytes behind it stay.
   */
  static int read(FileStream stream) throws IOException {
    int first = stream.read();
    int more = first < 0xC2 || first > 0xF4 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
    if (more == 0) {
      return first < 0x80 ? first : 0xDC00 + first;
    }
    return stream.readRest(first, more);
  }
}
