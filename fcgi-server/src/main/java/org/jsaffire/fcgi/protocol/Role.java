package org.jsaffire.fcgi.protocol;

/** What the web server asks an application to be (FastCGI 1.0, 6). */
public enum Role {
  /** Answers a request from PARAMS and STDIN. */
  RESPONDER(1),
  /** Allows or denies a request from PARAMS alone. */
  AUTHORIZER(2),
  /** Answers a request from PARAMS, STDIN and a file sent as DATA. */
  FILTER(3);

  private final int code;

  Role(int code) {
    this.code = code;
  }

  /** The number in BEGIN_REQUEST. */
  public int code() {
    return code;
  }

  /** The role of a number, or null. */
  public static Role of(int code) {
    return switch (code) {
      case 1 -> RESPONDER;
      case 2 -> AUTHORIZER;
      case 3 -> FILTER;
      default -> null;
    };
  }
}
