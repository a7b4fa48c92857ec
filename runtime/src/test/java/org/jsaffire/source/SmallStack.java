package org.jsaffire.source;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/** Runs code on a thread with the stack of a small container. */
public final class SmallStack {
  private static final int BYTES = 512 << 10;

  private SmallStack() {}

  /** The result of {@code code}; its exceptions come wrapped. */
  public static <T> T call(Callable<T> code) throws Exception {
    FutureTask<T> task = new FutureTask<>(code);
    Thread thread = new Thread(null, task, "small-stack", BYTES);
    thread.start();
    return task.get();
  }
}
