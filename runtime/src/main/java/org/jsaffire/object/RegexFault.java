package org.jsaffire.object;

/**
 * What is wrong with a pattern.
 *
 * @param offset in the pattern, counted in code points from 0; its length when the end is at fault
 */
public record RegexFault(int offset, String reason) {
  /** Carries a fault out of the parser. */
  static final class Found extends Exception {
    private static final long serialVersionUID = 1;

    private final transient RegexFault fault;

    Found(int offset, String reason) {
      super(null, null, false, false);
      this.fault = new RegexFault(offset, reason);
    }

    RegexFault fault() {
      return fault;
    }
  }

  /** The message that scripts see (objects.md 7). */
  public String message() {
    return "Error while compiling regular expression at offset " + offset + ": " + reason;
  }
}
