package org.jsaffire.fcgi.server;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Web servers that may connect, from FCGI_WEB_SERVER_ADDRS: dotted IPv4 addresses with commas
 * between them (FastCGI 1.0, 3.2). Immutable.
 */
public final class WebServerAddresses {
  /** Everybody may connect. */
  public static final WebServerAddresses ANY = new WebServerAddresses(null);

  private final Set<Integer> allowed;

  private WebServerAddresses(Set<Integer> allowed) {
    this.allowed = allowed;
  }

  /**
   * Reads a list.
   *
   * @param list null or empty means that everybody may connect
   * @throws IllegalArgumentException an entry is no dotted IPv4 address
   */
  public static WebServerAddresses parse(String list) {
    if (list == null || list.isEmpty()) {
      return ANY;
    }
    Set<Integer> addresses = new HashSet<>();
    for (String entry : list.split(",", -1)) {
      addresses.add(parseAddress(entry.trim(), list));
    }
    return new WebServerAddresses(addresses);
  }

  private static int parseAddress(String entry, String list) {
    String[] parts = entry.split("\\.", -1);
    int address = 0;
    for (String part : parts) {
      if (parts.length != 4 || !part.matches("[0-9]{1,3}") || Integer.parseInt(part) > 255) {
        throw new IllegalArgumentException(
            "FCGI_WEB_SERVER_ADDRS is '" + list + "', want dotted IPv4 addresses");
      }
      address = address << 8 | Integer.parseInt(part);
    }
    return address;
  }

  /** The peer may connect. With a list, only TCP peers can be in it. */
  public boolean allows(SocketAddress peer) {
    if (allowed == null) {
      return true;
    }
    if (!(peer instanceof InetSocketAddress inet)) {
      return false;
    }
    InetAddress address = inet.getAddress();
    if (address instanceof Inet4Address) {
      return allowed.contains(number(address.getAddress()));
    }
    if (address instanceof Inet6Address six && six.isIPv4CompatibleAddress()) {
      return allowed.contains(number(Arrays.copyOfRange(six.getAddress(), 12, 16)));
    }
    return false;
  }

  private static int number(byte[] four) {
    return ByteBuffer.wrap(four).getInt();
  }
}
