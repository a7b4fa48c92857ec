package org.jsaffire.sapi;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Turns what a script writes to standard error into lines of a log. Control characters, of which a
 * client may have sent some, are escaped. Used by one thread.
 */
public final class LineSink implements ReplySink {
  private static final int LONGEST = 8 * 1024;

  private final Consumer<String> log;
  private byte[] bytes = new byte[256];
  private int size;

  /**
   * @param log takes one line, without its end
   */
  public LineSink(Consumer<String> log) {
    this.log = log;
  }

  @Override
  public void write(byte[] from, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      if (from[i] == '\n' || size == LONGEST) {
        end();
      }
      if (from[i] != '\n') {
        append(from[i]);
      }
    }
  }

  /** A line that has no end yet waits for it. */
  @Override
  public void flush() {}

  @Override
  public void finish(byte[] from, int offset, int length) {
    write(from, offset, length);
    if (size > 0) {
      end();
    }
  }

  private void append(byte b) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, size * 2);
    }
    bytes[size++] = b;
  }

  private void end() {
    int length = size > 0 && bytes[size - 1] == '\r' ? size - 1 : size;
    log.accept(LogText.escape(RawText.decode(bytes, 0, length)));
    size = 0;
  }
}
