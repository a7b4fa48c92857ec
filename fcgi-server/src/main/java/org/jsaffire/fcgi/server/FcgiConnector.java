package org.jsaffire.fcgi.server;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.IO;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Accepts connections on a listening channel of any family that somebody else opened or inherited.
 * Accepts on a selector, so that the channel is always non-blocking: the mode belongs to the shared
 * descriptor, and other processes may hold it too. Deletes no path.
 */
final class FcgiConnector extends AbstractConnector {
  /** Connections accepted in a row before other events get their turn. */
  private static final int ACCEPT_BATCH = 64;

  private static final long RETRY_MILLIS = 500;

  private final ServerSocketChannel listener;
  private final boolean ownsListener;
  private final int maxConnections;
  private final WebServerAddresses allowed;
  private final Selectors selectors;
  private final Acceptor acceptor = new Acceptor();
  private final AtomicInteger connections = new AtomicInteger();

  FcgiConnector(
      Server server,
      ServerSocketChannel listener,
      boolean ownsListener,
      int maxConnections,
      WebServerAddresses allowed,
      int selectorCount,
      ConnectionFactory factory) {
    super(server, null, null, null, 0, factory);
    this.listener = listener;
    this.ownsListener = ownsListener;
    this.maxConnections = maxConnections;
    this.allowed = allowed;
    this.selectors = new Selectors(selectorCount);
    setIdleTimeout(0);
    installBean(selectors, true);
  }

  @Override
  protected void doStart() throws Exception {
    listener.configureBlocking(false);
    super.doStart();
    acceptor.start();
  }

  /**
   * Accepts no more. A channel of somebody else stays open: closing an inherited one would put
   * {@code /dev/null} on descriptors 0 to 2, which may be files of the JVM by now.
   */
  void stopAccepting() {
    if (ownsListener) {
      IO.close(listener);
    }
    acceptor.stop();
  }

  @Override
  protected void doStop() throws Exception {
    stopAccepting();
    super.doStop();
  }

  @Override
  protected void accept(int acceptorId) {
    throw new IllegalStateException("accepting is the selector's work");
  }

  @Override
  public Object getTransport() {
    return listener;
  }

  private void onClosed() {
    if (connections.getAndDecrement() == maxConnections) {
      acceptor.resume();
    }
  }

  private void configure(SocketChannel channel) throws IOException {
    channel.configureBlocking(false);
    if (channel.supportedOptions().contains(StandardSocketOptions.TCP_NODELAY)) {
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    }
  }

  /** The listening channel's place on a selector. */
  private final class Acceptor implements ManagedSelector.Selectable {
    private ManagedSelector selector;
    private volatile SelectionKey key;

    void start() {
      selector = selectors.first();
      selector.submit(this::register);
    }

    private void register(Selector target) {
      try {
        key = listener.register(target, SelectionKey.OP_ACCEPT, this);
      } catch (IOException e) {
        LOG.warn("Cannot accept on {}", listener, e);
      }
    }

    void stop() {
      if (selector != null) {
        selector.submit(target -> cancel());
      }
    }

    private void cancel() {
      SelectionKey current = key;
      if (current != null) {
        current.cancel();
      }
    }

    void resume() {
      if (selector != null) {
        selector.submit(target -> interest(SelectionKey.OP_ACCEPT));
      }
    }

    private void interest(int operations) {
      SelectionKey current = key;
      if (current != null && current.isValid()) {
        current.interestOps(operations);
      }
    }

    @Override
    public Runnable onSelected() {
      try {
        for (int i = 0; i < ACCEPT_BATCH; i++) {
          if (connections.get() >= maxConnections) {
            pauseAtLimit();
            return null;
          }
          SocketChannel channel = listener.accept();
          if (channel == null) {
            return null;
          }
          accepted(channel);
        }
      } catch (IOException e) {
        if (listener.isOpen()) {
          LOG.warn("Cannot accept a connection", e);
          interest(0);
          getScheduler().schedule(this::resume, RETRY_MILLIS, TimeUnit.MILLISECONDS);
        }
      }
      return null;
    }

    /** A connection that closed in between finds the interest gone, so look once more. */
    private void pauseAtLimit() {
      interest(0);
      if (connections.get() < maxConnections) {
        interest(SelectionKey.OP_ACCEPT);
      }
    }

    private void accepted(SocketChannel channel) {
      try {
        if (!allowed.allows(channel.getRemoteAddress())) {
          LOG.warn("Connection from {} is not allowed", channel.getRemoteAddress());
          channel.close();
          return;
        }
        configure(channel);
      } catch (IOException e) {
        LOG.debug("Connection broke before it began", e);
        IO.close(channel);
        return;
      }
      connections.incrementAndGet();
      selectors.accept(channel);
    }

    @Override
    public void updateKey() {}

    @Override
    public void replaceKey(SelectionKey newKey) {
      key = newKey;
    }
  }

  /** Selectors of accepted connections. */
  private final class Selectors extends SelectorManager {
    Selectors(int count) {
      super(FcgiConnector.this.getExecutor(), FcgiConnector.this.getScheduler(), count);
    }

    ManagedSelector first() {
      return chooseSelector();
    }

    @Override
    protected EndPoint newEndPoint(
        SelectableChannel channel, ManagedSelector selector, SelectionKey key) {
      Scheduler scheduler = getScheduler();
      return new SocketChannelEndPoint((SocketChannel) channel, selector, key, scheduler);
    }

    @Override
    public Connection newConnection(
        SelectableChannel channel, EndPoint endPoint, Object attachment) {
      return getDefaultConnectionFactory().newConnection(FcgiConnector.this, endPoint);
    }

    @Override
    protected void endPointOpened(EndPoint endPoint) {
      super.endPointOpened(endPoint);
      onEndPointOpened(endPoint);
    }

    @Override
    protected void endPointClosed(EndPoint endPoint) {
      onEndPointClosed(endPoint);
      super.endPointClosed(endPoint);
      onClosed();
    }

    @Override
    protected void onAcceptFailed(SelectableChannel channel, Throwable cause) {
      super.onAcceptFailed(channel, cause);
      onClosed();
    }
  }
}
