package org.jsaffire.fcgi.server;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jsaffire.fcgi.protocol.Pairs;
import org.jsaffire.fcgi.protocol.RecordType;
import org.jsaffire.fcgi.protocol.Records;

/** A FastCGI client that sends exactly the records it is told to. */
final class RawClient implements Closeable {
  private static final int PATIENCE_SECONDS = 20;

  private static final ScheduledExecutorService WATCH =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "raw-client-watch");
            thread.setDaemon(true);
            return thread;
          });

  /** A record as received. */
  @SuppressWarnings("ArrayRecordComponent")
  record Rec(int type, int id, byte[] content, int padding) {
    String text() {
      return new String(content, StandardCharsets.ISO_8859_1);
    }

    @Override
    public String toString() {
      return RecordType.name(type) + " " + id + " " + content.length + " bytes";
    }
  }

  /** All that came for one request. */
  record Reply(String out, String err, int appStatus, int protocolStatus, List<Rec> records) {
    /** Behind the header block. */
    String body() {
      int end = out.indexOf("\r\n\r\n");
      return end < 0 ? "" : out.substring(end + 4);
    }

    String head() {
      int end = out.indexOf("\r\n\r\n");
      return end < 0 ? out : out.substring(0, end + 2);
    }

    long count(int type) {
      return records.stream().filter(r -> r.type == type).count();
    }
  }

  private final Wire wire;
  private final FastCgiServer server;
  private final SocketChannel channel;
  private final ScheduledFuture<?> watch;
  private final ByteArrayOutputStream unsent = new ByteArrayOutputStream();
  private final ByteBuffer input = ByteBuffer.allocate(1 << 16).flip();
  private final Map<Integer, List<Rec>> waiting = new HashMap<>();
  private boolean wrote;

  RawClient(Wire wire, FastCgiServer server, SocketAddress address) throws IOException {
    this.wire = wire;
    this.server = server;
    this.channel = SocketChannel.open(address);
    this.watch = WATCH.schedule(this::giveUp, PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private void giveUp() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  // Sending.

  RawClient begin(int id, int role, int flags) {
    ByteBuffer out = ByteBuffer.allocate(16);
    Records.beginRequest(out, id, role, flags);
    return bytes(out.array());
  }

  /** A complete PARAMS stream in one record, then the empty record. */
  RawClient params(int id, String... namesAndValues) {
    return record(RecordType.PARAMS, id, pairs(namesAndValues)).record(RecordType.PARAMS, id, "");
  }

  static byte[] pairs(String... namesAndValues) {
    ByteBuffer out = ByteBuffer.allocate(1 << 21);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Pairs.put(out, latin1(namesAndValues[i]), latin1(namesAndValues[i + 1]));
    }
    byte[] bytes = new byte[out.position()];
    out.get(0, bytes);
    return bytes;
  }

  RawClient stdin(int id, String text) {
    return record(RecordType.STDIN, id, text);
  }

  RawClient endStdin(int id) {
    return record(RecordType.STDIN, id, "");
  }

  RawClient data(int id, String text) {
    return record(RecordType.DATA, id, text);
  }

  RawClient endData(int id) {
    return record(RecordType.DATA, id, "");
  }

  RawClient abort(int id) {
    return record(RecordType.ABORT_REQUEST, id, "");
  }

  RawClient record(int type, int id, String text) {
    return record(type, id, latin1(text));
  }

  RawClient record(int type, int id, byte[] content) {
    return record(type, id, content, 0, 0);
  }

  RawClient record(int type, int id, byte[] content, int padding, int reserved) {
    ByteBuffer out = ByteBuffer.allocate(8 + content.length + padding);
    Records.header(out, type, id, content.length, padding);
    out.put(7, (byte) reserved);
    out.put(content);
    for (int i = 0; i < padding; i++) {
      out.put((byte) 0xA5);
    }
    return bytes(out.array());
  }

  RawClient bytes(byte[] bytes) {
    unsent.writeBytes(bytes);
    return this;
  }

  static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Writes what was put together. */
  RawClient send() throws IOException {
    byte[] bytes = unsent.toByteArray();
    unsent.reset();
    if (!wrote) {
      wire.firstWrite(bytes.length);
    }
    if (wire.division() == Wire.Division.SINGLE) {
      for (int i = 0; i < bytes.length; i++) {
        writeAndWait(bytes, i, 1);
      }
    } else if (wire.division() == Wire.Division.AT && !wrote && wire.splitAt() < bytes.length) {
      writeAndWait(bytes, 0, wire.splitAt());
      write(bytes, wire.splitAt(), bytes.length - wire.splitAt());
    } else {
      write(bytes, 0, bytes.length);
    }
    wrote = true;
    return this;
  }

  /** As {@link #send}, to a server that closes when it has seen enough. */
  RawClient sendUntilClosed() {
    try {
      send();
    } catch (IOException e) {
      unsent.reset();
    }
    return this;
  }

  private void writeAndWait(byte[] bytes, int offset, int length) throws IOException {
    long target = server.bytesReceived() + length;
    write(bytes, offset, length);
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(200);
    while (server.bytesReceived() < target && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
  }

  private void write(byte[] bytes, int offset, int length) throws IOException {
    ByteBuffer out = ByteBuffer.wrap(bytes, offset, length);
    while (out.hasRemaining()) {
      channel.write(out);
    }
  }

  void shutdownOutput() throws IOException {
    channel.shutdownOutput();
  }

  // Receiving.

  /** The next record, or null at the end of the connection. */
  Rec next() throws IOException {
    if (!fill(8)) {
      return null;
    }
    int version = input.get();
    if (version != 1) {
      throw new IOException("version " + version);
    }
    int type = input.get() & 0xff;
    int id = input.getShort() & 0xffff;
    int length = input.getShort() & 0xffff;
    int padding = input.get() & 0xff;
    input.get();
    byte[] content = new byte[length];
    take(content);
    take(new byte[padding]);
    return new Rec(type, id, content, padding);
  }

  private void take(byte[] out) throws IOException {
    int offset = 0;
    while (offset < out.length) {
      if (!input.hasRemaining() && !fill(1)) {
        throw new EOFException("connection ended within a record");
      }
      int n = Math.min(input.remaining(), out.length - offset);
      input.get(out, offset, n);
      offset += n;
    }
  }

  private boolean fill(int wanted) throws IOException {
    while (input.remaining() < wanted) {
      input.compact();
      int n = channel.read(input);
      input.flip();
      if (n < 0) {
        if (input.hasRemaining()) {
          throw new EOFException("connection ended within a record");
        }
        return false;
      }
    }
    return true;
  }

  /** Reads until END_REQUEST of that id; records of other ids are kept for their turn. */
  Reply reply(int id) throws IOException {
    List<Rec> mine = waiting.computeIfAbsent(id, k -> new ArrayList<>());
    while (mine.isEmpty() || mine.get(mine.size() - 1).type != RecordType.END_REQUEST) {
      Rec rec = next();
      if (rec == null) {
        throw new EOFException("connection ended without END_REQUEST, after " + mine);
      }
      waiting.computeIfAbsent(rec.id, k -> new ArrayList<>()).add(rec);
    }
    waiting.remove(id);
    return toReply(mine);
  }

  private static Reply toReply(List<Rec> records) {
    StringBuilder out = new StringBuilder();
    StringBuilder err = new StringBuilder();
    for (Rec rec : records) {
      if (rec.type == RecordType.STDOUT) {
        out.append(rec.text());
      } else if (rec.type == RecordType.STDERR) {
        err.append(rec.text());
      }
    }
    ByteBuffer end = ByteBuffer.wrap(records.get(records.size() - 1).content);
    return new Reply(out.toString(), err.toString(), end.getInt(), end.get(), records);
  }

  /** Reads to the end of the connection; fails when a record comes instead. */
  void expectClosed() throws IOException {
    Rec rec = next();
    if (rec != null) {
      throw new AssertionError("got " + rec + ", want the end of the connection");
    }
  }

  /** Reads to the end of the connection, however it comes. */
  void expectGone() {
    try {
      expectClosed();
    } catch (IOException e) {
      if (!channel.isOpen()) {
        throw new AssertionError("no end within " + PATIENCE_SECONDS + " s", e);
      }
    }
  }

  @Override
  public void close() throws IOException {
    watch.cancel(false);
    channel.close();
  }
}
