package org.jsaffire.fcgi.request;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** STDERR bytes that wait for a write. Used under the exchange's output lock. */
final class HeldErrors {
  /** Once STDOUT has been sent. */
  private static final int LIMIT = 512;

  /** Before that: beyond it a talkative program is not held in memory any longer. */
  private static final int EARLY_LIMIT = 1 << 20;

  private byte[] bytes = {};
  private int size;
  private boolean sent;

  void add(byte[] from, int offset, int length) {
    if (size + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + length, Math.max(LIMIT, 2 * bytes.length)));
    }
    System.arraycopy(from, offset, bytes, size, length);
    size += length;
  }

  boolean isFull(boolean stdoutSent) {
    return size >= (stdoutSent ? LIMIT : EARLY_LIMIT);
  }

  /** What waits; the caller sends it. */
  ByteBuffer take() {
    ByteBuffer taken = ByteBuffer.wrap(bytes, 0, size);
    if (size > 0) {
      sent = true;
      bytes = new byte[0];
      size = 0;
    }
    return taken;
  }

  /** A STDERR record was sent, so that the stream has to be ended. */
  boolean wereSent(boolean lastTakenToo) {
    return sent && lastTakenToo;
  }
}
