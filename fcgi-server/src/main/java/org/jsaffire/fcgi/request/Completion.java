package org.jsaffire.fcgi.request;

/** Hears once that a write ended. Must neither block nor throw. */
@FunctionalInterface
public interface Completion {
  /**
   * @param failure null when all bytes were handed to the operating system
   */
  void completed(Throwable failure);
}
