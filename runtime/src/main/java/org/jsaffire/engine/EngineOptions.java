package org.jsaffire.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsaffire.config.Settings;
import org.jsaffire.config.WebSettings;
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
 * @param bytecodeCache directory for compiled code, made when needed; null for none
 * @param settings the keys that scripts can ask for
 * @param web what web requests may carry, and their sessions
 */
public record EngineOptions(
    Host host,
    List<Path> roots,
    List<Path> moduleDirectories,
    boolean development,
    boolean displayErrors,
    long revalidateMillis,
    int outputBufferBytes,
    Limits limits,
    Path bytecodeCache,
    Settings settings,
    WebSettings web) {

  public static final int DEFAULT_OUTPUT_BUFFER = 64 * 1024;

  public EngineOptions {
    roots = List.copyOf(roots);
    moduleDirectories = List.copyOf(moduleDirectories);
  }

  /** Production defaults on the process itself. */
  public static EngineOptions defaults() {
    return new EngineOptions(
        Host.system(),
        List.of(),
        List.of(),
        false,
        false,
        1000,
        DEFAULT_OUTPUT_BUFFER,
        Limits.WEB,
        null,
        new Settings(Map.of()),
        WebSettings.DEFAULT);
  }

  /** As {@link #defaults()}, for development: errors show, changes are seen at once. */
  public static EngineOptions forDevelopment() {
    EngineOptions base = defaults();
    return new EngineOptions(
        base.host,
        base.roots,
        base.moduleDirectories,
        true,
        true,
        0,
        base.outputBufferBytes,
        base.limits,
        base.bytecodeCache,
        base.settings,
        base.web);
  }

  public EngineOptions withHost(Host newHost) {
    return with(newHost, roots, displayErrors, limits, bytecodeCache, web);
  }

  public EngineOptions withRoots(List<Path> newRoots) {
    return with(host, newRoots, displayErrors, limits, bytecodeCache, web);
  }

  /** The same, with error pages that show the report or do not. */
  public EngineOptions withDisplayErrors(boolean shown) {
    return with(host, roots, shown, limits, bytecodeCache, web);
  }

  /** The same, with other limits for web requests. */
  public EngineOptions withLimits(Limits newLimits) {
    return with(host, roots, displayErrors, newLimits, bytecodeCache, web);
  }

  /** The same, with other limits for what requests carry, and other sessions. */
  public EngineOptions withWeb(WebSettings newWeb) {
    return with(host, roots, displayErrors, limits, bytecodeCache, newWeb);
  }

  private EngineOptions with(
      Host newHost,
      List<Path> newRoots,
      boolean shown,
      Limits newLimits,
      Path newCache,
      WebSettings newWeb) {
    return new EngineOptions(
        newHost,
        newRoots,
        moduleDirectories,
        development,
        shown,
        revalidateMillis,
        outputBufferBytes,
        newLimits,
        newCache,
        settings,
        newWeb);
  }

  /** The same, with a directory for compiled code; null for none. */
  public EngineOptions withBytecodeCache(Path directory) {
    return with(host, roots, displayErrors, limits, directory, web);
  }
}
