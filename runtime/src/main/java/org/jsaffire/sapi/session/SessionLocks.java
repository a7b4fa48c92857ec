package org.jsaffire.sapi.session;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A lock for each session: among the threads of this process, and among all processes that use the
 * directory. Those are locks of single bytes of one file, far beyond its end, at the position that
 * the id says; the file stays empty and is never removed.
 */
final class SessionLocks implements AutoCloseable {
  private static final String NAME = ".locks";

  /** So many digits of an id make a position. */
  private static final int DIGITS = 15;

  /** A lock and how many threads hold it or wait for it. */
  private static final class Lock {
    final Semaphore permit = new Semaphore(1);
    int users;
    FileLock ofFile;
  }

  private final ConcurrentHashMap<String, Lock> locks = new ConcurrentHashMap<>();
  private FileChannel file;

  /**
   * Waits for the lock of a session.
   *
   * @throws IOException it was not to be had in that time, or the thread was interrupted
   */
  void acquire(Path directory, String id, long timeoutMillis) throws IOException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
    Lock lock = locks.compute(id, (key, known) -> used(known));
    boolean permitted = false;
    FileLock ofFile = null;
    try {
      permitted = lock.permit.tryAcquire(timeoutMillis, TimeUnit.MILLISECONDS);
      ofFile = permitted ? lockFile(directory, id, end) : null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (ofFile == null) {
        leave(id, lock, permitted);
      }
    }
    if (ofFile == null) {
      throw new IOException("the session is in use");
    }
    lock.ofFile = ofFile;
  }

  private static Lock used(Lock known) {
    Lock lock = known == null ? new Lock() : known;
    lock.users++;
    return lock;
  }

  /**
   * Waits for other processes, which tell nobody when they let go: it looks again and again.
   *
   * @return null when the time is over
   */
  private FileLock lockFile(Path directory, String id, long end)
      throws IOException, InterruptedException {
    FileChannel channel = open(directory);
    long position = Long.parseLong(id.substring(0, DIGITS), 16);
    long pause = 1;
    do {
      FileLock lock = tryLock(channel, position);
      if (lock != null) {
        return lock;
      }
      TimeUnit.MILLISECONDS.sleep(pause);
      pause = Math.min(pause * 2, 20);
    } while (System.nanoTime() < end);
    return null;
  }

  private static FileLock tryLock(FileChannel channel, long position) throws IOException {
    try {
      return channel.tryLock(position, 1, false);
    } catch (OverlappingFileLockException e) {
      // Another store of this process holds it.
      return null;
    }
  }

  private synchronized FileChannel open(Path directory) throws IOException {
    if (file == null || !file.isOpen()) {
      Set<StandardOpenOption> options =
          Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      Path path = directory.resolve(NAME);
      file =
          SessionDirectory.isPosix(directory)
              ? FileChannel.open(
                  path,
                  options,
                  PosixFilePermissions.asFileAttribute(
                      PosixFilePermissions.fromString("rw-------")))
              : FileChannel.open(path, options);
    }
    return file;
  }

  /** Lets the next one have the session. */
  void release(String id) throws IOException {
    Lock lock = locks.get(id);
    if (lock == null || lock.ofFile == null) {
      return;
    }
    FileLock held = lock.ofFile;
    lock.ofFile = null;
    try {
      held.release();
    } finally {
      leave(id, lock, true);
    }
  }

  private void leave(String id, Lock lock, boolean permitted) {
    if (permitted) {
      lock.permit.release();
    }
    locks.compute(id, (key, known) -> --lock.users == 0 ? null : known);
  }

  /** Sessions that are held or waited for. */
  int size() {
    return locks.size();
  }

  @Override
  public synchronized void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
