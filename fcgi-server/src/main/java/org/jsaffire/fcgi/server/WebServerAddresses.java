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
import java.util.function.Consumer;

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
   * Reads a list. An entry that is no dotted IPv4 address allows nobody.
   *
   * @param list null or empty means that everybody may connect
   * @param problems hears of wrong entries
   */
  public static WebServerAddresses parse(String list, Consumer<String> problems) {
    if (list == null || list.isEmpty()) {
      return ANY;
    }
    Set<Integer> addresses = new HashSet<>();
    for (String entry : list.split(",", -1)) {
      Integer address = parseAddress(entry.trim());
      if (address == null) {
        problems.accept("FCGI_WEB_SERVER_ADDRS: '" + entry.trim() + "' is no dotted IPv4 address");
      } else {
        addresses.add(address);
      }
    }
    return new WebServerAddresses(addresses);
  }

  /** The address, or null. */
  private static Integer parseAddress(String entry) {
    String[] parts = entry.split("\\.", -1);
    int address = 0;
    for (String part : parts) {
      if (parts.length != 4 || !part.matches("[0-9]{1,3}") || Integer.parseInt(part) > 255) {
        return null;
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
