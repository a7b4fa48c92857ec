package org.jsaffire.fcgi.request;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** Reads an input queue. Used by one thread at a time. */
final class ExchangeInput extends InputStream {
  private InputQueue queue;
  private boolean atEnd;

  ExchangeInput(InputQueue queue) {
    this.queue = queue;
  }

  /** Goes on with another stream. */
  void switchTo(InputQueue next) {
    queue = next;
  }

  /** Every further read tells the end. */
  void stop() {
    atEnd = true;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] out, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, out.length);
    return atEnd ? -1 : queue.read(out, offset, length);
  }

  @Override
  public int available() {
    return atEnd ? 0 : queue.available();
  }
}
