package org.jsaffire.fcgi.request;

import java.io.IOException;

/** A peer or a program broke the rules of the protocol. */
public final class FastCgiException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Which rule, with the number that the classic library gives it. */
  public enum Kind {
    UNSUPPORTED_VERSION(-2),
    PROTOCOL(-3),
    PARAMS(-4),
    CALL_SEQUENCE(-5);

    private final int code;

    Kind(int code) {
      this.code = code;
    }

    /** The negative number of the classic library. */
    public int code() {
      return code;
    }
  }

  private final Kind kind;

  public FastCgiException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
