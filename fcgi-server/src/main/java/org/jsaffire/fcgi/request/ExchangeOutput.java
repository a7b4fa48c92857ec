package org.jsaffire.fcgi.request;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;

/** STDOUT as a stream, buffered. Large writes pass through in pieces. */
final class ExchangeOutput extends OutputStream {
  private static final int BUFFER = 8192;

  /** Longest piece that is written at once, so that a write time-out measures progress. */
  private static final int PIECE = 1 << 18;

  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final WireExchange exchange;
  private byte[] buffer = new byte[512];
  private int size;

  ExchangeOutput(WireExchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public void write(int b) throws IOException {
    reserve(1);
    buffer[size++] = (byte) b;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    if (length < BUFFER) {
      reserve(length);
      System.arraycopy(bytes, offset, buffer, size, length);
      size += length;
      return;
    }
    flush();
    for (int from = 0; from < length; from += PIECE) {
      int n = Math.min(PIECE, length - from);
      exchange.send(NOTHING, ByteBuffer.wrap(bytes, offset + from, n));
    }
  }

  private void reserve(int length) throws IOException {
    if (exchange.isFinished()) {
      throw new FastCgiException(FastCgiException.Kind.CALL_SEQUENCE, exchange + " is finished");
    }
    if (size + length > BUFFER) {
      flush();
    }
    if (size + length > buffer.length) {
      buffer = Arrays.copyOf(buffer, BUFFER);
    }
  }

  @Override
  public void flush() throws IOException {
    if (size > 0) {
      exchange.send(NOTHING, takeBuffered());
    }
  }

  boolean isBuffering() {
    return size > 0;
  }

  /** What is buffered; valid until the next write. */
  ByteBuffer takeBuffered() {
    ByteBuffer taken = ByteBuffer.wrap(buffer, 0, size);
    size = 0;
    return taken;
  }
}
