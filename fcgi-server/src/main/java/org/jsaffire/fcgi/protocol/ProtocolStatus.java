package org.jsaffire.fcgi.protocol;

/** How END_REQUEST says a request ended on the level of the protocol (FastCGI 1.0, 5.5). */
public final class ProtocolStatus {
  /** The request was carried out, or was aborted by the web server. */
  public static final int REQUEST_COMPLETE = 0;

  /** Rejected: a second request on a connection that takes one at a time. */
  public static final int CANT_MPX_CONN = 1;

  /** Rejected: no resource left. */
  public static final int OVERLOADED = 2;

  /** Rejected: the role is unknown, or not offered. */
  public static final int UNKNOWN_ROLE = 3;

  private ProtocolStatus() {}
}
