package org.jsaffire.stdlib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.jsaffire.golden.MemoryContext;
import org.jsaffire.object.Bool;
import org.jsaffire.object.HashObject;
import org.jsaffire.object.Numerical;
import org.jsaffire.object.ScriptException;
import org.jsaffire.object.Str;
import org.jsaffire.object.TestInvoker;
import org.jsaffire.object.Value;
import org.jsaffire.sapi.RequestContext;
import org.jsaffire.sapi.Sapi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A socket of a script as a client of TLS, against a server with a certificate of its own. */
class SocketTlsTest {
  private static final String PASSWORD = "changeit";

  @TempDir Path directory;

  private final TestInvoker in = new TestInvoker();
  private SSLServerSocket server;
  private Thread echo;

  /** Why the server gave up, for tests in which it must. */
  private volatile IOException failure;

  @BeforeEach
  void serve() throws Exception {
    in.provide(SocketAccess.class, new SocketAccess(true));
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(keyStore(), PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    server =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 5, InetAddress.getLoopbackAddress());
    echo = new Thread(this::echo, "echo");
    echo.start();
  }

  private KeyStore keyStore() throws Exception {
    Path file = directory.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD)
            .inheritIO()
            .start();
    assertEquals(0, keytool.waitFor());
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream bytes = Files.newInputStream(file)) {
      store.load(bytes, PASSWORD.toCharArray());
    }
    return store;
  }

  /** Sends one line back; a client that gives up in the handshake is nothing to tell of. */
  private void echo() {
    try (SSLSocket peer = (SSLSocket) server.accept()) {
      InputStream lines = peer.getInputStream();
      for (int b; (b = lines.read()) >= 0; ) {
        peer.getOutputStream().write(b);
        if (b == '\n') {
          return;
        }
      }
    } catch (IOException e) {
      failure = e;
    }
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
    echo.join();
    in.service(OpenFiles.class).close();
  }

  private Value connect() {
    Value socket = in.call(SocketClass.build(), Numerical.of(2), Numerical.of(1), Numerical.of(0));
    in.send(
        socket,
        "connect",
        Str.of("127.0.0.1"),
        Numerical.of(server.getLocalPort()),
        Numerical.of(5000));
    return socket;
  }

  private HashObject options(String name, Value value) {
    HashObject options = new HashObject();
    options.put(in, name, value);
    return options;
  }

  @Test
  void talksToAServerThatItNeedNotTrust() {
    Value socket = connect();
    in.send(socket, "startTls", options("verify", Bool.FALSE));
    assertEquals("7", in.text(socket, "write", Str.of("secret\n")));
    assertEquals("secret", in.text(socket, "readln"));
    assertEquals("", in.text(socket, "read", Numerical.of(10)));
  }

  @Test
  void refusesACertificateThatNobodyVouchesFor() throws InterruptedException {
    Value socket = connect();
    ScriptException e =
        assertThrows(
            ScriptException.class,
            () -> in.send(socket, "startTls", options("host", Str.of("localhost"))));
    assertEquals("ioException: Cannot start TLS: certificate is not trusted", e.getMessage());
    echo.join();
    assertNotNull(failure);
  }

  @Test
  void socketsAreOffWhereTheRunIsNotAllowedThem() {
    in.provide(SocketAccess.class, new SocketAccess(false));
    in.provide(RequestContext.class, new MemoryContext(Sapi.SERVLET, Map.of(), new byte[0]));
    ScriptException e = assertThrows(ScriptException.class, this::connect);
    assertEquals("ioException: Cannot create socket: Operation not permitted", e.getMessage());
    in.provide(SocketAccess.class, new SocketAccess(true));
    in.send(connect(), "close");
  }
}
