package org.jsaffire.engine;

import java.nio.file.Path;
import java.util.List;
import org.jsaffire.sapi.Host;

/**
 * How an engine works. Immutable.
 *
 * @param host effects on the process
 * @param roots directories that web scripts may lie below; none: the request's DOCUMENT_ROOT
 * @param moduleDirectories configured and installed module directories, in order
 * @param development error pages and revalidation for people who write scripts
 * @param displayErrors error pages show the report
 * @param revalidateMillis how long a cached script is trusted without a look at its file
 * @param outputBufferBytes of the reply, before its first byte leaves
 * @param limits of one web request
 */
public record EngineOptions(
    Host host,
    List<Path> roots,
    List<Path> moduleDirectories,
    boolean development,
    boolean displayErrors,
    long revalidateMillis,
    int outputBufferBytes,
    Limits limits) {

  public static final int DEFAULT_OUTPUT_BUFFER = 64 * 1024;

  public EngineOptions {
    roots = List.copyOf(roots);
    moduleDirectories = List.copyOf(moduleDirectories);
  }

  /** Production defaults on the process itself. */
  public static EngineOptions defaults() {
    return new EngineOptions(
        Host.system(), List.of(), List.of(), false, false, 1000, DEFAULT_OUTPUT_BUFFER, Limits.WEB);
  }

  /** As {@link #defaults()}, for development: errors show, changes are seen at once. */
  public static EngineOptions forDevelopment() {
    return new EngineOptions(
        Host.system(), List.of(), List.of(), true, true, 0, DEFAULT_OUTPUT_BUFFER, Limits.WEB);
  }

  public EngineOptions withHost(Host newHost) {
    return new EngineOptions(
        newHost,
        roots,
        moduleDirectories,
        development,
        displayErrors,
        revalidateMillis,
        outputBufferBytes,
        limits);
  }

  public EngineOptions withRoots(List<Path> newRoots) {
    return new EngineOptions(
        host,
        newRoots,
        moduleDirectories,
        development,
        displayErrors,
        revalidateMillis,
        outputBufferBytes,
        limits);
  }

  /** The same, with error pages that show the report or do not. */
  public EngineOptions withDisplayErrors(boolean shown) {
    return new EngineOptions(
        host,
        roots,
        moduleDirectories,
        development,
        shown,
        revalidateMillis,
        outputBufferBytes,
        limits);
  }

  /** The same, with other limits for web requests. */
  public EngineOptions withLimits(Limits newLimits) {
    return new EngineOptions(
        host,
        roots,
        moduleDirectories,
        development,
        displayErrors,
        revalidateMillis,
        outputBufferBytes,
        newLimits);
  }
}
