package org.jsaffire.fcgi.server;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jsaffire.fcgi.request.WireExchange;

/**
 * Runs a limited number of requests at a time; the others wait in order. A thread that is done with
 * one takes the next itself.
 */
final class ThreadedDispatcher implements Dispatcher {
  private final int threads;
  private final Consumer<WireExchange> work;
  private final WaitingLine line;
  private int running;

  /**
   * @param work answers and finishes a request; must not throw
   */
  ThreadedDispatcher(ServerOptions options, Executor executor, Consumer<WireExchange> work) {
    this.threads = options.threads();
    this.work = work;
    this.line = new WaitingLine(options.queueWaitMillis(), executor);
  }

  @Override
  public Runnable ready(WireExchange exchange) {
    synchronized (this) {
      if (running == threads) {
        line.add(exchange);
        return null;
      }
      running++;
    }
    return () -> run(exchange);
  }

  private void run(WireExchange first) {
    for (WireExchange exchange = first; exchange != null; exchange = next()) {
      boolean done = false;
      try {
        work.accept(exchange);
        done = true;
      } finally {
        if (!done) {
          leave();
        }
      }
    }
  }

  private synchronized WireExchange next() {
    WireExchange first = line.poll();
    if (first == null) {
      running--;
    }
    return first;
  }

  /** This thread is lost to an error of the virtual machine. */
  private synchronized void leave() {
    running--;
  }

  @Override
  public synchronized boolean cancel(WireExchange exchange) {
    return line.remove(exchange);
  }

  @Override
  public synchronized void expire(long nowNanos) {
    line.expire(nowNanos);
  }
}
