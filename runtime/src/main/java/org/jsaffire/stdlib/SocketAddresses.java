package org.jsaffire.stdlib;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import org.jsaffire.object.Invoker;

/** Addresses of sockets by host and port, or by path. */
final class SocketAddresses {
  static final int AF_UNIX = 1;
  static final int AF_INET = 2;
  static final int AF_INET6 = 10;

  private static final int MAX_PORT = 65_535;

  private SocketAddresses() {}

  /**
   * An address; names of hosts are looked up.
   *
   * @param host a name or number, empty for any; for AF_UNIX the path
   */
  static SocketAddress of(Invoker in, int family, String host, long port) throws IOException {
    if (family == AF_UNIX) {
      try {
        return UnixDomainSocketAddress.of(in.service(FileAccess.class).follow(host));
      } catch (InvalidPathException e) {
        throw new IOException("Invalid argument", e);
      }
    }
    if (port < 0 || port > MAX_PORT) {
      throw new IOException("Invalid port " + port);
    }
    return new InetSocketAddress(resolve(family, host), (int) port);
  }

  private static InetAddress resolve(int family, String host) throws IOException {
    if (host.isEmpty()) {
      return InetAddress.getByAddress(new byte[family == AF_INET ? 4 : 16]);
    }
    for (InetAddress address : InetAddress.getAllByName(host)) {
      if (family == AF_INET ? address instanceof Inet4Address : address instanceof Inet6Address) {
        return address;
      }
    }
    throw new UnknownHostException(host);
  }

  /** The host of an address as a number, or a path; empty for none. */
  static String host(SocketAddress address) {
    if (address instanceof InetSocketAddress inet) {
      return inet.getAddress().getHostAddress();
    }
    return address instanceof UnixDomainSocketAddress unix ? unix.getPath().toString() : "";
  }

  /** The port of an address; 0 for none. */
  static int port(SocketAddress address) {
    return address instanceof InetSocketAddress inet ? inet.getPort() : 0;
  }
}
