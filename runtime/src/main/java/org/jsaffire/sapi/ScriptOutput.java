package org.jsaffire.sapi;

import java.io.IOException;
import java.util.Arrays;

/**
 * The output helper: takes bytes and text from a script, buffers them, and hands them to a {@link
 * ReplySink}. Once the sink has failed, the peer is gone: later output is counted and dropped, and
 * {@link #failure()} tells why. Used by one thread.
 */
public final class ScriptOutput {
  private static final int FIRST_SIZE = 1024;

  /** Longest piece of text that is encoded at a time, in UTF-16 units. */
  private static final int PIECE = 4096;

  /** Longest number, its sign included. */
  private static final int DIGITS = 20;

  private final ReplySink sink;
  private final int limit;
  private byte[] buffer;
  private int size;
  private long count;
  private boolean autoFlush;
  private boolean finished;
  private IOException failure;

  /**
   * @param bufferBytes how much is held back before the sink gets it
   */
  public ScriptOutput(ReplySink sink, int bufferBytes) {
    this.sink = sink;
    this.limit = Math.max(bufferBytes, PIECE * 3);
    this.buffer = new byte[Math.min(FIRST_SIZE, limit)];
  }

  /** Every print is followed by a flush when set: a terminal, an event stream. */
  public void setAutoFlush(boolean autoFlush) {
    this.autoFlush = autoFlush;
  }

  public boolean isAutoFlush() {
    return autoFlush;
  }

  public void print(String text) {
    int length = text.length();
    for (int from = 0; from < length; ) {
      int to = Math.min(length, from + PIECE);
      if (to < length && Character.isHighSurrogate(text.charAt(to - 1))) {
        to--;
      }
      reserve((to - from) * 3);
      int end = RawText.encode(text, from, to, buffer, size);
      count += end - size;
      size = end;
      from = to;
    }
  }

  /** Prints decimal digits, with a minus sign where negative. */
  public void print(long number) {
    if (number == Long.MIN_VALUE) {
      print(Long.toString(number));
      return;
    }
    reserve(DIGITS);
    int start = size;
    long rest = Math.abs(number);
    int length = number < 0 ? 2 : 1;
    for (long limit = 10; length < DIGITS && rest >= limit && limit > 0; limit *= 10) {
      length++;
    }
    int at = start + length;
    do {
      buffer[--at] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest != 0);
    if (number < 0) {
      buffer[start] = '-';
    }
    size = start + length;
    count += length;
  }

  public void write(byte[] bytes) {
    write(bytes, 0, bytes.length);
  }

  public void write(byte[] bytes, int offset, int length) {
    count += length;
    if (length >= limit) {
      drain();
      send(bytes, offset, length);
      return;
    }
    reserve(length);
    System.arraycopy(bytes, offset, buffer, size, length);
    size += length;
  }

  public void write(int b) {
    reserve(1);
    buffer[size++] = (byte) b;
    count++;
  }

  /** Hands over what is buffered and makes it leave. */
  public void flush() {
    if (finished) {
      return;
    }
    drain();
    if (failure == null) {
      try {
        sink.flush();
      } catch (IOException e) {
        failure = e;
      }
    }
  }

  /** Ends the reply with what is buffered. Later output is dropped. */
  public void finish() {
    if (finished) {
      return;
    }
    finished = true;
    if (failure == null) {
      try {
        sink.finish(buffer, 0, size);
      } catch (IOException e) {
        failure = e;
      }
    }
    size = 0;
  }

  /** Forgets what is buffered, for an error page in place of half a page. */
  public void discard() {
    count -= size;
    size = 0;
  }

  /** Bytes taken so far, those dropped included. */
  public long count() {
    return count;
  }

  /** Bytes that wait in the buffer. */
  public int buffered() {
    return size;
  }

  public boolean isFinished() {
    return finished;
  }

  /** Why the sink failed, or null. */
  public IOException failure() {
    return failure;
  }

  private void reserve(int extra) {
    if (size + extra <= buffer.length) {
      return;
    }
    if (size + extra > limit) {
      drain();
    }
    if (size + extra > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.min(limit, Math.max(size + extra, buffer.length * 2)));
    }
  }

  private void drain() {
    if (size > 0) {
      send(buffer, 0, size);
      size = 0;
    }
  }

  private void send(byte[] bytes, int offset, int length) {
    if (failure != null || finished || length == 0) {
      return;
    }
    try {
      sink.write(bytes, offset, length);
    } catch (IOException e) {
      failure = e;
    }
  }
}
