package org.jsaffire.fcgi.server;

import java.util.concurrent.Executor;
import org.jsaffire.fcgi.request.WireExchange;

/** Keeps requests until somebody takes them. Safe for use by several threads. */
final class LoopDispatcher implements Dispatcher {
  private final WaitingLine line;
  private boolean ended;

  LoopDispatcher(ServerOptions options, Executor executor) {
    this.line = new WaitingLine(options.queueWaitMillis(), executor);
  }

  @Override
  public synchronized Runnable ready(WireExchange exchange) {
    line.add(exchange);
    notifyAll();
    return null;
  }

  /** The next request, or null once no more are wanted; waits for it. */
  synchronized WireExchange take() throws InterruptedException {
    while (!ended) {
      WireExchange first = line.poll();
      if (first != null) {
        return first;
      }
      wait();
    }
    return null;
  }

  /** Lets every thread that waits, or comes to wait, go without a request. */
  synchronized void end() {
    ended = true;
    notifyAll();
  }

  synchronized boolean isEnded() {
    return ended;
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
