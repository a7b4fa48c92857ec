package org.jsaffire.bytecode;

/** A code file cannot be read, or code does not pass the verifier. The message says why. */
public final class BytecodeException extends Exception {
  private static final long serialVersionUID = 1;

  /**
   * @param message what was found and what was wanted
   */
  public BytecodeException(String message) {
    super(message);
  }
}
