package org.jsaffire.engine;

import java.nio.file.Path;
import java.util.List;
import org.jsaffire.sapi.RequestContext;
import org.jsaffire.sapi.ScriptPath;

/**
 * Compiles, caches and runs scripts. Shared by all requests of a process; safe for use by several
 * threads.
 */
public final class Engine implements AutoCloseable {
  private final EngineOptions options;

  public Engine(EngineOptions options) {
    this.options = options;
  }

  public EngineOptions options() {
    return options;
  }

  /**
   * Answers one web request: finds the script by {@code SCRIPT_FILENAME}, runs it, turns failures
   * into error pages, and finishes the reply. Never throws for what a script or a client does.
   *
   * @return the exit status of the script, 0 when it ended normally
   */
  public int serve(RequestContext request) {
    String name = request.environment().get("SCRIPT_FILENAME");
    ScriptPath.Decision decision = ScriptPath.resolve(name, options.roots(), ".sf");
    request.head().setStatus(decision.outcome() == ScriptPath.Outcome.FORBIDDEN ? 403 : 404, "");
    request.finish();
    return 0;
  }

  /**
   * Runs a program, as {@code saffire exec} does. Ends with everything printed.
   *
   * @param script an absolute path
   * @param args the script's name as typed, then its arguments
   * @return the exit code of the process
   */
  public int exec(Path script, List<String> args, RequestContext request) {
    request.stderr().print("Fatal error: cannot run " + script + "\n");
    request.finish();
    return 1;
  }

  @Override
  public void close() {}
}
