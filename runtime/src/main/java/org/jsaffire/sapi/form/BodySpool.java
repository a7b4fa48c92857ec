package org.jsaffire.sapi.form;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Holds a request body: in memory while it is small, then in a file without a name, which vanishes
 * with the process at the latest. Written once, then read any number of times. Used by one thread.
 */
final class BodySpool implements AutoCloseable {
  /** Bodies up to this size never touch the disk. */
  private static final int IN_MEMORY = 64 * 1024;

  private final Path directory;
  private byte[] memory = new byte[1024];
  private FileChannel file;
  private long size;

  /**
   * @param directory for the file
   */
  BodySpool(Path directory) {
    this.directory = directory;
  }

  long size() {
    return size;
  }

  void append(byte[] bytes, int offset, int length) throws IOException {
    if (file == null && size + length > IN_MEMORY) {
      file = open();
      writeAll(ByteBuffer.wrap(memory, 0, (int) size));
      memory = null;
    }
    if (file != null) {
      writeAll(ByteBuffer.wrap(bytes, offset, length));
    } else {
      int end = (int) size + length;
      if (end > memory.length) {
        memory = Arrays.copyOf(memory, Math.max(end, memory.length * 2));
      }
      System.arraycopy(bytes, offset, memory, (int) size, length);
    }
    size += length;
  }

  private FileChannel open() throws IOException {
    Path path = Files.createTempFile(directory, "saffire-", ".body");
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
    Files.delete(path);
    return channel;
  }

  private void writeAll(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
  }

  /**
   * Reads some bytes.
   *
   * @return how many, at least 1, or -1 at the end
   */
  int read(long position, byte[] into, int offset, int length) throws IOException {
    if (position >= size) {
      return -1;
    }
    if (file != null) {
      return file.read(ByteBuffer.wrap(into, offset, length), position);
    }
    int count = (int) Math.min(length, size - position);
    System.arraycopy(memory, (int) position, into, offset, count);
    return count;
  }

  /** A part as an array. */
  byte[] bytes(long from, int length) throws IOException {
    byte[] bytes = new byte[length];
    int done = 0;
    while (done < length) {
      int n = read(from + done, bytes, done, length - done);
      if (n < 0) {
        throw new IOException("the request body is gone");
      }
      done += n;
    }
    return bytes;
  }

  /** Copies a part without taking it into memory. */
  void copyTo(WritableByteChannel target, long from, long length) throws IOException {
    if (file == null) {
      ByteBuffer bytes = ByteBuffer.wrap(memory, (int) from, (int) length);
      while (bytes.hasRemaining()) {
        target.write(bytes);
      }
      return;
    }
    long done = 0;
    while (done < length) {
      long n = file.transferTo(from + done, length - done, target);
      if (n <= 0) {
        throw new IOException("the request body is gone");
      }
      done += n;
    }
  }

  /** Everything from the start. */
  Stream stream() {
    return new Stream();
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }

  /** Reads the spool once. */
  final class Stream extends InputStream {
    private long position;

    private Stream() {}

    boolean isAtEnd() {
      return position >= size;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      int n = BodySpool.this.read(position, into, offset, length);
      position += Math.max(n, 0);
      return n;
    }

    @Override
    public int available() {
      return (int) Math.min(Integer.MAX_VALUE, size - position);
    }
  }
}
