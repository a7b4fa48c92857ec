package org.jsaffire.fcgi.server;

/** Counts the requests between BEGIN_REQUEST and END_REQUEST. Safe for use by several threads. */
final class Admission {
  private final int limit;
  private int admitted;
  private long total;

  Admission(int limit) {
    this.limit = limit;
  }

  /** Returns false when the limit is reached. */
  synchronized boolean admit() {
    if (admitted >= limit) {
      return false;
    }
    admitted++;
    total++;
    return true;
  }

  synchronized void leave() {
    admitted--;
    if (admitted == 0) {
      notifyAll();
    }
  }

  synchronized int admitted() {
    return admitted;
  }

  synchronized long total() {
    return total;
  }

  /** Waits until no request is left; returns false when the time was up before. */
  synchronized boolean awaitNone(long millis) throws InterruptedException {
    long deadline = System.nanoTime() + millis * 1_000_000;
    while (admitted > 0) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      wait(left / 1_000_000 + 1);
    }
    return true;
  }
}
