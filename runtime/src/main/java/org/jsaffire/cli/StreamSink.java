package org.jsaffire.cli;

import java.io.IOException;
import java.io.OutputStream;
import org.jsaffire.sapi.ReplySink;

/** Passes bytes on to a standard stream, without a head. */
class StreamSink implements ReplySink {
  private final OutputStream stream;

  StreamSink(OutputStream stream) {
    this.stream = stream;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    stream.write(bytes, offset, length);
  }

  @Override
  public void flush() throws IOException {
    stream.flush();
  }

  @Override
  public void finish(byte[] bytes, int offset, int length) throws IOException {
    stream.write(bytes, offset, length);
    stream.flush();
  }
}
