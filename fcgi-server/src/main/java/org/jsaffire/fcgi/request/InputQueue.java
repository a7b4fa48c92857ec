package org.jsaffire.fcgi.request;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * The bytes of one input stream between the connection, which offers them, and the application,
 * which reads them. Safe for one producer and one consumer thread.
 */
public final class InputQueue {
  private final RequestLimits limits;
  private final Runnable roomMade;
  private final InputStore store;

  /** The announced length, or -1. */
  private long expected = -1;

  private long taken;
  private long surplus;
  private long consumed;
  private boolean ended;
  private boolean discarding;
  private IOException failure;

  /** The failure counts at once, not behind the bytes that wait. */
  private boolean failsNow;

  private Runnable readable;

  /**
   * @param roomMade called without a lock when reading brought the queue below half its memory
   */
  public InputQueue(RequestLimits limits, Runnable roomMade) {
    this.limits = limits;
    this.roomMade = roomMade;
    this.store = new InputStore(limits.inputMemoryBytes());
  }

  /** Announces the stream's length in bytes: more is dropped, less is a failure. */
  synchronized void expect(long length) {
    expected = length;
  }

  /** Takes bytes from the connection. */
  void offer(ByteBuffer in) {
    Runnable wake;
    synchronized (this) {
      int n = in.remaining();
      if (discarding || ended || failure != null) {
        return;
      }
      if (expected >= 0 && n > expected - taken) {
        surplus += n - (expected - taken);
        n = (int) (expected - taken);
      }
      if (n == 0) {
        return;
      }
      if (limits.maxBodyBytes() > 0 && taken + n > limits.maxBodyBytes()) {
        failure = new IOException("body is larger than " + limits.maxBodyBytes() + " bytes");
      } else {
        taken += n;
        store(in, n);
      }
      wake = wake();
    }
    run(wake);
  }

  private void store(ByteBuffer in, int n) {
    try {
      store.add(in, n);
    } catch (IOException e) {
      failure = new IOException("cannot hold input: " + e.getMessage(), e);
      failsNow = true;
    }
  }

  /** The connection says that the stream is complete. */
  void end() {
    Runnable wake;
    synchronized (this) {
      if (ended) {
        return;
      }
      ended = true;
      if (expected > taken && failure == null && !discarding) {
        failure = new IOException("input ended after " + taken + " of " + expected + " bytes");
      }
      wake = wake();
    }
    run(wake);
  }

  /** Nothing more will come. Counts at once, unless the stream is complete. */
  void fail(IOException reason) {
    Runnable wake;
    synchronized (this) {
      if (isComplete()) {
        return;
      }
      failure = reason;
      failsNow = true;
      wake = wake();
    }
    run(wake);
  }

  /** The application wants no more: what waits and what comes is dropped. */
  void discard() {
    synchronized (this) {
      discarding = true;
      store.clear();
      notifyAll();
    }
    roomMade.run();
  }

  /** The stream's last byte has arrived, by count or by its end. */
  synchronized boolean isComplete() {
    return ended || (expected >= 0 && taken == expected);
  }

  /** The record that ends the stream has arrived. */
  public synchronized boolean isEnded() {
    return ended;
  }

  /** All bytes were read, and the stream ended as announced. */
  public synchronized boolean isConsumed() {
    return failure == null && store.isEmpty() && isComplete();
  }

  /** Bytes dropped behind the announced length. */
  synchronized long surplus() {
    return surplus;
  }

  /** Bytes received. */
  public synchronized long received() {
    return taken + surplus;
  }

  /**
   * The connection should read no more.
   *
   * @param shared other requests depend on the connection as well
   */
  synchronized boolean isFull(boolean shared) {
    long waiting = failsNow ? 0 : store.size();
    return waiting >= (shared ? limits.spillBytes() : limits.inputMemoryBytes());
  }

  /** Bytes that can be read without waiting. */
  public synchronized int available() {
    return failsNow ? 0 : (int) Math.min(Integer.MAX_VALUE, store.size());
  }

  /**
   * Reads what is there, waiting for the first byte.
   *
   * @return the number of bytes, or -1 at the end
   * @throws SocketTimeoutException nothing came in time
   * @throws IOException the peer went away, aborted, or sent less than announced
   */
  int read(byte[] out, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int n;
    boolean room;
    synchronized (this) {
      n = awaitReadable() ? take(out, offset, length) : -1;
      room = n > 0 && passedHalf(n);
    }
    if (room) {
      roomMade.run();
    }
    return n;
  }

  /**
   * Takes what is there without waiting.
   *
   * @return the number of bytes, 0 when there are none yet, -1 at the end
   * @throws IOException as {@link #read}
   */
  public int poll(byte[] out) throws IOException {
    int n = 0;
    boolean room;
    synchronized (this) {
      if (hasEvent()) {
        n = awaitReadable() ? take(out, 0, out.length) : -1;
      }
      room = n > 0 && passedHalf(n);
    }
    if (room) {
      roomMade.run();
    }
    return n;
  }

  /** Calls back once, as soon as {@link #poll} has something to say; possibly at once. */
  public void onReadable(Runnable callback) {
    synchronized (this) {
      if (!hasEvent()) {
        readable = callback;
        return;
      }
    }
    callback.run();
  }

  /** Waits until the record that ends the stream has come; meanwhile input spills. */
  synchronized void awaitEnd() throws IOException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(limits.bodyReadMillis());
    while (!ended && failure == null) {
      pause(deadline);
    }
    if (failsNow) {
      throw failure;
    }
  }

  private boolean hasEvent() {
    return !store.isEmpty() || failure != null || discarding || isComplete();
  }

  /** Returns false at the end. */
  private boolean awaitReadable() throws IOException {
    long deadline = 0;
    while (true) {
      if (failsNow) {
        throw failure;
      }
      if (!store.isEmpty()) {
        return true;
      }
      if (failure != null) {
        throw failure;
      }
      if (discarding || isComplete()) {
        return false;
      }
      if (deadline == 0) {
        deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(limits.bodyReadMillis());
      }
      pause(deadline);
    }
  }

  /** Waits for a change. Callers look again in a loop. */
  @SuppressWarnings("WaitNotInLoop")
  private void pause(long deadline) throws IOException {
    long millis = limits.bodyReadMillis();
    long left = deadline - System.nanoTime();
    if (millis > 0 && left <= 0) {
      throw new SocketTimeoutException("no input for " + millis + " ms");
    }
    try {
      wait(millis == 0 ? 0 : left / 1_000_000 + 1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while reading");
    }
  }

  private int take(byte[] out, int offset, int length) throws IOException {
    int n = store.take(out, offset, length);
    consumed += n;
    return n;
  }

  private boolean passedHalf(int n) {
    long waiting = store.size();
    int half = limits.inputMemoryBytes() / 2;
    return waiting <= half && waiting + n > half;
  }

  private Runnable wake() {
    notifyAll();
    Runnable callback = readable;
    readable = null;
    return callback;
  }

  private static void run(Runnable callback) {
    if (callback != null) {
      callback.run();
    }
  }

  @Override
  public synchronized String toString() {
    return "input " + consumed + "/" + taken + (ended ? " ended" : "") + Arrays.asList(failure);
  }
}
