package org.jsaffire.stdlib;

import java.io.Closeable;
import java.io.IOException;
import java.net.ProtocolFamily;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.NetworkChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import org.jsaffire.object.Instance;
import org.jsaffire.object.Invoker;
import org.jsaffire.object.Value;

/**
 * What an object of the class {@code socket} stands for. Its channel never blocks: a script that
 * waits does so in pieces, so that the run can be ended meanwhile.
 */
final class NetSocket {
  static final int SOCK_STREAM = 1;
  static final int SOCK_DGRAM = 2;

  private static final String UNSUPPORTED = "Operation not supported";
  private static final long PIECE_MILLIS = 50;

  /** What must be closed in the end; the channel changes when a socket begins to listen. */
  static final class Resource implements Closeable {
    private SelectableChannel channel;
    private Selector selector;
    private Closeable tls;

    @Override
    public void close() throws IOException {
      try {
        if (tls != null) {
          tls.close();
        }
        if (selector != null) {
          selector.close();
        }
      } finally {
        channel.close();
      }
    }
  }

  private final int family;
  private final int type;
  private final SocketOptions options = new SocketOptions();
  private final Resource resource = new Resource();
  private OpenFiles.Ticket ticket;
  private boolean isBlocking = true;
  private long timeoutMillis;
  private SocketTls tls;

  private NetSocket(int family, int type, SelectableChannel channel) throws IOException {
    this.family = family;
    this.type = type;
    this.resource.channel = channel;
    channel.configureBlocking(false);
  }

  static NetSocket of(Value self) throws IOException {
    if (((Instance) self).payload() instanceof NetSocket socket) {
      return socket;
    }
    throw new ClosedChannelException();
  }

  /** A new socket of a family and type, both by their numbers on Linux. */
  static NetSocket create(Invoker in, long family, long type) throws IOException {
    if (!SocketAccess.isAllowed(in)) {
      throw new IOException("Operation not permitted");
    }
    ProtocolFamily protocols = protocols(family);
    if (type != SOCK_STREAM && (type != SOCK_DGRAM || family == SocketAddresses.AF_UNIX)) {
      throw new IOException(UNSUPPORTED);
    }
    in.service(OpenFiles.class).reserve();
    SelectableChannel channel =
        type == SOCK_STREAM ? SocketChannel.open(protocols) : DatagramChannel.open(protocols);
    return register(in, new NetSocket((int) family, (int) type, channel));
  }

  private static ProtocolFamily protocols(long family) throws IOException {
    if (family == SocketAddresses.AF_UNIX) {
      return StandardProtocolFamily.UNIX;
    }
    if (family == SocketAddresses.AF_INET) {
      return StandardProtocolFamily.INET;
    }
    if (family == SocketAddresses.AF_INET6) {
      return StandardProtocolFamily.INET6;
    }
    throw new IOException(UNSUPPORTED);
  }

  private static NetSocket register(Invoker in, NetSocket socket) {
    socket.ticket = in.service(OpenFiles.class).add(socket, socket.resource);
    return socket;
  }

  private NetworkChannel network() {
    return (NetworkChannel) resource.channel;
  }

  private SocketChannel stream() throws IOException {
    if (resource.channel instanceof SocketChannel channel) {
      return channel;
    }
    throw new IOException(UNSUPPORTED);
  }

  private DatagramChannel datagrams() throws IOException {
    if (resource.channel instanceof DatagramChannel channel) {
      return channel;
    }
    throw new IOException(UNSUPPORTED);
  }

  void setOption(int level, int option, int value) throws IOException {
    options.set(network(), level, option, value);
  }

  int getOption(int level, int option) throws IOException {
    if (level == SocketOptions.SOL_SOCKET && option == SocketOptions.SO_TYPE) {
      return type;
    }
    if (level == SocketOptions.SOL_SOCKET && option == SocketOptions.SO_ERROR) {
      return 0;
    }
    return SocketOptions.get(network(), level, option);
  }

  void setBlocking(boolean blocking) {
    isBlocking = blocking;
  }

  /** How long an operation may wait; 0 for as long as it takes. */
  void setTimeout(long millis) throws IOException {
    timeoutMillis = Math.max(0, millis);
    if (tls != null) {
      tls.setTimeout(timeoutMillis);
    }
  }

  void bind(Invoker in, String host, long port) throws IOException {
    network().bind(SocketAddresses.of(in, family, host, port));
  }

  /** Puts a channel that accepts in the place of the one that was bound. */
  void listen(int backlog) throws IOException {
    SocketChannel bound = stream();
    SocketAddress address = bound.getLocalAddress();
    ServerSocketChannel server = ServerSocketChannel.open(protocols(family));
    try {
      options.copyTo(server);
      if (server.supportedOptions().contains(StandardSocketOptions.SO_REUSEADDR)) {
        server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      }
      bound.close();
      if (address instanceof UnixDomainSocketAddress unix) {
        Files.deleteIfExists(unix.getPath());
      }
      server.bind(address, Math.max(1, backlog));
      server.configureBlocking(false);
    } catch (IOException e) {
      server.close();
      throw e;
    }
    resource.channel = server;
  }

