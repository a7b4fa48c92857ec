package org.jsaffire.cli;

import java.util.List;
import org.jsaffire.sapi.Host;

/** Where the process starts. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    int code = new Program(Host.system()).run(List.of(args));
    // Threads that a command has left behind must not hold the process.
    System.exit(code);
  }
}
