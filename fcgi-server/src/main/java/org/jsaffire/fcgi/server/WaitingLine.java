package org.jsaffire.fcgi.server;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jsaffire.fcgi.request.Refusal;
import org.jsaffire.fcgi.request.WireExchange;

/** Requests that wait for a thread, in order. Not safe for threads: the owner's lock guards it. */
final class WaitingLine {
  private static final int RETRY_AFTER_SECONDS = 5;

  private final long waitNanos;
  private final Executor executor;
  private final Queue<Waiting> waiting = new ArrayDeque<>();

  /** A request and since when it waits. */
  private record Waiting(WireExchange exchange, long sinceNanos) {}

  /**
   * @param waitMillis until a request is refused; 0 means without limit
   * @param executor does the refusing
   */
  WaitingLine(long waitMillis, Executor executor) {
    this.waitNanos = TimeUnit.MILLISECONDS.toNanos(waitMillis);
    this.executor = executor;
  }

  void add(WireExchange exchange) {
    waiting.add(new Waiting(exchange, System.nanoTime()));
  }

  /** The first in the line, or null. */
  WireExchange poll() {
    Waiting first = waiting.poll();
    return first == null ? null : first.exchange;
  }

  boolean remove(WireExchange exchange) {
    return waiting.removeIf(w -> w.exchange == exchange);
  }

  /** Refuses those that have waited too long. */
  void expire(long nowNanos) {
    Iterator<Waiting> all = waiting.iterator();
    while (waitNanos > 0 && all.hasNext()) {
      Waiting first = all.next();
      if (nowNanos - first.sinceNanos < waitNanos) {
        return;
      }
      all.remove();
      executor.execute(() -> Refusal.sendBusy(first.exchange, RETRY_AFTER_SECONDS));
    }
  }
}
