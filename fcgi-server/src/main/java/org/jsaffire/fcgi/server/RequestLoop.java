package org.jsaffire.fcgi.server;

import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.util.Optional;
import org.jsaffire.fcgi.request.CgiExchange;
import org.jsaffire.fcgi.request.Exchange;
import org.jsaffire.sapi.Host;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes requests one by one, for programs that have a loop of their own:
 *
 * <pre>{@code
 * try (RequestLoop loop = RequestLoop.open()) {
 *   for (Optional<Exchange> next = loop.accept(); next.isPresent(); next = loop.accept()) {
 *     answer(next.get());
 *   }
 * }
 * }</pre>
 *
 * The same program runs under a FastCGI web server and as plain CGI. A loop belongs to one thread;
 * {@link #another()} makes one for a further thread.
 */
public final class RequestLoop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RequestLoop.class);

  private final FastCgiServer server;
  private final LoopDispatcher requests;
  private Exchange cgi;
  private Exchange current;

  private RequestLoop(FastCgiServer server, LoopDispatcher requests, Exchange cgi) {
    this.server = server;
    this.requests = requests;
    this.cgi = cgi;
  }

  /**
   * A loop for how the process was started: with a listening socket on descriptor 0, or as plain
   * CGI. FCGI_WEB_SERVER_ADDRS says which web servers may connect.
   *
   * @throws IOException the process was started in no such way, or the socket cannot be used
   */
  public static RequestLoop open() throws IOException {
    Host host = Host.system();
    ServerSocketChannel listener = FastCgi.inheritedSocket();
    if (listener == null) {
      if (FastCgi.isCgi()) {
        return new RequestLoop(null, null, new CgiExchange(host));
      }
      throw new IOException("descriptor 0 is no listening socket, and this is no CGI program");
    }
    String allowed = host.environment().get("FCGI_WEB_SERVER_ADDRS");
    return start(
        FastCgiServer.builder()
            .webServers(WebServerAddresses.parse(allowed, LOG::error))
            .listen(listener));
  }

  /**
   * A loop on an address, see {@link ListenAddress#open}.
   *
   * @throws IOException with a message for the user
   */
  public static RequestLoop listen(String address, ServerOptions options) throws IOException {
    return start(FastCgiServer.builder().options(options).listen(address));
  }

  private static RequestLoop start(FastCgiServer.Builder builder) throws IOException {
    LoopDispatcher[] made = new LoopDispatcher[1];
    FastCgiServer server =
        builder
            .front(
                (jetty, core) -> {
                  made[0] = new LoopDispatcher(core.options(), jetty.getThreadPool());
                  return made[0];
                })
            .start();
    return new RequestLoop(server, made[0], null);
  }

  /** A loop for another thread, on the same sockets. */
  public RequestLoop another() {
    return new RequestLoop(server, requests, null);
  }

  /** The server behind the loop; null under CGI. */
  public FastCgiServer server() {
    return server;
  }

  /**
   * Finishes the present request, then waits for the next. As plain CGI there is exactly one.
   *
   * @return empty when no more requests are to be answered
   * @throws InterruptedException the thread was interrupted while it waited
   */
  public Optional<Exchange> accept() throws InterruptedException {
    finishCurrent();
    if (requests == null) {
      current = cgi;
      cgi = null;
    } else {
      current = requests.take();
    }
    return Optional.ofNullable(current);
  }

  private void finishCurrent() {
    Exchange last = current;
    current = null;
    try {
      if (last != null) {
        last.finish();
      }
    } catch (IOException e) {
      LOG.debug("The reply was not delivered", e);
    }
  }

  /** Has {@link #accept()} return empty from now on, in all loops on these sockets. */
  public void shutdownPending() {
    cgi = null;
    if (requests != null) {
      requests.end();
    }
  }

  /** {@link #shutdownPending()} was called. */
  public boolean isShutdownPending() {
    return requests == null ? cgi == null : requests.isEnded();
  }

  /** Finishes the present request and stops the server behind all loops. */
  @Override
  public void close() {
    finishCurrent();
    shutdownPending();
    if (server != null) {
      server.close();
    }
  }
}
