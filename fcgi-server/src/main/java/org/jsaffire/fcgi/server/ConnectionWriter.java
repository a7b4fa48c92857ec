package org.jsaffire.fcgi.server;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.IteratingCallback;
import org.jsaffire.fcgi.request.Completion;

/**
 * Serialises the writes of all requests of a connection. What waits while a write is under way goes
 * out together in the next. Safe for use by several threads.
 */
final class ConnectionWriter extends IteratingCallback {
  /** Entries of one gathered write; the operating system takes a limited number of buffers. */
  private static final int BATCH = 64;

  private final EndPoint endPoint;
  private final Queue<Entry> queue = new ArrayDeque<>(2);
  private List<Entry> batch = List.of();
  private Throwable closed;

  /** When the write that is under way started or last went on; 0 when there is none. */
  private volatile long busySince;

  /** Buffers of one write, and who wants to know of its end. */
  private static final class Entry {
    private final Completion done;
    private final ByteBuffer[] buffers;

    Entry(Completion done, ByteBuffer[] buffers) {
      this.done = done;
      this.buffers = buffers;
    }
  }

  ConnectionWriter(EndPoint endPoint) {
    this.endPoint = endPoint;
  }

  void send(Completion done, ByteBuffer... buffers) {
    Throwable reason;
    synchronized (queue) {
      reason = closed;
      if (reason == null) {
        queue.add(new Entry(done, buffers));
      }
    }
    if (reason == null) {
      iterate();
    } else {
      done.completed(reason);
    }
  }

  /** {@link System#nanoTime} since which a write waits for the peer; 0 when none does. */
  long busySince() {
    return busySince;
  }

  @Override
  protected Action process() {
    ByteBuffer[] buffers;
    synchronized (queue) {
      if (queue.isEmpty()) {
        busySince = 0;
        return Action.IDLE;
      }
      buffers = nextBatch();
    }
    long now = System.nanoTime();
    busySince = now == 0 ? 1 : now;
    endPoint.write(this, buffers);
    return Action.SCHEDULED;
  }

  private ByteBuffer[] nextBatch() {
    if (queue.size() == 1) {
      Entry only = queue.remove();
      batch = List.of(only);
      return only.buffers;
    }
    batch = new ArrayList<>();
    List<ByteBuffer> all = new ArrayList<>();
    while (!queue.isEmpty() && batch.size() < BATCH) {
      Entry entry = queue.remove();
      batch.add(entry);
      all.addAll(Arrays.asList(entry.buffers));
    }
    return all.toArray(ByteBuffer[]::new);
  }

  @Override
  protected void onSuccess() {
    List<Entry> written = batch;
    batch = List.of();
    busySince = 0;
    for (Entry entry : written) {
      entry.done.completed(null);
    }
  }

  @Override
  protected void onCompleteFailure(Throwable cause) {
    List<Entry> lost = new ArrayList<>(batch);
    batch = List.of();
    busySince = 0;
    synchronized (queue) {
      closed = cause;
      lost.addAll(queue);
      queue.clear();
    }
    for (Entry entry : lost) {
      entry.done.completed(cause);
    }
    endPoint.close(cause);
  }
}
