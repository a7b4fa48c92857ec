package org.jsaffire.vm;

/** {@code saffire.exit(n)} (modules.md 2). */
public final class ExitRequest extends Unwinding {
  private static final long serialVersionUID = 1;

  private final int status;

  public ExitRequest(int status) {
    super("exit " + status);
    this.status = status;
  }

  public int status() {
    return status;
  }
}
