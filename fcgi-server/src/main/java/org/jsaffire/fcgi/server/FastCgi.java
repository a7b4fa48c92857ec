package org.jsaffire.fcgi.server;

import java.io.IOException;
import java.nio.channels.Channel;
import java.nio.channels.ServerSocketChannel;
import org.jsaffire.sapi.Host;

/** How this process was started (FastCGI 1.0, 2.2), and listening sockets by name. */
public final class FastCgi {
  private FastCgi() {}

  /**
   * The listening socket on descriptor 0, of any family.
   *
   * @return null when descriptor 0 is something else
   * @throws IOException the system does not tell
   */
  public static ServerSocketChannel inheritedSocket() throws IOException {
    Channel channel = System.inheritedChannel();
    return channel instanceof ServerSocketChannel listener ? listener : null;
  }

  /**
   * The process is a plain CGI program: descriptor 0 does not listen, and the environment has
   * GATEWAY_INTERFACE.
   */
  public static boolean isCgi() throws IOException {
    return inheritedSocket() == null
        && Host.system().environment().containsKey("GATEWAY_INTERFACE");
  }

  /**
   * Opens a listening socket, see {@link ListenAddress#open}.
   *
   * @param backlog of connections that wait to be accepted; 0 or less means 1024
   * @throws IOException with a message for the user
   */
  public static ServerSocketChannel openSocket(String address, int backlog) throws IOException {
    return ListenAddress.open(address, backlog);
  }
}
