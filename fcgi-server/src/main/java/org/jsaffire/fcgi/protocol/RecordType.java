package org.jsaffire.fcgi.protocol;

/** Types of records (FastCGI 1.0, 8). */
public final class RecordType {
  public static final int BEGIN_REQUEST = 1;
  public static final int ABORT_REQUEST = 2;
  public static final int END_REQUEST = 3;
  public static final int PARAMS = 4;
  public static final int STDIN = 5;
  public static final int STDOUT = 6;
  public static final int STDERR = 7;
  public static final int DATA = 8;
  public static final int GET_VALUES = 9;
  public static final int GET_VALUES_RESULT = 10;
  public static final int UNKNOWN_TYPE = 11;

  private static final String[] NAMES = {
    "BEGIN_REQUEST",
    "ABORT_REQUEST",
    "END_REQUEST",
    "PARAMS",
    "STDIN",
    "STDOUT",
    "STDERR",
    "DATA",
    "GET_VALUES",
    "GET_VALUES_RESULT",
    "UNKNOWN_TYPE"
  };

  private RecordType() {}

  /** The name for logs; a number for a type that the protocol does not define. */
  public static String name(int type) {
    return type >= 1 && type <= NAMES.length ? NAMES[type - 1] : "type " + type;
  }
}
