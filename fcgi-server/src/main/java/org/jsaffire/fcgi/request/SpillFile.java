package org.jsaffire.fcgi.request;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A temporary file used as a queue of bytes. Deleted when closed. Not safe for threads. */
final class SpillFile implements AutoCloseable {
  private final FileChannel file;
  private long readPosition;
  private long writePosition;

  SpillFile() throws IOException {
    Path path = Files.createTempFile("fcgi-", ".spill");
    file =
        FileChannel.open(
            path,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
  }

  long size() {
    return writePosition - readPosition;
  }

  /** Appends all bytes of the buffer. */
  void write(ByteBuffer in) throws IOException {
    while (in.hasRemaining()) {
      writePosition += file.write(in, writePosition);
    }
  }

  /** Takes up to {@code length} bytes; there is at least one. */
  int read(byte[] out, int offset, int length) throws IOException {
    int wanted = (int) Math.min(length, size());
    int n = file.read(ByteBuffer.wrap(out, offset, wanted), readPosition);
    if (n < 0) {
      throw new IOException("spill file was cut");
    }
    readPosition += n;
    if (readPosition == writePosition) {
      readPosition = 0;
      writePosition = 0;
      file.truncate(0);
    }
    return n;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
