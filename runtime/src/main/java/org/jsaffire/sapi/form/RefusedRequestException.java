package org.jsaffire.sapi.form;

/** A request that no script gets to see: it is malformed, or over a limit. */
public final class RefusedRequestException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;

  private RefusedRequestException(int status, String message) {
    super(message);
    this.status = status;
  }

  /** Status 400. */
  static RefusedRequestException malformed(String message) {
    return new RefusedRequestException(400, message);
  }

  /** Status 413. */
  static RefusedRequestException tooLarge(String what, long bytes) {
    return new RefusedRequestException(413, what + " is larger than " + bytes + " bytes");
  }

  /** The status of the reply. */
  public int status() {
    return status;
  }
}
