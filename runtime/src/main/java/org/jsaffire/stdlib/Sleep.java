package org.jsaffire.stdlib;

import java.util.concurrent.TimeUnit;
import org.jsaffire.object.Invoker;

/** Waits for scripts, in pieces, so that the run can be ended meanwhile. */
final class Sleep {
  private static final long PIECE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private Sleep() {}

  static void micros(Invoker in, long micros) {
    if (micros > 0) {
      nanos(in, TimeUnit.MICROSECONDS.toNanos(micros));
    }
  }

  /** Sleeps at least that long. */
  static void nanos(Invoker in, long nanos) {
    long start = System.nanoTime();
    try {
      for (long left = nanos; left > 0; left = nanos - (System.nanoTime() - start)) {
        in.checkpoint();
        TimeUnit.NANOSECONDS.sleep(Math.min(left, PIECE_NANOS));
      }
    } catch (InterruptedException e) {
      // Whoever interrupts a run ends it at the next checkpoint.
      Thread.currentThread().interrupt();
      in.checkpoint();
    }
  }
}
