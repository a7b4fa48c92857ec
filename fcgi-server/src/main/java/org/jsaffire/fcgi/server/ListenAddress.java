package org.jsaffire.fcgi.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Opens listening sockets by name: {@code /path} is a UNIX socket; {@code host:port}, {@code
 * [v6]:port} and {@code :port} are TCP (tools.md 8.2).
 */
public final class ListenAddress {
  /** Longest path that the system takes, in bytes. */
  private static final int MAX_PATH = 107;

  /** Mask and value of the file type in a file's mode, see stat(2). */
  private static final int FILE_TYPE = 0170000;

  private static final int SOCKET = 0140000;

  private static final int DEFAULT_BACKLOG = 1024;
  private static final String FORMAT = "bind address should be in <host|ip>:<port> format";

  private ListenAddress() {}

  /**
   * Opens a listening socket. A UNIX socket gets the mode 0660; a dead socket file in its place is
   * replaced, a live one or a file of another type is not.
   *
   * @param backlog of connections that wait to be accepted; 0 or less means 1024
   * @throws IOException with the message for the user: the name is wrong, or the socket cannot be
   *     made
   */
  public static ServerSocketChannel open(String name, int backlog) throws IOException {
    int size = backlog <= 0 ? DEFAULT_BACKLOG : backlog;
    return name.startsWith("/") ? openUnix(Path.of(name), size) : openTcp(name, size);
  }

  /**
   * Refuses a TCP address that leaves the port to the system.
   *
   * @throws IOException with the message for the user
   */
  public static void requirePort(String name) throws IOException {
    if (!name.startsWith("/") && parse(name).getPort() == 0) {
      throw new IOException("Incorrect value for port specified");
    }
  }

  private static ServerSocketChannel openTcp(String name, int backlog) throws IOException {
    InetSocketAddress address = parse(name);
    ServerSocketChannel channel = open(StandardProtocolFamily.INET);
    try {
      try {
        channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      } catch (IOException e) {
        throw new IOException("Cannot set SO_REUSEADDR on socket: " + e.getMessage(), e);
      }
      bind(channel, address, backlog);
      return channel;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private static InetSocketAddress parse(String name) throws IOException {
    int colon = name.lastIndexOf(':');
    if (colon < 0) {
      throw new IOException(FORMAT);
    }
    String host = name.substring(0, colon);
    if (host.startsWith("[") && host.endsWith("]")) {
      host = host.substring(1, host.length() - 1);
    } else if (host.indexOf(':') >= 0) {
      throw new IOException(FORMAT);
    }
    int port = port(name.substring(colon + 1));
    if (host.isEmpty()) {
      return new InetSocketAddress(port);
    }
    try {
      return new InetSocketAddress(InetAddress.getByName(host), port);
    } catch (UnknownHostException e) {
      throw new IOException("Incorrect value for addr specified", e);
    }
  }

  /** Port 0 lets the system choose; the command line refuses it before. */
  private static int port(String text) throws IOException {
    if (text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= 0xffff) {
      return Integer.parseInt(text);
    }
    throw new IOException("Incorrect value for port specified");
  }

  private static ServerSocketChannel openUnix(Path path, int backlog) throws IOException {
    if (path.toString().getBytes(StandardCharsets.UTF_8).length > MAX_PATH) {
      throw new IOException("Cannot bind() socket: path is longer than " + MAX_PATH + " bytes");
    }
    removeDeadSocket(path);
    UnixDomainSocketAddress address = UnixDomainSocketAddress.of(path);
    ServerSocketChannel channel = open(StandardProtocolFamily.UNIX);
    try {
      bind(channel, address, backlog);
      protect(path);
      return channel;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private static ServerSocketChannel open(StandardProtocolFamily family) throws IOException {
    try {
      return family == StandardProtocolFamily.UNIX
          ? ServerSocketChannel.open(family)
          : ServerSocketChannel.open();
    } catch (IOException | UnsupportedOperationException e) {
      throw new IOException("Cannot create socket", e);
    }
  }

  private static void bind(ServerSocketChannel channel, SocketAddress address, int backlog)
      throws IOException {
    try {
      channel.bind(address, backlog);
    } catch (IOException e) {
      throw new IOException("Cannot bind() socket: " + e.getMessage(), e);
    }
  }

  private static void protect(Path path) throws IOException {
    try {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw----"));
    } catch (IOException e) {
      Files.deleteIfExists(path);
      throw new IOException("Cannot chmod(): " + e.getMessage(), e);
    }
  }

  private static void removeDeadSocket(Path path) throws IOException {
    int mode;
    try {
      mode = (Integer) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException e) {
      return;
    }
    if ((mode & FILE_TYPE) != SOCKET) {
      throw new IOException("Cannot bind() socket: " + path + " exists and is no socket");
    }
    if (answers(path)) {
      throw new IOException("Cannot bind() socket: Address already in use");
    }
    Files.delete(path);
  }

  private static boolean answers(Path path) {
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
      return channel.isConnected();
    } catch (IOException e) {
      // Refused: the file is a leftover of a process that is gone.
      return false;
    }
  }
}
