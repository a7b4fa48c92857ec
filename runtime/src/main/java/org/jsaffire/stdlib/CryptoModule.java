package org.jsaffire.stdlib;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jsaffire.object.Bool;
import org.jsaffire.object.ClassObject;
import org.jsaffire.object.Errors;
import org.jsaffire.object.HashObject;
import org.jsaffire.object.Invoker;
import org.jsaffire.object.NativeClass;
import org.jsaffire.object.Numerical;
import org.jsaffire.object.RawBytes;
import org.jsaffire.object.ScriptException;
import org.jsaffire.object.Str;
import org.jsaffire.object.Texts;
import org.jsaffire.object.Value;

/** Module {@code crypto} (modules.md 15.3): what the JDK provides. */
final class CryptoModule {
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BYTES = 16;
  private static final int MIN_SALT_BYTES = 8;

  private CryptoModule() {}

  static ClassObject build() {
    NativeClass type =
        NativeClass.named("crypto")
            .qualifiedName("\\saffire\\crypto")
            .asAbstract()
            .define(
                "static string hash(string alg, string s, boolean raw = false)",
                "The checksum of a text: md5, sha1, sha256, sha384, sha512 or crc32.",
                (in, self, alg, s, raw) -> output(Digests.hash(alg.toString(), bytes(s)), raw))
            .defineN(
                "static string hmac(string alg, string s, string key, boolean raw = false)",
                "The authentication code of a text under a key.",
                (in, self, a) ->
                    output(Digests.authenticate(a[0].toString(), bytes(a[1]), bytes(a[2])), a[3]));
    random(type);
    passwords(type);
    return type.define(
            "static string encrypt(string s, string key)",
            "A text encrypted with a key of 32 bytes (AES-256-GCM).",
            (in, self, s, key) -> encrypt(in, bytes(s), key(key)))
        .define(
            "static string decrypt(string s, string key)",
            "What encrypt was given.",
            (in, self, s, key) -> decrypt(in, s.toString(), key(key)))
        .define(
            "static string deriveKey(string pass, string salt)",
            "A key of 32 bytes from a pass phrase.",
            CryptoModule::deriveKey)
        .build();
  }

  private static void random(NativeClass type) {
    type.define(
            "static string randomBytes(numerical n)",
            "Bytes that nobody can guess.",
            (in, self, n) -> Texts.made(in, RawBytes.decode(randomBytes(in, n))))
        .define(
            "static string randomHex(numerical n)",
            "Bytes that nobody can guess, as hexadecimal digits.",
            (in, self, n) -> Texts.made(in, HexFormat.of().formatHex(randomBytes(in, n))))
        .define(
            "static numerical randomInt(numerical from, numerical to)",
            "A number that nobody can guess; both ends can occur.",
            (in, self, from, to) -> randomInt((Numerical) from, (Numerical) to))
        .define(
            "static string uuid()",
            "A random UUID.",
            (in, self) -> Str.of(UUID.randomUUID().toString()));
  }

  private static void passwords(NativeClass type) {
    type.define(
            "static string passwordHash(string s, hash|null options = none)",
            "A hash of a password to be stored; option iterations.",
            (in, self, s, options) ->
                Str.of(PasswordHashes.make(in, bytes(s), iterations(in, options))))
        .define(
            "static boolean passwordVerify(string s, string stored)",
            "Whether a password is that of a stored hash.",
            (in, self, s, stored) ->
                Bool.of(PasswordHashes.verify(in, bytes(s), stored.toString())))
        .define(
            "static boolean equals(string a, string b)",
            "Whether two texts are the same, in a time that does not tell where they differ.",
            (in, self, a, b) -> Bool.of(MessageDigest.isEqual(bytes(a), bytes(b))));
  }

  private static byte[] bytes(Value text) {
    return RawBytes.encode(text.toString());
  }

  private static Str output(byte[] bytes, Value raw) {
    return Str.of(raw == Bool.TRUE ? RawBytes.decode(bytes) : HexFormat.of().formatHex(bytes));
  }

  private static byte[] randomBytes(Invoker in, Value count) {
    long n = ((Numerical) count).clampedLong();
    if (n < 0) {
      throw Errors.argument("Size must be 0 or higher");
    }
    if (n > Integer.MAX_VALUE / 4) {
      throw Errors.system("String too long");
    }
    in.charge(n);
    byte[] bytes = new byte[(int) n];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }

  private static Numerical randomInt(Numerical from, Numerical to) {
    if (from.compareTo(to) > 0) {
      throw Errors.argument("'from' value must be lower than the 'to' value");
    }
    BigInteger range = to.bigValue().subtract(from.bigValue()).add(BigInteger.ONE);
    SecureRandom random = new SecureRandom();
    BigInteger value;
    do {
      value = new BigInteger(range.bitLength(), random);
    } while (value.compareTo(range) >= 0);
    return from.add(Numerical.of(value));
  }

  private static int iterations(Invoker in, Value options) {
    Numerical iterations = Numerical.of(PasswordHashes.ITERATIONS);
    if (options instanceof HashObject hash) {
      for (Value key : hash.keys()) {
        if (!key.toString().equals("iterations")) {
          throw Errors.argument("Unknown option '" + key + "'");
        }
        if (!(hash.get(in, key).unwrap() instanceof Numerical given)) {
          throw Errors.argument("Option 'iterations' must be a numerical");
        }
        iterations = given;
      }
    }
    if (iterations.compareTo(Numerical.of(PasswordHashes.ITERATIONS)) < 0) {
      throw Errors.argument("Iterations must be " + PasswordHashes.ITERATIONS + " or higher");
    }
    return Math.min(iterations.clampedInt(), PasswordHashes.MOST_ITERATIONS);
  }

  private static SecretKeySpec key(Value text) {
    byte[] key = bytes(text);
    if (key.length != KEY_BYTES) {
      throw Errors.argument("Key must be 32 bytes long, but is " + key.length);
    }
    return new SecretKeySpec(key, "AES");
  }

  private static Str encrypt(Invoker in, byte[] text, SecretKeySpec key) {
    byte[] nonce = new byte[NONCE_BYTES];
    new SecureRandom().nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce).doFinal(text);
      byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
      System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
      return Texts.made(in, Base64.getEncoder().encodeToString(all));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES/GCM", e);
    }
  }

  private static Str decrypt(Invoker in, String text, SecretKeySpec key) {
    try {
      byte[] all = Base64.getDecoder().decode(text);
      if (all.length < NONCE_BYTES + TAG_BYTES) {
        throw damaged();
      }
      byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
      byte[] plain =
          cipher(Cipher.DECRYPT_MODE, key, nonce)
              .doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
      return Texts.made(in, RawBytes.decode(plain));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw damaged();
    }
  }

  private static ScriptException damaged() {
    return Errors.argument("Cannot decrypt: wrong key or damaged data");
  }

  private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * 8, nonce));
    return cipher;
  }

  private static Value deriveKey(Invoker in, Value self, Value pass, Value salt) {
    byte[] salted = bytes(salt);
    if (salted.length < MIN_SALT_BYTES) {
      throw Errors.argument("Salt must be at least 8 bytes long, but is " + salted.length);
    }
    byte[] key = Pbkdf2.derive(in, bytes(pass), salted, PasswordHashes.ITERATIONS);
    return Str.of(RawBytes.decode(key));
  }
}
