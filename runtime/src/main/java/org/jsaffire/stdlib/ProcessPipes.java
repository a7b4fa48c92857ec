package org.jsaffire.stdlib;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jsaffire.object.Invoker;
import org.jsaffire.object.Str;
import org.jsaffire.sapi.RawText;

/** Feeds a process and collects what it prints, on threads of their own. */
final class ProcessPipes {
  private static final long PIECE_MILLIS = 20;

  /** How long output is awaited that children of an ended process may still hold open. */
  private static final long DRAIN_MILLIS = 1000;

  private final Process process;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final AtomicLong collected = new AtomicLong();
  private final Thread outReader;
  private final Thread errReader;
  private long charged;

  ProcessPipes(Process process, byte[] input) {
    this.process = process;
    this.outReader = start("stdout", () -> collect(process.getInputStream(), out));
    this.errReader = start("stderr", () -> collect(process.getErrorStream(), err));
    start("stdin", () -> feed(process.getOutputStream(), input));
  }

  private static Thread start(String name, Runnable work) {
    Thread thread = new Thread(work, "process " + name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private void collect(InputStream from, ByteArrayOutputStream to) {
    byte[] chunk = new byte[8192];
    try (from) {
      for (int n; (n = from.read(chunk)) >= 0; ) {
        synchronized (to) {
          to.write(chunk, 0, n);
        }
        collected.addAndGet(n);
      }
    } catch (IOException e) {
      // The process was killed; what it had printed counts.
    }
  }

  private static void feed(OutputStream to, byte[] input) {
    try (to) {
      to.write(input);
    } catch (IOException e) {
      // The process does not read its input; it need not.
    }
  }

  /**
   * Waits for the end of the process; kills it and its children when it takes too long, or when the
   * run ends meanwhile.
   *
   * @return false when it took too long
   */
  boolean await(Invoker in, long nanos) {
    long start = System.nanoTime();
    boolean isDone = false;
    try {
      while (!process.waitFor(PIECE_MILLIS, TimeUnit.MILLISECONDS)) {
        in.checkpoint();
        charge(in);
        if (System.nanoTime() - start > nanos) {
          return false;
        }
      }
      outReader.join(DRAIN_MILLIS);
      errReader.join(DRAIN_MILLIS);
      charge(in);
      isDone = true;
      return true;
    } catch (InterruptedException e) {
      // Whoever interrupts a run ends it at the next checkpoint.
      Thread.currentThread().interrupt();
      in.checkpoint();
      return false;
    } finally {
      if (!isDone) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    }
  }

  private void charge(Invoker in) {
    long total = collected.get();
    if (total - charged >= 1024) {
      in.charge(total - charged);
      charged = total;
    }
  }

  Str stdout() {
    return text(out);
  }

  Str stderr() {
    return text(err);
  }

  private static Str text(ByteArrayOutputStream bytes) {
    synchronized (bytes) {
      return Str.of(RawText.decode(bytes.toByteArray()));
    }
  }
}
