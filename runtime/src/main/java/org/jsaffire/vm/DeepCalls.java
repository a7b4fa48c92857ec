package org.jsaffire.vm;

import java.util.function.Supplier;

/**
 * Calls that would use up the stack of the present thread go on in a thread with a large one, while
 * the present thread waits. So recursion through native code is limited by the call depth alone, on
 * the small threads of a container too.
 */
final class DeepCalls {
  /** Nested dispatch loops that any thread has room for. */
  static final int NESTING = 40;

  /** Reserved, not committed: only what is used becomes memory. */
  private static final long STACK_BYTES = 512L << 20;

  private DeepCalls() {}

  static <T> T call(Supplier<T> work) {
    Task<T> task = new Task<>(work);
    Thread thread = new Thread(null, task, Thread.currentThread().getName() + "-deep", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    boolean isInterrupted = false;
    for (; ; ) {
      try {
        thread.join();
        break;
      } catch (InterruptedException e) {
        isInterrupted = true;
      }
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
    return task.result();
  }

  private static final class Task<T> implements Runnable {
    private final Supplier<T> work;
    private T value;
    private RuntimeException exception;
    private Error error;

    Task(Supplier<T> work) {
      this.work = work;
    }

    @Override
    public void run() {
      try {
        value = work.get();
      } catch (RuntimeException e) {
        exception = e;
      } catch (Error e) {
        error = e;
      }
    }

    T result() {
      if (error != null) {
        throw error;
      }
      if (exception != null) {
        throw exception;
      }
      return value;
    }
  }
}
