package org.jsaffire.stdlib;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.OverlappingFileLockException;
import org.jsaffire.object.Errors;
import org.jsaffire.object.Exceptions;
import org.jsaffire.object.Invoker;
import org.jsaffire.object.ScriptException;

/** Locks on whole files (modules.md 4). */
final class FileLocks {
  private static final long FIRST_PAUSE_MILLIS = 1;
  private static final long LONGEST_PAUSE_MILLIS = 50;

  private FileLocks() {}

  /** Waits for a lock; asks again and again, so that the run can be ended meanwhile. */
  static void lock(Invoker in, FileHandle handle, boolean exclusive) {
    FileStream stream = handle.open();
    FileChannel channel =
        exclusive && stream.writer() != null || stream.reader() == null
            ? stream.writer()
            : stream.reader();
    try {
      if (handle.lock() != null) {
        handle.lock().release();
        handle.setLock(null);
      }
      long pause = FIRST_PAUSE_MILLIS;
      FileLock lock;
      while ((lock = attempt(channel, !exclusive)) == null) {
        in.checkpoint();
        Thread.sleep(pause);
        pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
      }
      handle.setLock(lock);
    } catch (IOException | NonReadableChannelException | NonWritableChannelException e) {
      throw failed(handle);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(handle);
    }
  }

  /** A lock, or null while another process or another run holds one. */
  private static FileLock attempt(FileChannel channel, boolean shared) throws IOException {
    try {
      return channel.tryLock(0, Long.MAX_VALUE, shared);
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  static void unlock(FileHandle handle) {
    handle.open();
    if (handle.lock() != null) {
      try {
        handle.lock().release();
        handle.setLock(null);
      } catch (IOException e) {
        throw failed(handle);
      }
    }
  }

  private static ScriptException failed(FileHandle handle) {
    return Errors.of(Exceptions.FILE, "Cannot lock file '" + handle.path() + "'");
  }
}