  /** A socket for the next peer, or null when it does not block and nobody waits. */
  NetSocket accept(Invoker in) throws IOException {
    if (!(resource.channel instanceof ServerSocketChannel server)) {
      throw new IOException("Invalid argument");
    }
    in.service(OpenFiles.class).reserve();
    SocketChannel peer = server.accept();
    while (peer == null) {
      if (!await(in, SelectionKey.OP_ACCEPT, timeoutMillis)) {
        return null;
      }
      peer = server.accept();
    }
    return register(in, new NetSocket(family, type, peer));
  }

  void connect(Invoker in, String host, long port, long millis) throws IOException {
    SocketAddress address = SocketAddresses.of(in, family, host, port);
    if (type == SOCK_DGRAM) {
      datagrams().connect(address);
      return;
    }
    SocketChannel channel = stream();
    if (channel.connect(address)) {
      return;
    }
    boolean wasBlocking = isBlocking;
    isBlocking = true;
    try {
      while (!channel.finishConnect()) {
        await(in, SelectionKey.OP_CONNECT, millis > 0 ? millis : timeoutMillis);
      }
    } finally {
      isBlocking = wasBlocking;
    }
  }

  /**
   * Waits until the channel is ready.
   *
   * @return false when the socket does not block
   */
  private boolean await(Invoker in, int operation, long millis) throws IOException {
    if (!isBlocking) {
      return false;
    }
    if (resource.selector == null) {
      resource.selector = Selector.open();
    }
    SelectionKey key = resource.channel.keyFor(resource.selector);
    if (key == null) {
      key = resource.channel.register(resource.selector, operation);
    }
    key.interestOps(operation);
    long start = System.nanoTime();
    while (true) {
      in.checkpoint();
      long left = millis - (System.nanoTime() - start) / 1_000_000;
      if (millis > 0 && left <= 0) {
        throw new SocketTimeoutException();
      }
      if (resource.selector.select(millis > 0 ? Math.min(left, PIECE_MILLIS) : PIECE_MILLIS) > 0) {
        resource.selector.selectedKeys().clear();
        return true;
      }
    }
  }

  /** Reads what is there, up to the room in the buffer; -1 when the peer has closed. */
  int read(Invoker in, ByteBuffer target) throws IOException {
    if (tls != null) {
      return tls.read(target);
    }
    while (true) {
      int n = type == SOCK_DGRAM ? datagrams().read(target) : stream().read(target);
      if (n != 0 || !target.hasRemaining()) {
        return n;
      }
      if (!await(in, SelectionKey.OP_READ, timeoutMillis)) {
        throw new IOException("Resource temporarily unavailable");
      }
    }
  }

  /** Writes all bytes; one that does not block, what can be sent at once. */
  int write(Invoker in, byte[] bytes) throws IOException {
    if (tls != null) {
      return tls.write(bytes);
    }
    ByteBuffer source = ByteBuffer.wrap(bytes);
    while (source.hasRemaining()) {
      int n = type == SOCK_DGRAM ? datagrams().write(source) : stream().write(source);
      if (n == 0 && !await(in, SelectionKey.OP_WRITE, timeoutMillis)) {
        break;
      }
    }
    return source.position();
  }

  int sendTo(Invoker in, byte[] bytes, SocketAddress target) throws IOException {
    int n = datagrams().send(ByteBuffer.wrap(bytes), target);
    while (n == 0 && bytes.length > 0 && await(in, SelectionKey.OP_WRITE, timeoutMillis)) {
      n = datagrams().send(ByteBuffer.wrap(bytes), target);
    }
    return n;
  }

  /** The sender of the next datagram, or null when the socket does not block and there is none. */
  SocketAddress receive(Invoker in, ByteBuffer target) throws IOException {
    SocketAddress sender = datagrams().receive(target);
    while (sender == null && await(in, SelectionKey.OP_READ, timeoutMillis)) {
      sender = datagrams().receive(target);
    }
    return sender;
  }

  SocketAddress address(Invoker in, String host, long port) throws IOException {
    return SocketAddresses.of(in, family, host, port);
  }

  /** From here on everything is encrypted; waits for the handshake. */
  void startTls(String host, boolean verify) throws IOException {
    SocketChannel channel = stream();
    if (resource.selector != null) {
      resource.selector.close();
      resource.selector = null;
    }
    channel.configureBlocking(true);
    String peer = host == null ? SocketAddresses.host(channel.getRemoteAddress()) : host;
    tls = SocketTls.start(channel.socket(), peer, verify, timeoutMillis);
    resource.tls = tls;
  }

  SocketAddress remote() throws IOException {
    if (resource.channel instanceof SocketChannel channel) {
      return channel.getRemoteAddress();
    }
    return resource.channel instanceof DatagramChannel channel ? channel.getRemoteAddress() : null;
  }

  SocketAddress local() throws IOException {
    return network().getLocalAddress();
  }

  void close() throws IOException {
    ticket.close();
  }
}
