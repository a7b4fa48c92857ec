package org.jsaffire.engine;

import java.nio.file.Path;
import java.util.List;
import org.jsaffire.config.Settings;
import org.jsaffire.config.WebSettings;
import org.jsaffire.object.Numerical;
import org.jsaffire.object.ScriptException;
import org.jsaffire.object.Value;
import org.jsaffire.sapi.Host;
import org.jsaffire.sapi.RequestContext;
import org.jsaffire.sapi.form.RequestBody;
import org.jsaffire.sapi.session.SessionStore;
import org.jsaffire.stdlib.FileAccess;
import org.jsaffire.stdlib.LocaleNames;
import org.jsaffire.stdlib.ProgramInfo;
import org.jsaffire.vm.ExitRequest;
import org.jsaffire.vm.Interpreter;
import org.jsaffire.vm.LimitExceeded;
import org.jsaffire.vm.ModuleLoader;
import org.jsaffire.vm.RunEnvironment;
import org.jsaffire.vm.Script;

/**
 * One execution of a script. Owns everything that the script can change; closing it drops all.
 * Belongs to one thread and one request.
 */
final class Run implements RunEnvironment, AutoCloseable {
  private final ModuleLoader modules;
  private final ProgramInfo info;
  private final Interpreter interpreter;
  private final RequestContext request;
  private final Limits limits;
  private final Watchdog watchdog;

  /** When the time is over, in the terms of System.nanoTime. */
  private long deadline;

  private long allocated;

  Run(
      EngineOptions options,
      ModuleLoader modules,
      List<String> arguments,
      RequestContext request,
      Limits limits,
      Watchdog watchdog) {
    Host host = options.host();
    this.request = request;
    this.limits = limits;
    this.watchdog = watchdog;
    this.modules = modules;
    String locale = LocaleNames.ofEnvironment(host.environment());
    String configured = options.settings().text("global.locale", null);
    this.info =
        new ProgramInfo(request.sapi(), arguments, LocaleNames.normalize(configured, locale));
    this.interpreter = new Interpreter(this);
    interpreter.provide(RequestContext.class, request);
    interpreter.provide(ProgramInfo.class, info);
    interpreter.provide(Host.class, host);
    interpreter.provide(Settings.class, options.settings());
    interpreter.provide(WebSettings.class, options.web());
    List<Path> basedir = options.settings().directories("security.basedir", List.of());
    interpreter.provide(FileAccess.class, new FileAccess(host.currentDirectory(), basedir));
    if (limits.isWatched()) {
      deadline = System.nanoTime() + limits.timeMillis() * 1_000_000;
      watchdog.watch(this);
    }
  }

  /** Gives the script what its client sent, and the sessions of the engine. */
  void receive(RequestBody body, SessionStore sessions) {
    interpreter.provide(RequestBody.class, body);
    interpreter.provide(SessionStore.class, sessions);
  }

  /**
   * Runs a script to its end.
   *
   * @return the exit status: 0, or what {@code saffire.exit} was given
   * @throws ScriptException that nobody caught
   */
  int execute(Script script) {
    try {
      interpreter.start(script);
      return 0;
    } catch (ExitRequest e) {
      return e.status();
    }
  }

  /**
   * Hands an uncaught exception to the handler of the script (language.md 6.5).
   *
   * @return the exit status
   * @throws ScriptException the exception itself when there is no handler, or what the handler
   *     throws
   */
  int handle(ScriptException exception) {
    Value handler =
        info.exceptionHandler() == null ? interpreter.exceptionHandler() : info.exceptionHandler();
    if (handler == null) {
      throw exception;
    }
    Value result = interpreter.call(handler, exception.exception());
    return result instanceof Numerical number ? (int) (number.clampedLong() & 0xff) : 1;
  }

  @Override
  public ModuleLoader modules() {
    return modules;
  }

  @Override
  public String defaultLocale() {
    return info.locale();
  }

  @Override
  public int maxDepth() {
    return limits.maxDepth();
  }

  /** Asks the run to look at its limits; called by the watchdog's thread. */
  void remind() {
    interpreter.interrupt();
  }

  @Override
  public void interrupted() {
    if (limits.timeMillis() > 0 && System.nanoTime() - deadline > 0) {
      throw exceeded("time", limits.timeMillis() / 1000 + " seconds");
    }
    if (limits.outputBytes() > 0 && request.stdout().count() > limits.outputBytes()) {
      throw exceeded("output", limits.outputBytes() + " bytes");
    }
  }

  /** A limit has struck: what follows has the grace time to end. */
  private LimitExceeded exceeded(String limit, String amount) {
    deadline = System.nanoTime() + limits.graceMillis() * 1_000_000;
    return new LimitExceeded("limit." + limit + " of " + amount + " exceeded");
  }

  @Override
  public void charge(long bytes) {
    allocated += bytes;
    if (limits.allocationBytes() > 0 && allocated > limits.allocationBytes()) {
      allocated = 0;
      throw exceeded("allocation", limits.allocationBytes() + " bytes");
    }
  }

  @Override
  public void close() {
    watchdog.forget(this);
    interpreter.close();
  }
}
