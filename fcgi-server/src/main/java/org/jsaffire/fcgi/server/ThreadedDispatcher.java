package org.jsaffire.fcgi.server;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jsaffire.fcgi.request.Refusal;
import org.jsaffire.fcgi.request.WireExchange;

/**
 * Runs a limited number of requests at a time; the others wait in order. A thread that is done with
 * one takes the next itself.
 */
final class ThreadedDispatcher implements Dispatcher {
  private static final int RETRY_AFTER_SECONDS = 5;

  private final int threads;
  private final long waitNanos;
  private final Executor executor;
  private final Consumer<WireExchange> work;
  private final Queue<Waiting> waiting = new ArrayDeque<>();
  private int running;

  /** A request in the queue and since when. */
  private record Waiting(WireExchange exchange, long sinceNanos) {}

  /**
   * @param work answers and finishes a request; must not throw
   */
  ThreadedDispatcher(ServerOptions options, Executor executor, Consumer<WireExchange> work) {
    this.threads = options.threads();
    this.waitNanos = TimeUnit.MILLISECONDS.toNanos(options.queueWaitMillis());
    this.executor = executor;
    this.work = work;
  }

  @Override
  public Runnable ready(WireExchange exchange) {
    synchronized (this) {
      if (running == threads) {
        waiting.add(new Waiting(exchange, System.nanoTime()));
        return null;
      }
      running++;
    }
    return () -> run(exchange);
  }

  private void run(WireExchange first) {
    for (WireExchange exchange = first; exchange != null; exchange = next()) {
      work.accept(exchange);
    }
  }

  private synchronized WireExchange next() {
    Waiting first = waiting.poll();
    if (first == null) {
      running--;
      return null;
    }
    return first.exchange;
  }

  @Override
  public synchronized boolean cancel(WireExchange exchange) {
    return waiting.removeIf(w -> w.exchange == exchange);
  }

  @Override
  public void expire(long nowNanos) {
    if (waitNanos == 0) {
      return;
    }
    synchronized (this) {
      Iterator<Waiting> all = waiting.iterator();
      while (all.hasNext()) {
        Waiting first = all.next();
        if (nowNanos - first.sinceNanos < waitNanos) {
          return;
        }
        all.remove();
        executor.execute(() -> Refusal.sendBusy(first.exchange, RETRY_AFTER_SECONDS));
      }
    }
  }
}
