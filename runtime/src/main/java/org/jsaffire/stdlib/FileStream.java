package org.jsaffire.stdlib;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * An open file: reads ahead, writes at once. What lies between {@link #next} and {@link #limit} of
 * the buffer was read but not yet taken; the position that a script sees is before it.
 */
final class FileStream {
  private static final int BUFFER_SIZE = 8192;

  private final Path file;
  private final OpenMode mode;

  /** Null when not open for reading; the same as {@link #writer} unless that appends. */
  private final FileChannel reader;

  private final FileChannel writer;
  private byte[] buffer;
  private int next;
  private int limit;
  private long bytesIn;
  private long bytesOut;
  private boolean hasHitEnd;

  private FileStream(Path file, OpenMode mode, FileChannel reader, FileChannel writer) {
    this.file = file;
    this.mode = mode;
    this.reader = reader;
    this.writer = writer;
  }

  static FileStream open(Path file, OpenMode mode) throws IOException {
    FileChannel channel = FileChannel.open(file, mode.options());
    if (mode != OpenMode.APPEND_READ) {
      return new FileStream(
          file, mode, mode.reads() ? channel : null, mode.writes() ? channel : null);
    }
    try {
      return new FileStream(file, mode, FileChannel.open(file, StandardOpenOption.READ), channel);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** What must be closed in the end; does not refer to this stream. */
  Closeable resource() {
    FileChannel first = reader;
    FileChannel second = writer;
    return () -> {
      if (first != null) {
        first.close();
      }
      if (second != null) {
        second.close();
      }
    };
  }

  Path file() {
    return file;
  }

  OpenMode mode() {
    return mode;
  }

  FileChannel reader() {
    return reader;
  }

  FileChannel writer() {
    return writer;
  }

  private FileChannel any() {
    return reader != null ? reader : writer;
  }

  long bytesIn() {
    return bytesIn;
  }

  long bytesOut() {
    return bytesOut;
  }

  /** A read has hit the end (modules.md 4, {@code eof}). */
  boolean hasHitEnd() {
    return hasHitEnd;
  }

  long position() throws IOException {
    return any().position() - (limit - next);
  }

  void seek(long position) throws IOException {
    any().position(position);
    dropBuffer();
    hasHitEnd = false;
  }

  private void dropBuffer() {
    next = 0;
    limit = 0;
  }

  long size() throws IOException {
    return any().size();
  }

  /** Bytes from the position to the end; 0 where that is not known, as for a pipe. */
  long remaining() throws IOException {
    return Math.max(0, size() - position());
  }

  private boolean fill() throws IOException {
    if (buffer == null) {
      buffer = new byte[BUFFER_SIZE];
    }
    dropBuffer();
    int n = reader.read(ByteBuffer.wrap(buffer));
    limit = Math.max(n, 0);
    return n > 0;
  }

  /** The next byte, or -1 at the end, which it then has hit. */
  int read() throws IOException {
    int b = peek();
    if (b < 0) {
      hasHitEnd = true;
    } else {
      next++;
      bytesIn++;
    }
    return b;
  }

  /** The next byte, which stays, or -1 at the end. */
  int peek() throws IOException {
    return next < limit || fill() ? buffer[next] & 0xff : -1;
  }

  /**
   * The code point that starts with a byte already taken.
   *
   * @param more how many bytes of the form 10xxxxxx must follow
   * @return U+DC00 + the first byte when they do not, and then they stay
   */
  int readRest(int first, int more) throws IOException {
    if (limit - next < more) {
      refill();
    }
    if (limit - next < more) {
      return 0xDC00 + first;
    }
    int point = first & 0x3F >> more;
    for (int i = 0; i < more; i++) {
      int b = buffer[next + i] & 0xff;
      if (b >> 6 != 2) {
        return 0xDC00 + first;
      }
      point = point << 6 | b & 0x3F;
    }
    boolean isShortest = point >= (more == 1 ? 0x80 : more == 2 ? 0x800 : 0x10000);
    if (!isShortest || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF)) {
      return 0xDC00 + first;
    }
    next += more;
    bytesIn += more;
    return point;
  }

  /** Moves what is left to the start of the buffer and reads more behind it. */
  private void refill() throws IOException {
    int left = limit - next;
    System.arraycopy(buffer, next, buffer, 0, left);
    next = 0;
    limit = left;
    ByteBuffer free = ByteBuffer.wrap(buffer, left, buffer.length - left);
    while (limit < 4) {
      int n = reader.read(free);
      if (n <= 0) {
        return;
      }
      limit += n;
    }
  }

  /** Takes up to a number of bytes; fewer only at the end, which it then has hit. */
  void read(ByteCollector target, long count) throws IOException {
    long left = count;
    while (left > 0) {
      if (next == limit && !fill()) {
        hasHitEnd = true;
        return;
      }
      int n = (int) Math.min(left, limit - next);
      target.add(buffer, next, n);
      next += n;
      bytesIn += n;
      left -= n;
    }
  }

  /** Takes a line with its line feed; false when there is none, or only the end without one. */
  boolean readLine(ByteCollector target) throws IOException {
    while (next < limit || fill()) {
      int end = next;
      while (end < limit && buffer[end] != '\n') {
        end++;
      }
      boolean isWhole = end < limit;
      int count = (isWhole ? end + 1 : end) - next;
      target.add(buffer, next, count);
      next += count;
      bytesIn += count;
      if (isWhole) {
        return true;
      }
    }
    hasHitEnd = true;
    return false;
  }

  /** The whole file; the position stays. */
  void readAll(ByteCollector target) throws IOException {
    byte[] chunk = new byte[BUFFER_SIZE];
    long at = 0;
    for (int n; (n = reader.read(ByteBuffer.wrap(chunk), at)) > 0; at += n) {
      target.add(chunk, 0, n);
      bytesIn += n;
    }
  }

  void write(byte[] bytes) throws IOException {
    if (reader == writer && next < limit) {
      writer.position(position());
    }
    dropBuffer();
    ByteBuffer source = ByteBuffer.wrap(bytes);
    while (source.hasRemaining()) {
      writer.write(source);
    }
    bytesOut += bytes.length;
    if (mode == OpenMode.APPEND_READ) {
      reader.position(writer.size());
    }
  }

  /** Cuts the file, or fills it up with zeros; the position stays. */
  void truncate(long size) throws IOException {
    long position = position();
    if (size > writer.size()) {
      try (RandomAccessFile longer = new RandomAccessFile(file.toFile(), "rw")) {
        longer.setLength(size);
      }
    } else {
      writer.truncate(size);
    }
    dropBuffer();
    any().position(position);
  }
}
