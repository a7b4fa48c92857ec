package org.jsaffire.fcgi.server;

import java.io.IOException;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.server.Connector;
import org.jsaffire.fcgi.protocol.RecordParser;

/**
 * The bytes that a connection has read and not parsed. Holds a buffer of the pool only while there
 * are such bytes, so that an idle connection costs none. Used by the thread that reads.
 */
final class ConnectionInput {
  private final EndPoint endPoint;
  private final ByteBufferPool pool;
  private final int size;
  private final RecordParser parser;
  private RetainableByteBuffer.Mutable buffer;
  private int capacity;

  ConnectionInput(
      EndPoint endPoint, Connector connector, ServerOptions options, RecordHandler handler) {
    this.endPoint = endPoint;
    this.pool = connector.getByteBufferPool();
    this.size = options.inputBufferBytes();
    this.parser = new RecordParser(handler);
  }

  boolean hasRemaining() {
    return buffer != null && buffer.hasRemaining();
  }

  /** Bytes that the buffer of the last read takes. */
  int capacity() {
    return capacity;
  }

  /** The bytes parsed so far do not end within a record. */
  boolean isBetweenRecords() {
    return parser.isBetweenRecords();
  }

  /**
   * Reads what is there.
   *
   * @return the number of bytes, 0 when there are none now, -1 at the end
   */
  int fill() throws IOException {
    if (buffer == null) {
      buffer = pool.acquire(size, true);
      capacity = buffer.capacity();
    }
    int n = endPoint.fill(buffer.getByteBuffer());
    if (n <= 0) {
      release();
    }
    return n;
  }

  /**
   * Hands the bytes to the handler.
   *
   * @return false when it stopped before the last one
   */
  boolean parse() {
    boolean all = parser.parse(buffer.getByteBuffer());
    if (all) {
      release();
    }
    return all;
  }

  /** As {@link #fill}, dropping what was and what is read. */
  int drain() throws IOException {
    release();
    int n = fill();
    release();
    return n;
  }

  void release() {
    if (buffer != null) {
      buffer.clear();
      buffer.release();
      buffer = null;
    }
  }
}
