package org.jsaffire.stdlib;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsaffire.object.Invoker;

/** Hashes of passwords that tell how they were made: {@code $pbkdf2-sha256$i=N$SALT$HASH}. */
final class PasswordHashes {
  /** The least number of rounds that new hashes get. */
  static final int ITERATIONS = 600_000;

  /** More would tie up a worker for minutes. */
  static final int MOST_ITERATIONS = 100_000_000;

  private static final int SALT_BYTES = 16;

  private static final Pattern STORED =
      Pattern.compile("\\$pbkdf2-sha256\\$i=([0-9]{1,9})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]{43})");

  private PasswordHashes() {}

  static String make(Invoker in, byte[] password, int iterations) {
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$pbkdf2-sha256$i="
        + iterations
        + "$"
        + base64.encodeToString(salt)
        + "$"
        + base64.encodeToString(Pbkdf2.derive(in, password, salt, iterations));
  }

  /** The password is that of the stored hash; false for texts that are none. */
  static boolean verify(Invoker in, byte[] password, String stored) {
    Matcher matcher = STORED.matcher(stored);
    if (!matcher.matches()) {
      return false;
    }
    int iterations = Integer.parseInt(matcher.group(1));
    if (iterations < 1 || iterations > MOST_ITERATIONS || matcher.group(2).length() % 4 == 1) {
      return false;
    }
    byte[] salt = Base64.getDecoder().decode(matcher.group(2));
    byte[] wanted = Base64.getDecoder().decode(matcher.group(3));
    return MessageDigest.isEqual(wanted, Pbkdf2.derive(in, password, salt, iterations));
  }
}
