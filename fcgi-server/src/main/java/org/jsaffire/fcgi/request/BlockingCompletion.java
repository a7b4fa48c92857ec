package org.jsaffire.fcgi.request;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;

/** Lets one thread wait for a write. */
final class BlockingCompletion implements Completion {
  private boolean done;
  private Throwable failure;

  @Override
  public synchronized void completed(Throwable reason) {
    done = true;
    failure = reason;
    notifyAll();
  }

  synchronized boolean isDone() {
    return done;
  }

  /**
   * Waits for the end of the write.
   *
   * @param timeoutMillis 0 waits without limit
   * @throws SocketTimeoutException the time is up; the write goes on
   * @throws IOException the write failed
   */
  synchronized void await(long timeoutMillis) throws IOException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
    while (!done) {
      long left = timeoutMillis == 0 ? 0 : deadline - System.nanoTime();
      if (timeoutMillis > 0 && left <= 0) {
        throw new SocketTimeoutException("no progress in writing for " + timeoutMillis + " ms");
      }
      try {
        wait(timeoutMillis == 0 ? 0 : left / 1_000_000 + 1);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted while writing");
      }
    }
    if (failure != null) {
      throw new IOException("connection lost", failure);
    }
  }
}
