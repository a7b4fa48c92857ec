package org.jsaffire.engine;

import java.util.List;
import org.jsaffire.object.Numerical;
import org.jsaffire.object.ScriptException;
import org.jsaffire.object.Value;
import org.jsaffire.sapi.Host;
import org.jsaffire.sapi.RequestContext;
import org.jsaffire.stdlib.LocaleNames;
import org.jsaffire.stdlib.ProgramInfo;
import org.jsaffire.vm.ExitRequest;
import org.jsaffire.vm.Interpreter;
import org.jsaffire.vm.ModuleLoader;
import org.jsaffire.vm.RunEnvironment;
import org.jsaffire.vm.Script;

/**
 * One execution of a script. Owns everything that the script can change; closing it drops all.
 * Belongs to one thread and one request.
 */
final class Run implements RunEnvironment, AutoCloseable {
  private static final int MAX_DEPTH = 10_000;

  private final ModuleLoader modules;
  private final ProgramInfo info;
  private final Interpreter interpreter;

  Run(Host host, ModuleLoader modules, List<String> arguments, RequestContext request) {
    this.modules = modules;
    this.info =
        new ProgramInfo(request.sapi(), arguments, LocaleNames.ofEnvironment(host.environment()));
    this.interpreter = new Interpreter(this);
    interpreter.provide(RequestContext.class, request);
    interpreter.provide(ProgramInfo.class, info);
    interpreter.provide(Host.class, host);
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
    return MAX_DEPTH;
  }

  @Override
  public void interrupted() {}

  @Override
  public void charge(long bytes) {}

  @Override
  public void close() {
    interpreter.close();
  }
}
