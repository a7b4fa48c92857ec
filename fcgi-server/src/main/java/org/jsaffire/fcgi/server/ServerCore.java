package org.jsaffire.fcgi.server;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jsaffire.fcgi.protocol.Role;

/** What the connections of one endpoint share. Safe for use by several threads. */
final class ServerCore {
  /** How long a request may run before its connection is watched for an abort. */
  private static final long LAZY_MILLIS = 20;

  private static final long MAX_SWEEP_MILLIS = 1000;
  private static final long MIN_SWEEP_MILLIS = 10;

  private final ServerOptions options;
  private final Scheduler scheduler;
  private final Admission admission;
  private final Set<FcgiConnection> connections = ConcurrentHashMap.newKeySet();
  private final Set<FcgiConnection> unwatched = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean watching = new AtomicBoolean();
  private final LongAdder bytesReceived = new LongAdder();
  private volatile Dispatcher dispatcher;
  private volatile boolean stopping;

  ServerCore(ServerOptions options, Scheduler scheduler) {
    this.options = options;
    this.scheduler = scheduler;
    this.admission = new Admission(options.maxRequests());
  }

  void dispatchTo(Dispatcher target) {
    dispatcher = target;
  }

  ServerOptions options() {
    return options;
  }

  Scheduler scheduler() {
    return scheduler;
  }

  Admission admission() {
    return admission;
  }

  Dispatcher dispatcher() {
    return dispatcher;
  }

  boolean offers(Role role) {
    return options.roles().contains(role);
  }

  boolean isStopping() {
    return stopping;
  }

  void opened(FcgiConnection connection) {
    connections.add(connection);
  }

  void closed(FcgiConnection connection) {
    connections.remove(connection);
    unwatched.remove(connection);
  }

  int connectionCount() {
    return connections.size();
  }

  void received(int bytes) {
    bytesReceived.add(bytes);
  }

  long bytesReceived() {
    return bytesReceived.sum();
  }

  /** Has the connection watched if its request does not end soon. */
  void watchLater(FcgiConnection connection) {
    unwatched.add(connection);
    if (watching.compareAndSet(false, true)) {
      scheduler.schedule(this::watch, LAZY_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  void watchNoLonger(FcgiConnection connection) {
    unwatched.remove(connection);
  }

  /** Clears the flag first, so that a connection that comes meanwhile gets its own turn. */
  private void watch() {
    watching.set(false);
    List<FcgiConnection> now = List.copyOf(unwatched);
    now.forEach(unwatched::remove);
    now.forEach(FcgiConnection::watch);
  }

  /** Starts looking for connections and requests whose time is up. */
  void startSweeping() {
    scheduler.schedule(this::sweep, sweepMillis(), TimeUnit.MILLISECONDS);
  }

  private void sweep() {
    long now = System.nanoTime();
    dispatcher.expire(now);
    for (FcgiConnection connection : connections) {
      connection.sweep(now);
    }
    if (scheduler.isRunning()) {
      startSweeping();
    }
  }

  private long sweepMillis() {
    long shortest = MAX_SWEEP_MILLIS * 4;
    long[] all = {
      options.freshMillis(),
      options.idleMillis(),
      options.queueWaitMillis(),
      options.requestLimits().bodyReadMillis(),
      options.requestLimits().replyWriteMillis()
    };
    for (long millis : all) {
      shortest = millis > 0 ? Math.min(shortest, millis) : shortest;
    }
    return Math.max(MIN_SWEEP_MILLIS, shortest / 4);
  }

  /** From now on each connection closes as soon as its requests have ended. */
  void stopConnections() {
    stopping = true;
    connections.forEach(FcgiConnection::closeIfIdle);
  }
}
