package org.jsaffire.cli.spi;

/** The exit codes of the program. A script that {@code exec} runs may choose any other. */
public enum ExitCode {
  OK(0),
  /** A failure, a usage error included (tools.md 1.2). */
  FAILURE(1);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }
}
