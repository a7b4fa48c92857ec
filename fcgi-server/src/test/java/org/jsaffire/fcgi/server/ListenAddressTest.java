package org.jsaffire.fcgi.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListenAddressTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "localhost, 'bind address should be in <host|ip>:<port> format'",
    "'::1:80', 'bind address should be in <host|ip>:<port> format'",
    "'127.0.0.1:', Incorrect value for port specified",
    "127.0.0.1:65536, Incorrect value for port specified",
    "127.0.0.1:-1, Incorrect value for port specified",
    "127.0.0.1:80x, Incorrect value for port specified",
    "999.1.1.1.1:80, Incorrect value for addr specified",
  })
  void wrongAddresses(String address, String message) {
    IOException e = assertThrows(IOException.class, () -> ListenAddress.open(address, 0));
    assertEquals(message, e.getMessage());
  }

  @Test
  void portZeroIsForTestsOnly() {
    IOException e = assertThrows(IOException.class, () -> ListenAddress.requirePort("127.0.0.1:0"));
    assertEquals("Incorrect value for port specified", e.getMessage());
  }

  @Test
  void tcpOfBothFamiliesAndAllAddresses() throws IOException {
    for (String name : new String[] {"127.0.0.1:0", "localhost:0", "[::1]:0", ":0"}) {
      try (ServerSocketChannel channel = ListenAddress.open(name, 5)) {
        assertTrue(((InetSocketAddress) channel.getLocalAddress()).getPort() > 0, name);
      }
    }
  }

  @Test
  void takenPort() throws IOException {
    try (ServerSocketChannel first = ListenAddress.open("127.0.0.1:0", 5)) {
      int port = ((InetSocketAddress) first.getLocalAddress()).getPort();
      IOException e =
          assertThrows(IOException.class, () -> ListenAddress.open("127.0.0.1:" + port, 5));
      assertTrue(e.getMessage().startsWith("Cannot bind() socket: "), e.getMessage());
    }
  }

  @Test
  void unixSocketHasModeAndReplacesADeadOne() throws IOException {
    Path path = directory.resolve("s");
    ListenAddress.open(path.toString(), 0).close();
    assertTrue(Files.exists(path));
    try (ServerSocketChannel channel = ListenAddress.open(path.toString(), 0)) {
      assertTrue(channel.isOpen());
      assertEquals("rw-rw----", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
    }
  }

  @Test
  void liveSocketIsLeftAlone() throws IOException {
    Path path = directory.resolve("s");
    try (ServerSocketChannel live = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      live.bind(UnixDomainSocketAddress.of(path));
      IOException e = assertThrows(IOException.class, () -> ListenAddress.open(path.toString(), 0));
      assertEquals("Cannot bind() socket: Address already in use", e.getMessage());
      assertTrue(Files.exists(path));
    }
  }

  @Test
  void otherFilesAreLeftAlone() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "precious");
    Path link = Files.createSymbolicLink(directory.resolve("link"), file);
    for (Path path : new Path[] {file, link, directory}) {
      IOException e = assertThrows(IOException.class, () -> ListenAddress.open(path.toString(), 0));
      assertTrue(e.getMessage().endsWith(" exists and is no socket"), e.getMessage());
    }
    assertEquals("precious", Files.readString(file));
  }

  @Test
  void pathsAreLimited() {
    String longPath = "/tmp/" + "x".repeat(103);
    IOException e = assertThrows(IOException.class, () -> ListenAddress.open(longPath, 0));
    assertTrue(e.getMessage().contains("107"), e.getMessage());
    assertFalse(Files.exists(Path.of(longPath)));
  }

  @Test
  void webServerAddresses() throws IOException {
    StringBuilder problems = new StringBuilder();
    WebServerAddresses list =
        WebServerAddresses.parse("127.0.0.1, 10.0.0.300,192.168.1.2,", problems::append);
    assertTrue(problems.toString().contains("'10.0.0.300' is no dotted IPv4 address"));
    assertTrue(list.allows(peer("127.0.0.1")));
    assertTrue(list.allows(peer("192.168.1.2")));
    assertFalse(list.allows(peer("127.0.0.2")));
    assertFalse(list.allows(UnixDomainSocketAddress.of("/tmp/x")));
    assertTrue(WebServerAddresses.ANY.allows(UnixDomainSocketAddress.of("/tmp/x")));
    assertFalse(WebServerAddresses.parse("nonsense", p -> {}).allows(peer("127.0.0.1")));
  }

  private static InetSocketAddress peer(String dotted) throws IOException {
    byte[] bytes = new byte[4];
    String[] parts = dotted.split("\\.", -1);
    for (int i = 0; i < 4; i++) {
      bytes[i] = (byte) Integer.parseInt(parts[i]);
    }
    return new InetSocketAddress(InetAddress.getByAddress(bytes), 1);
  }
}
