package org.jsaffire.fcgi.server;

import java.io.IOException;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Where and how the clients of one test run connect. Closes them at its end. */
final class Wire implements AutoCloseable {
  /** How bytes are divided into writes; each is read by the server before the next is sent. */
  enum Division {
    WHOLE,
    SINGLE,
    AT
  }

  private static final AtomicLong NUMBERS = new AtomicLong();

  private final boolean unix;
  private final Division division;
  private final int splitAt;
  private final List<RawClient> clients = new ArrayList<>();
  private int longestFirst;

  Wire(boolean unix, Division division, int splitAt) {
    this.unix = unix;
    this.division = division;
    this.splitAt = splitAt;
  }

  /** A text that no other test run uses. */
  static String token() {
    return "t" + NUMBERS.incrementAndGet();
  }

  /** Connects to the server with default options. */
  RawClient connect() throws IOException {
    return connect(Servers.standard());
  }

  RawClient connect(FastCgiServer server) throws IOException {
    SocketAddress address = server.address(unix ? 1 : 0);
    RawClient client = new RawClient(this, server, address);
    clients.add(client);
    return client;
  }

  boolean isUnix() {
    return unix;
  }

  Division division() {
    return division;
  }

  int splitAt() {
    return splitAt;
  }

  void firstWrite(int size) {
    longestFirst = Math.max(longestFirst, size);
  }

  /** The size of the longest first write of a client, in bytes. */
  int longestFirst() {
    return longestFirst;
  }

  @Override
  public void close() throws IOException {
    for (RawClient client : clients) {
      client.close();
    }
  }

  @Override
  public String toString() {
    return (unix ? "UNIX" : "TCP") + " " + division + (splitAt > 0 ? " " + splitAt : "");
  }
}
