package org.jsaffire.command;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jsaffire.cli.spi.CommandException;

/**
 * A key and a certificate that it signed itself, made by the JDK's keytool for one run.
 *
 * @param password of the store
 */
record SelfSignedKey(KeyStore store, String password) {
  /**
   * Makes a key for this machine's names.
   *
   * @throws CommandException keytool is missing or fails
   */
  static SelfSignedKey make(InetAddress address) {
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    String password = HexFormat.of().formatHex(random);
    try {
      Path directory = Files.createTempDirectory("saffire-https-");
      Path file = directory.resolve("key.p12");
      try {
        runKeytool(file, password, address);
        return new SelfSignedKey(load(file, password), password);
      } finally {
        Files.deleteIfExists(file);
        Files.delete(directory);
      }
    } catch (IOException | GeneralSecurityException e) {
      throw new CommandException("cannot make a certificate: " + e.getMessage(), e);
    }
  }

  private static KeyStore load(Path file, String password)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, password.toCharArray());
    }
    return store;
  }

  private static void runKeytool(Path file, String password, InetAddress address)
      throws IOException {
    String names = "SAN=dns:localhost,ip:127.0.0.1,ip:::1,ip:" + address.getHostAddress();
    ProcessBuilder keytool =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "serve",
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-dname",
            "CN=localhost, O=Saffire development server",
            "-ext",
            names,
            "-validity",
            "30",
            "-storetype",
            "PKCS12",
            "-keystore",
            file.toString(),
            "-storepass:env",
            "SAFFIRE_STORE_PASSWORD");
    keytool.environment().put("SAFFIRE_STORE_PASSWORD", password);
    keytool.redirectErrorStream(true);
    Process process = keytool.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(said.strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
