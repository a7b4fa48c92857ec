package org.jsaffire.fcgi.request;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The bytes of an input queue: memory first, then a temporary file. The order is kept because
 * memory takes nothing while the file holds something. Guarded by its queue.
 */
final class InputStore {
  private static final byte[] EMPTY = {};

  /** What memory takes beyond its limit: the rest of a read that began below it. */
  private static final int SLACK = 64 << 10;

  private static final int FIRST_SIZE = 512;

  private final long memoryBytes;
  private byte[] ring = EMPTY;
  private int start;
  private int size;
  private SpillFile spill;

  InputStore(int memoryBytes) {
    this.memoryBytes = memoryBytes;
  }

  /** Bytes that wait. */
  long size() {
    return size + spilled();
  }

  boolean isEmpty() {
    return size == 0 && spilled() == 0;
  }

  /**
   * Takes the next bytes of a buffer, whose position stays.
   *
   * @throws IOException the file cannot be written
   */
  void add(ByteBuffer in, int n) throws IOException {
    if (spilled() == 0 && size + n <= memoryBytes + SLACK) {
      append(in, n);
      return;
    }
    if (spill == null) {
      spill = new SpillFile();
    }
    spill.write(in.slice(in.position(), n));
  }

  private void append(ByteBuffer in, int n) {
    if (size + n > ring.length) {
      grow(size + n);
    }
    int end = start + size;
    end = end >= ring.length ? end - ring.length : end;
    int first = Math.min(n, ring.length - end);
    in.get(in.position(), ring, end, first);
    in.get(in.position() + first, ring, 0, n - first);
    size += n;
  }

  private void grow(int needed) {
    byte[] larger = new byte[Math.max(Math.max(FIRST_SIZE, needed), 2 * ring.length)];
    copyOut(larger, 0, size);
    ring = larger;
    start = 0;
  }

  private void copyOut(byte[] out, int offset, int n) {
    int first = Math.min(n, ring.length - start);
    System.arraycopy(ring, start, out, offset, first);
    System.arraycopy(ring, 0, out, offset + first, n - first);
  }

  private long spilled() {
    return spill == null ? 0 : spill.size();
  }

  /** Hands out what waits longest; the store must not be empty. */
  int take(byte[] out, int offset, int length) throws IOException {
    if (size == 0) {
      return spill.read(out, offset, length);
    }
    int n = Math.min(length, size);
    copyOut(out, offset, n);
    start = (start + n) % ring.length;
    size -= n;
    start = size == 0 ? 0 : start;
    return n;
  }

  /** Drops everything. */
  void clear() {
    ring = EMPTY;
    start = 0;
    size = 0;
    if (spill != null) {
      try {
        spill.close();
      } catch (IOException e) {
        // The file is gone for us either way; the system's temporary directory keeps it at worst.
      }
      spill = null;
    }
  }
}
