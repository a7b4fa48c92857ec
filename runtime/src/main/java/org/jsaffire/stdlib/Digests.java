package org.jsaffire.stdlib;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jsaffire.object.Errors;
import org.jsaffire.object.ScriptException;

/** Checksums and message authentication codes by name (modules.md 15.3). */
final class Digests {
  private static final Map<String, String> NAMES =
      Map.of(
          "md5", "MD5",
          "sha1", "SHA-1",
          "sha256", "SHA-256",
          "sha384", "SHA-384",
          "sha512", "SHA-512");

  private Digests() {}

  static byte[] hash(String name, byte[] data) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.equals("crc32")) {
      CRC32 crc = new CRC32();
      crc.update(data);
      return ByteBuffer.allocate(4).putInt((int) crc.getValue()).array();
    }
    if (!NAMES.containsKey(lower)) {
      throw unknown(name, "sha512 or crc32");
    }
    try {
      return MessageDigest.getInstance(NAMES.get(lower)).digest(data);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(name, e);
    }
  }

  static byte[] authenticate(String name, byte[] data, byte[] key) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (!NAMES.containsKey(lower)) {
      throw unknown(name, "or sha512");
    }
    try {
      String algorithm = "Hmac" + NAMES.get(lower).replace("-", "");
      Mac mac = Mac.getInstance(algorithm);
      mac.init(key(key, algorithm));
      return mac.doFinal(data);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(name, e);
    }
  }

  /** A key for HMAC, which fills keys up with zeros; the JDK takes no empty one. */
  static Key key(byte[] bytes, String algorithm) {
    return new SecretKeySpec(bytes.length == 0 ? new byte[1] : bytes, algorithm);
  }

  private static ScriptException unknown(String name, String rest) {
    String separator = rest.startsWith("or") ? " " : ", ";
    return Errors.argument(
        "Unknown hash algorithm '" + name + "', use md5, sha1, sha256, sha384" + separator + rest);
  }
}
