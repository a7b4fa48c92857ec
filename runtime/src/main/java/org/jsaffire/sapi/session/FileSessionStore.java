package org.jsaffire.sapi.session;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import org.jsaffire.sapi.RawText;

/**
 * Sessions as files, shared by all processes that use the directory. A file is replaced as a whole
 * when it is written, and its time tells when the session was used last. Files lie in 256
 * directories by the first digits of their ids, so that cleaning up can take one at a time.
 */
public final class FileSessionStore implements SessionStore {
  private static final long LOCK_TIMEOUT_MILLIS = 30_000;

  /** One in so many new sessions cleans a directory up. */
  private static final int CLEANING_RATE = 50;

  private static final int MOST_CLEANED = 10_000;

  private final SessionDirectory directory;
  private final long lifetimeMillis;
  private final Clock clock;
  private final SessionLocks locks = new SessionLocks();

  /**
   * @param directory null for one of our own below {@code temporary}
   * @param temporary where temporary files go
   * @param lifetimeMillis how long an unused session is kept
   */
  public FileSessionStore(Path directory, Path temporary, long lifetimeMillis, Clock clock) {
    this.directory = new SessionDirectory(directory, temporary);
    this.lifetimeMillis = lifetimeMillis;
    this.clock = clock;
  }

  @Override
  public Held open(String id) throws IOException {
    if (!SessionIds.isValid(id) || !Files.exists(directory.file(id))) {
      return null;
    }
    locks.acquire(directory.path(), id, LOCK_TIMEOUT_MILLIS);
    String data = null;
    try {
      data = read(id);
    } finally {
      if (data == null) {
        locks.release(id);
      }
    }
    return data == null ? null : new HeldFile(id, data);
  }

  /** The data of a session that is locked; null when it is gone or too old. */
  private String read(String id) throws IOException {
    Path file = directory.file(id);
    try {
      long unused = clock.millis() - Files.getLastModifiedTime(file).toMillis();
      if (unused > lifetimeMillis) {
        Files.delete(file);
        return null;
      }
      Files.setLastModifiedTime(file, FileTime.fromMillis(clock.millis()));
      return RawText.decode(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  @Override
  public Held create() throws IOException {
    if (ThreadLocalRandom.current().nextInt(CLEANING_RATE) == 0) {
      clean(ThreadLocalRandom.current().nextInt(256));
    }
    String id = SessionIds.random();
    locks.acquire(directory.path(), id, LOCK_TIMEOUT_MILLIS);
    return new HeldFile(id, "");
  }

  /** Removes old sessions of one directory, a bounded number of them. */
  void clean(int part) throws IOException {
    Path place = directory.path().resolve(String.format("%02x", part));
    if (!Files.isDirectory(place)) {
      return;
    }
    int seen = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(place)) {
      for (Path file : files) {
        if (++seen > MOST_CLEANED) {
          return;
        }
        removeIfOld(file);
      }
    }
  }

  private void removeIfOld(Path file) throws IOException {
    try {
      long unused = clock.millis() - Files.getLastModifiedTime(file).toMillis();
      if (unused > lifetimeMillis) {
        Files.deleteIfExists(file);
      }
    } catch (NoSuchFileException e) {
      // Somebody else has removed it.
    }
  }

  /**
   * Lets go of the lock file. The store belongs to the engine: a run that ends must not close it.
   */
  public void stop() throws IOException {
    locks.close();
  }

  /** A locked session. */
  private final class HeldFile implements Held {
    private String id;
    private String data;
    private boolean removed;
    private boolean closed;

    HeldFile(String id, String data) {
      this.id = id;
      this.data = data;
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public String data() {
      return data;
    }

    @Override
    public void write(String newData) throws IOException {
      Path file = directory.file(id);
      Path next = Files.createTempFile(file.getParent(), id, ".new");
      boolean moved = false;
      try {
        Files.write(next, RawText.encode(newData));
        Files.setLastModifiedTime(next, FileTime.fromMillis(clock.millis()));
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        moved = true;
      } finally {
        if (!moved) {
          Files.deleteIfExists(next);
        }
      }
      data = newData;
    }

    @Override
    public void changeId() throws IOException {
      String fresh = SessionIds.random();
      locks.acquire(directory.path(), fresh, LOCK_TIMEOUT_MILLIS);
      String old = id;
      id = fresh;
      try {
        write(data);
        Files.deleteIfExists(directory.file(old));
      } finally {
        locks.release(old);
      }
    }

    @Override
    public void remove() throws IOException {
      removed = true;
      Files.deleteIfExists(directory.file(id));
    }

    @Override
    public void close() throws IOException {
      if (closed) {
        return;
      }
      closed = true;
      try {
        Path file = directory.file(id);
        if (!removed && Files.exists(file)) {
          Files.setLastModifiedTime(file, FileTime.fromMillis(clock.millis()));
        }
      } finally {
        locks.release(id);
      }
    }
  }
}
