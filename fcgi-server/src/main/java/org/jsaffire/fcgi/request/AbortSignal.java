package org.jsaffire.fcgi.request;

import java.util.ArrayList;
import java.util.List;

/** Whether a request was aborted, and who wants to know. Safe for use by several threads. */
final class AbortSignal {
  private volatile boolean raised;
  private volatile boolean byRequest;
  private List<Runnable> callbacks;

  boolean isRaised() {
    return raised;
  }

  /** By ABORT_REQUEST, not only by the loss of the connection. */
  boolean isByRequest() {
    return byRequest;
  }

  /**
   * Notes the abort.
   *
   * @param lost the connection is gone, not just the request
   * @return what has to be called now; null when the signal was raised before
   */
  synchronized List<Runnable> raise(boolean lost) {
    byRequest |= !lost;
    if (raised) {
      return null;
    }
    raised = true;
    List<Runnable> waiting = callbacks == null ? List.of() : callbacks;
    callbacks = null;
    return waiting;
  }

  /** Calls back once, at once when the signal is raised already. */
  void onRaise(Runnable callback) {
    synchronized (this) {
      if (!raised) {
        callbacks = callbacks == null ? new ArrayList<>(1) : callbacks;
        callbacks.add(callback);
        return;
      }
    }
    callback.run();
  }
}
