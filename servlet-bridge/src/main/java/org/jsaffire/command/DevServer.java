package org.jsaffire.command;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.ResourceHandler;
import org.eclipse.jetty.util.resource.ResourceFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jsaffire.engine.Engine;
import org.jsaffire.engine.EngineOptions;
import org.jsaffire.jetty.SaffireHandler;

/**
 * The development server: scripts by {@link SaffireHandler}, other files by Jetty. Opened, started
 * and closed once.
 */
final class DevServer implements AutoCloseable {
  private static final int STOP_TIMEOUT_MILLIS = 5000;

  private final Server server;
  private final ServerConnector connector;
  private final InetAddress address;
  private final boolean https;
  private final Engine engine;

  /**
   * @param options of the engine, their roots included
   * @param directory real path of what is served
   * @param https with a certificate made for this run
   * @param requests takes each finished request
   * @param errors takes the lines that scripts write to standard error
   */
  DevServer(
      EngineOptions options,
      Path directory,
      InetAddress address,
      boolean https,
      RequestLog requests,
      Consumer<String> errors) {
    this.address = address;
    this.https = https;
    this.engine = new Engine(options);
    this.server = new Server(new ScriptThreads());
    this.connector = new ServerConnector(server, protocols(https, address));
    connector.setHost(address.getHostAddress());
    connector.setShutdownIdleTimeout(100);
    server.addConnector(connector);
    server.setHandler(new GracefulHandler(site(directory, errors)));
    server.setStopTimeout(STOP_TIMEOUT_MILLIS);
    server.setRequestLog(requests);
  }

  private Handler site(Path directory, Consumer<String> errors) {
    ResourceHandler files = new ResourceHandler();
    files.setDirAllowed(false);
    files.setEtags(true);
    files.setCacheControl("no-cache");
    files.setWelcomeFiles("index.html");
    ContextHandler context =
        new ContextHandler(
            new Handler.Sequence(new SaffireHandler(engine, directory, errors), files), "/");
    context.setBaseResource(ResourceFactory.of(context).newResource(directory));
    return context;
  }

  private static ConnectionFactory[] protocols(boolean https, InetAddress address) {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    HttpConnectionFactory http = new HttpConnectionFactory(configuration);
    if (!https) {
      return new ConnectionFactory[] {http};
    }
    configuration.addCustomizer(new SecureRequestCustomizer(false));
    SslContextFactory.Server ssl = new SslContextFactory.Server();
    SelfSignedKey key = SelfSignedKey.make(address);
    ssl.setKeyStore(key.store());
    ssl.setKeyStorePassword(key.password());
    return new ConnectionFactory[] {new SslConnectionFactory(ssl, http.getProtocol()), http};
  }

  /**
   * Listens on a port; may be tried again with another one.
   *
   * @throws java.net.BindException the port is taken, or not ours to take
   */
  void open(int port) throws IOException {
    connector.setPort(port);
    try {
      connector.open();
    } catch (IOException e) {
      if (e.getCause() instanceof java.net.BindException bind) {
        throw bind;
      }
      throw e;
    }
  }

  /**
   * Answers requests from now on.
   *
   * @throws IOException Jetty cannot start
   */
  void start() throws IOException {
    try {
      server.start();
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** Where a browser on this machine finds the server. */
  String url() {
    InetAddress reached = address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address;
    String scheme = https ? "https" : "http";
    return scheme + "://" + authority(reached, connector.getLocalPort()) + "/";
  }

  static String authority(InetAddress address, int port) {
    String host = address.getHostAddress();
    return (address instanceof Inet6Address ? "[" + host + "]" : host) + ":" + port;
  }

  /** Waits until the server has been stopped. */
  void await() {
    try {
      server.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Lets running requests end, a few seconds at most, and stops. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      // What is left ends with the process.
      server.setStopTimeout(0);
    }
    engine.close();
  }

  /** Threads with room for deep scripts. */
  private static final class ScriptThreads extends QueuedThreadPool {
    private static final long STACK_BYTES = 16L << 20;

    ScriptThreads() {
      setName("serve");
    }

    @Override
    public Thread newThread(Runnable job) {
      Thread thread = new Thread(null, job, "serve", STACK_BYTES);
      thread.setDaemon(isDaemon());
      return thread;
    }
  }
}
