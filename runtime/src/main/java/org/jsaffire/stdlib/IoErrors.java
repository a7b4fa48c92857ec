package org.jsaffire.stdlib;

import java.io.IOException;
import org.jsaffire.object.Errors;
import org.jsaffire.object.ScriptException;

/** Failures of input and output as exceptions of the language. */
final class IoErrors {
  private IoErrors() {}

  /** An ioException {@code what: reason}. */
  static ScriptException failed(String what, IOException cause) {
    return Errors.io(what + ": " + reason(cause));
  }

  /** Why an operation failed, in a few words and without names of Java. */
  static String reason(IOException cause) {
    String message = cause.getMessage();
    return message == null || message.isBlank() ? "input/output error" : message;
  }
}
