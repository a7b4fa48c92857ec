package org.jsaffire.fcgi.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.util.HostPort;
import org.jsaffire.fcgi.request.WireExchange;

/** The client's connection to the web server, as the web server tells of it. */
final class PeerMetaData extends ConnectionMetaData.Wrapper {
  /** Only numbers, so that no name is ever looked up. */
  private static final Pattern ADDRESS =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F]*:[0-9a-fA-F:.]+");

  private final Map<String, String> environment;

  PeerMetaData(ConnectionMetaData connection, WireExchange exchange) {
    super(connection);
    this.environment = exchange.environment();
  }

  @Override
  public HttpVersion getHttpVersion() {
    return RequestHead.version(environment);
  }

  @Override
  public String getProtocol() {
    return getHttpVersion().asString();
  }

  @Override
  public boolean isSecure() {
    return RequestHead.isSecure(environment);
  }

  @Override
  public SocketAddress getRemoteSocketAddress() {
    SocketAddress told = address("REMOTE_ADDR", "REMOTE_PORT");
    return told == null ? super.getRemoteSocketAddress() : told;
  }

  @Override
  public SocketAddress getLocalSocketAddress() {
    SocketAddress told = address("SERVER_ADDR", "SERVER_PORT");
    return told == null ? super.getLocalSocketAddress() : told;
  }

  /** Never that of a UNIX socket, which has none. */
  @Override
  public HostPort getServerAuthority() {
    String name = environment.get("SERVER_NAME");
    int port = port(environment.get("SERVER_PORT"));
    String host = name == null || name.isEmpty() ? "localhost" : name;
    return new HostPort(host, port == 0 ? -1 : port);
  }

  private SocketAddress address(String name, String portName) {
    String address = environment.get(name);
    if (address == null || !ADDRESS.matcher(address).matches()) {
      return null;
    }
    try {
      return new InetSocketAddress(InetAddress.getByName(address), port(environment.get(portName)));
    } catch (UnknownHostException e) {
      // Digits that are no address, such as 999.1.1.1.
      return null;
    }
  }

  /** The port, or 0. */
  static int port(String text) {
    if (text == null || !text.matches("[0-9]{1,5}")) {
      return 0;
    }
    int port = Integer.parseInt(text);
    return port > 0xffff ? 0 : port;
  }
}
