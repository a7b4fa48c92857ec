package org.jsaffire.sapi.session;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Session ids: 128 random bits in 32 hexadecimal digits. */
public final class SessionIds {
  private static final int BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private SessionIds() {}

  /** An id that nobody can guess. */
  public static String random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** The text may be an id of ours; others never reach a store. */
  public static boolean isValid(String id) {
    if (id.length() != BYTES * 2) {
      return false;
    }
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      if (!(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'f')) {
        return false;
      }
    }
    return true;
  }
}
