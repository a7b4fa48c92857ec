package org.jsaffire.sapi;

/** A client sent more fields than allowed, or names nested too deeply. */
public final class FormLimitException extends Exception {
  private static final long serialVersionUID = 1L;

  FormLimitException(String message) {
    super(message);
  }
}
