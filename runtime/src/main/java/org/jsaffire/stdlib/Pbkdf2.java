package org.jsaffire.stdlib;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import org.jsaffire.object.Invoker;

/**
 * PBKDF2-HMAC-SHA256 (RFC 8018, 5.2) with a key of 32 bytes, which is one block. The JDK's takes
 * characters, not bytes, and cannot be interrupted.
 */
final class Pbkdf2 {
  private static final int STRIDE = 4096;

  private Pbkdf2() {}

  static byte[] derive(Invoker in, byte[] password, byte[] salt, int iterations) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(Digests.key(password, "HmacSHA256"));
      mac.update(salt);
      byte[] block = mac.doFinal(new byte[] {0, 0, 0, 1});
      byte[] key = block.clone();
      for (int i = 1; i < iterations; i++) {
        if (i % STRIDE == 0) {
          in.checkpoint();
        }
        mac.update(block);
        mac.doFinal(block, 0);
        for (int k = 0; k < key.length; k++) {
          key[k] ^= block[k];
        }
      }
      return key;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA256", e);
    }
  }
}
