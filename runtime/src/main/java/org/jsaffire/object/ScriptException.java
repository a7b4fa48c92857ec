package org.jsaffire.object;

/**
 * An exception of the language on its way through Java code. Carries the exception object; has no
 * Java stack trace.
 */
public final class ScriptException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Instance exception;

  public ScriptException(Instance exception) {
    super(null, null, false, false);
    this.exception = exception;
  }

  /** An instance of the class exception or a descendant. */
  public Instance exception() {
    return exception;
  }

  public ExceptionState state() {
    return (ExceptionState) exception.payload();
  }

  /** {@code CLASS: MESSAGE}, for logs of embedding programs. */
  @Override
  public String getMessage() {
    return exception.type().name() + ": " + state().message();
  }
}
