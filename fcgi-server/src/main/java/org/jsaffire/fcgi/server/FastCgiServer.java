package org.jsaffire.fcgi.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jsaffire.engine.Engine;
import org.jsaffire.fcgi.http.HandlerApplication;
import org.jsaffire.fcgi.request.WireExchange;

/**
 * A FastCGI endpoint: listens, runs an application, stops. Example:
 *
 * <pre>{@code
 * FastCgiServer server =
 *     FastCgiServer.builder().listen("127.0.0.1:9000").application(MyApp::service).start();
 * }</pre>
 */
public final class FastCgiServer implements AutoCloseable {
  /** Threads besides those that run requests: new and closed connections, time-outs. */
  private static final int SPARE_THREADS = 4;

  private final Server server;
  private final ServerCore core;
  private final List<FcgiConnector> connectors = new ArrayList<>();
  private final List<Path> ownPaths;
  private final List<ServerSocketChannel> listeners;

  private FastCgiServer(Builder builder) {
    ServerOptions options = builder.options;
    int selectors = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    this.listeners = List.copyOf(builder.listeners);
    this.ownPaths = List.copyOf(builder.ownPaths);
    this.server = new Server(threadPool(options, selectors * listeners.size()));
    this.core = new ServerCore(options, server.getScheduler());
    this.core.dispatchTo(builder.front.dispatcher(server, core));
    for (ServerSocketChannel listener : listeners) {
      FcgiConnectionFactory factory = new FcgiConnectionFactory(httpConfiguration(), core);
      FcgiConnector connector =
          new FcgiConnector(
              server,
              listener,
              builder.own.contains(listener),
              options.maxConnections(),
              builder.webServers,
              selectors,
              factory);
      connectors.add(connector);
      server.addConnector(connector);
    }
  }

  /** The web server adds Server and Date itself. */
  private static HttpConfiguration httpConfiguration() {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    configuration.setSendDateHeader(false);
    return configuration;
  }

  private static QueuedThreadPool threadPool(ServerOptions options, int selectors) {
    int max = options.threads() + selectors + SPARE_THREADS;
    QueuedThreadPool pool =
        new QueuedThreadPool(
            max,
            Math.min(max, selectors + SPARE_THREADS),
            60_000,
            0,
            null,
            null,
            work -> new Thread(null, work, "fcgi", options.stackBytes()));
    pool.setName("fcgi");
    return pool;
  }

  public static Builder builder() {
    return new Builder();
  }

  /** The TCP port of the first listening socket, or -1 when that is a UNIX socket. */
  public int port() {
    return address(0) instanceof InetSocketAddress inet ? inet.getPort() : -1;
  }

  /** The address of a listening socket, counted from 0 in the order they were named. */
  public SocketAddress address(int index) {
    try {
      return listeners.get(index).getLocalAddress();
    } catch (IOException e) {
      throw new IllegalStateException("the server is stopped", e);
    }
  }

  /** Open connections. */
  public int connectionCount() {
    return core.connectionCount();
  }

  /** Requests between BEGIN_REQUEST and END_REQUEST. */
  public int requestCount() {
    return core.admission().admitted();
  }

  /** Requests accepted since the start. */
  public long totalRequests() {
    return core.admission().total();
  }

  /** Bytes read from all connections since the start. */
  public long bytesReceived() {
    return core.bytesReceived();
  }

  private void start() throws IOException {
    try {
      server.start();
      core.startSweeping();
    } catch (Exception e) {
      close();
      throw new IOException("cannot start: " + e.getMessage(), e);
    }
  }

  /**
   * Stops: accepts no more, closes idle connections, gives running requests their time, then closes
   * everything and removes the socket files that this server made.
   */
  @Override
  public void close() {
    for (FcgiConnector connector : connectors) {
      connector.stopAccepting();
    }
    deleteOwnPaths();
    core.stopConnections();
    try {
      core.admission().awaitNone(core.options().stopMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("cannot stop", e);
    }
  }

  private void deleteOwnPaths() {
    for (Path path : ownPaths) {
      try {
        Files.deleteIfExists(path);
      } catch (IOException e) {
        // Somebody else rules the directory by now; a dead file there is replaced at the next
        // start.
      }
    }
  }

  /** How requests reach whoever answers them. */
  interface Front {
    Dispatcher dispatcher(Server server, ServerCore core);
  }

  /** Says where to listen and what to run. */
  public static final class Builder {
    private ServerOptions options = ServerOptions.defaults();
    private WebServerAddresses webServers = WebServerAddresses.ANY;
    private final List<ServerSocketChannel> listeners = new ArrayList<>();
    private final Set<ServerSocketChannel> own = new HashSet<>();
    private final List<Path> ownPaths = new ArrayList<>();
    private Front front;

    private Builder() {}

    public Builder options(ServerOptions newOptions) {
      options = newOptions;
      return this;
    }

    /** Web servers that may connect; by default all. */
    public Builder webServers(WebServerAddresses allowed) {
      webServers = allowed;
      return this;
    }

    /**
     * Listens at an address as in {@link ListenAddress#open}.
     *
     * @throws IOException with the message for the user
     */
    public Builder listen(String address) throws IOException {
      ServerSocketChannel channel = ListenAddress.open(address, 0);
      own.add(channel);
      if (channel.getLocalAddress() instanceof UnixDomainSocketAddress unix) {
        ownPaths.add(unix.getPath());
      }
      return listen(channel);
    }

    /** Listens on an open channel, for example an inherited one; the server never closes it. */
    public Builder listen(ServerSocketChannel channel) {
      listeners.add(channel);
      return this;
    }

    /** Answers requests by an application. */
    public Builder application(Application application) {
      return work(new ApplicationRunner(application));
    }

    /** Answers requests by the scripts that they name. */
    public Builder engine(Engine engine) {
      return work(new ScriptApplication(engine));
    }

    /**
     * Answers requests by a Jetty handler, such as a context with servlets. It is started and
     * stopped with the server.
     */
    public Builder handler(Handler handler) {
      return front(
          (server, core) -> {
            server.setHandler(handler);
            Executor executor = server.getThreadPool();
            HandlerApplication work =
                new HandlerApplication(exchange -> (FcgiConnection) exchange.link(), executor);
            return new ThreadedDispatcher(core.options(), executor, work);
          });
    }

    /** Answers requests by work that finishes each exchange itself and throws nothing. */
    Builder work(Consumer<WireExchange> work) {
      return front(
          (server, core) -> new ThreadedDispatcher(core.options(), server.getThreadPool(), work));
    }

    Builder front(Front newFront) {
      front = newFront;
      return this;
    }

    /**
     * Makes the server and starts it.
     *
     * @throws IOException it cannot start
     * @throws IllegalStateException nothing to run, or nowhere to listen
     */
    public FastCgiServer start() throws IOException {
      if (front == null || listeners.isEmpty()) {
        throw new IllegalStateException("an application and a listening address are needed");
      }
      FastCgiServer started = new FastCgiServer(this);
      started.start();
      return started;
    }
  }
}
