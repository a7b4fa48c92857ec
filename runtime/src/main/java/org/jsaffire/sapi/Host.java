package org.jsaffire.sapi;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The effects that an engine may have on its process: streams, clock, files, environment. {@link
 * #system()} is the only place that reads the process environment.
 *
 * @param environment of the process, unmodifiable
 * @param currentDirectory where relative paths start
 */
public record Host(
    InputStream stdin,
    OutputStream stdout,
    OutputStream stderr,
    Map<String, String> environment,
    Clock clock,
    Path currentDirectory) {

  /** The process itself. Its streams are not buffered and report every failure. */
  public static Host system() {
    return new Host(
        new FileInputStream(FileDescriptor.in),
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        ProcessEnvironment.read(),
        Clock.system(ZoneId.systemDefault()),
        Path.of("").toAbsolutePath());
  }

  /** Where temporary files go: what {@code TMPDIR} names, else what the system has for it. */
  public Path temporaryDirectory() {
    String named = environment.getOrDefault("TMPDIR", "");
    return Path.of(named.isEmpty() ? System.getProperty("java.io.tmpdir") : named);
  }

  /** Standard output is a terminal. */
  public boolean isTerminal() {
    return isTerminal(stdout, FileDescriptor.out, 1);
  }

  /** Standard error is a terminal. */
  public boolean isErrorTerminal() {
    return isTerminal(stderr, FileDescriptor.err, 2);
  }

  public Host withStreams(InputStream in, OutputStream out, OutputStream err) {
    return new Host(in, out, err, environment, clock, currentDirectory);
  }

  public Host withEnvironment(Map<String, String> variables) {
    return new Host(
        stdin,
        stdout,
        stderr,
        Collections.unmodifiableMap(new LinkedHashMap<>(variables)),
        clock,
        currentDirectory);
  }

  private static boolean isTerminal(OutputStream stream, FileDescriptor own, int number) {
    try {
      if (!(stream instanceof FileOutputStream file) || !file.getFD().equals(own)) {
        return false;
      }
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + number)).toString();
      return target.startsWith("/dev/pts/")
          || target.startsWith("/dev/tty")
          || target.equals("/dev/console");
    } catch (IOException e) {
      // No /proc here, and Java cannot tell either.
      return false;
    }
  }
}
