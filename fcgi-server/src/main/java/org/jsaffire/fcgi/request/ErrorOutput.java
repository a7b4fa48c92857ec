package org.jsaffire.fcgi.request;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;

/** STDERR as a stream; the exchange holds the bytes. */
final class ErrorOutput extends OutputStream {
  private final WireExchange exchange;

  ErrorOutput(WireExchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public void write(int b) throws IOException {
    exchange.error(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    exchange.error(bytes, offset, length);
  }

  @Override
  public void flush() throws IOException {
    exchange.flushErrors();
  }
}
