package org.jsaffire.fcgi.request;

import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** What a request needs of the connection that carries it. Safe for use by several threads. */
public interface Link {
  /**
   * Writes the buffers behind everything sent before, with nothing in between. They belong to the
   * link until the completion is called.
   */
  void send(Completion done, ByteBuffer... buffers);

  /** The last records of a request are about to be sent: its id is free from now on. */
  void release(WireExchange exchange);

  /** END_REQUEST has left, or cannot leave; or the request was abandoned. Called once. */
  void ended(WireExchange exchange);

  /** A full input queue has room again, or is not wanted any more. */
  void resumeInput();

  /** Ends the connection at once, and with it all its requests. */
  void close(Throwable reason);

  /** The channel itself, for a request that takes the connection over. */
  SocketChannel channel();

  SocketAddress remoteAddress();

  SocketAddress localAddress();
}
