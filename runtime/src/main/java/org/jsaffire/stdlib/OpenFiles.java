package org.jsaffire.stdlib;

import java.io.Closeable;
import java.io.IOException;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jsaffire.object.Errors;

/**
 * The open files and sockets of a run (objects.md 2): not more than a limit, closed when the script
 * cannot reach them any more, at the latest when the run ends. A service of the run.
 */
public final class OpenFiles implements AutoCloseable {
  public static final int DEFAULT_LIMIT = 256;

  /** The numbers of the standard streams are never given out. */
  private static final int FIRST_NUMBER = 3;

  private static final long COLLECT_WAIT_MILLIS = 1000;
  private static final long COLLECT_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** An open file; holds what must be closed, but not the object that the script sees. */
  final class Ticket extends PhantomReference<Object> {
    private final Closeable resource;
    private final int number;

    private Ticket(Object handle, Closeable resource, int number) {
      super(handle, unreachable);
      this.resource = resource;
      this.number = number;
    }

    /** A number above 2 that no other open file of the run has. */
    int number() {
      return number;
    }

    /** Closes the file; does nothing when it is closed already. */
    void close() throws IOException {
      if (open.remove(this)) {
        numbers.clear(number);
        resource.close();
      }
    }
  }

  private final int limit;
  private final ReferenceQueue<Object> unreachable = new ReferenceQueue<>();
  private final Set<Ticket> open = new HashSet<>();
  private final BitSet numbers = new BitSet();
  private boolean hasFailed;
  private long failedAt;

  public OpenFiles() {
    this(DEFAULT_LIMIT);
  }

  public OpenFiles(int limit) {
    this.limit = limit;
  }

  /**
   * Makes sure that one more file may be opened.
   *
   * @throws org.jsaffire.object.ScriptException ioException when too many are open
   */
  void reserve() {
    closeUnreachable(unreachable.poll());
    if (open.size() >= limit && mayCollect()) {
      collect();
    }
    if (open.size() >= limit) {
      throw Errors.io("Too many open files: limit " + limit);
    }
  }

  /** A script that holds on to its files must not keep the whole process collecting. */
  private boolean mayCollect() {
    return !hasFailed || System.nanoTime() - failedAt > COLLECT_PAUSE_NANOS;
  }

  private void collect() {
    System.gc();
    try {
      Reference<?> first = unreachable.remove(COLLECT_WAIT_MILLIS);
      closeUnreachable(first);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    hasFailed = open.size() >= limit;
    failedAt = System.nanoTime();
  }

  private void closeUnreachable(Reference<?> first) {
    for (Reference<?> next = first; next != null; next = unreachable.poll()) {
      closeQuietly((Ticket) next);
    }
  }

  /** Registers a file that was opened for {@code handle}, which the resource does not refer to. */
  Ticket add(Object handle, Closeable resource) {
    int number = numbers.nextClearBit(FIRST_NUMBER);
    numbers.set(number);
    Ticket ticket = new Ticket(handle, resource, number);
    open.add(ticket);
    return ticket;
  }

  int count() {
    return open.size();
  }

  private static void closeQuietly(Ticket ticket) {
    try {
      ticket.close();
    } catch (IOException e) {
      // Nobody holds the file any more who could be told; the descriptor is gone all the same.
      System.getLogger(OpenFiles.class.getName())
          .log(System.Logger.Level.DEBUG, "closing an unreachable file", e);
    }
  }

  @Override
  public void close() {
    for (Ticket ticket : new ArrayList<>(open)) {
      closeQuietly(ticket);
    }
  }
}
