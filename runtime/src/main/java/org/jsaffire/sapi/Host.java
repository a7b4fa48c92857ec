package org.jsaffire.sapi;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
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

  /** The process itself. */
  public static Host system() {
    return new Host(
        System.in,
        System.out,
        System.err,
        System.getenv(),
        Clock.system(ZoneId.systemDefault()),
        Path.of("").toAbsolutePath());
  }

  public Host withStreams(InputStream in, OutputStream out, OutputStream err) {
    return new Host(in, out, err, environment, clock, currentDirectory);
  }

  public Host withEnvironment(Map<String, String> variables) {
    return new Host(stdin, stdout, stderr, Map.copyOf(variables), clock, currentDirectory);
  }
}
