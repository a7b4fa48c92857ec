package org.jsaffire.fcgi.server;

import org.jsaffire.fcgi.request.WireExchange;

/** Brings requests to whatever answers them. */
interface Dispatcher {
  /**
   * A request has its parameters. Must not block.
   *
   * @return work to be done on a thread of the pool, or null when somebody else does it
   */
  Runnable ready(WireExchange exchange);

  /**
   * Takes back a request that is still waiting.
   *
   * @return false when it runs already
   */
  boolean cancel(WireExchange exchange);

  /** Refuses requests that have waited too long. */
  void expire(long nowNanos);
}
