package org.jsaffire.vm;

/** A run went over one of its limits (tools.md 3.4). */
public final class LimitExceeded extends Unwinding {
  private static final long serialVersionUID = 1;

  /**
   * @param message names the limit and its value
   */
  public LimitExceeded(String message) {
    super(message);
  }
}
