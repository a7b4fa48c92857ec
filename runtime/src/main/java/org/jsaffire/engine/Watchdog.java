package org.jsaffire.engine;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reminds runs to look at their limits: one thread for all runs of an engine, which lives as long
 * as there are runs to watch, and a little longer.
 */
final class Watchdog {
  private static final long TICK_MILLIS = 100;

  /** Ticks without a run after which the thread ends. */
  private static final int IDLE_TICKS = 100;

  private final Set<Run> runs = ConcurrentHashMap.newKeySet();
  private Thread thread;

  /** Starts to watch a run. */
  void watch(Run run) {
    runs.add(run);
    if (thread == null) {
      start();
    }
  }

  private synchronized void start() {
    if (thread == null) {
      Thread started = new Thread(this::tick, "saffire-watchdog");
      started.setDaemon(true);
      thread = started;
      started.start();
    }
  }

  void forget(Run run) {
    runs.remove(run);
  }

  private void tick() {
    int idle = 0;
    while (idle < IDLE_TICKS) {
      try {
        Thread.sleep(TICK_MILLIS);
      } catch (InterruptedException e) {
        // Nobody interrupts this thread but a JVM that ends.
        return;
      }
      idle = runs.isEmpty() ? idle + 1 : 0;
      for (Run run : runs) {
        run.remind();
      }
    }
    end();
  }

  private synchronized void end() {
    thread = null;
    if (!runs.isEmpty()) {
      start();
    }
  }
}
