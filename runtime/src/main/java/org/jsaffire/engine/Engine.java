package org.jsaffire.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jsaffire.bytecode.FileCode;
import org.jsaffire.object.ScriptException;
import org.jsaffire.sapi.RequestContext;
import org.jsaffire.sapi.ResponseHead;
import org.jsaffire.sapi.ScriptPath;
import org.jsaffire.sapi.form.RefusedRequestException;
import org.jsaffire.sapi.form.RequestBody;
import org.jsaffire.sapi.session.FileSessionStore;
import org.jsaffire.source.SourceException;
import org.jsaffire.vm.Script;
import org.jsaffire.vm.Unwinding;

/**
 * Compiles, caches and runs scripts. Shared by all requests of a process; safe for use by several
 * threads.
 */
public final class Engine implements AutoCloseable {
  private static final String ROOT_NAMESPACE = "\\";
  private static final String SUFFIX = ".sf";

  private final EngineOptions options;
  private final ScriptCache cache;
  private final FileSessionStore sessions;
  private final Watchdog watchdog = new Watchdog();

  public Engine(EngineOptions options) {
    this(options, code -> code);
  }

  /**
   * @param passage what happens to code between compiler and machine, for tests
   */
  Engine(EngineOptions options, UnaryOperator<FileCode> passage) {
    this.options = options;
    CodeStore store =
        options.bytecodeCache() == null ? null : new CodeStore(options.bytecodeCache());
    this.cache = new ScriptCache(options.revalidateMillis(), store, passage);
    this.sessions =
        new FileSessionStore(
            options.web().sessionPath(),
            options.host().temporaryDirectory(),
            options.web().sessionLifetimeMillis(),
            options.host().clock());
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
    ScriptPath.Decision decision = ScriptPath.resolve(name, roots(request), SUFFIX);
    ErrorPages pages = new ErrorPages(request, options);
    int status =
        switch (decision.outcome()) {
          case FOUND -> servePage(decision.path(), request, pages);
          case MISSING -> pages.missing(name);
          case FORBIDDEN -> pages.forbidden(name);
        };
    if (status != 0) {
      request.setExitStatus(status);
    }
    request.finish();
    return status;
  }

  /** The configured roots, else the document root that the web server names. */
  private List<Path> roots(RequestContext request) {
    String documentRoot = request.environment().get("DOCUMENT_ROOT");
    boolean known = documentRoot != null && documentRoot.startsWith("/");
    return !options.roots().isEmpty() || !known ? options.roots() : List.of(Path.of(documentRoot));
  }

  private int servePage(Path path, RequestContext request, ErrorPages pages) {
    Script script;
    try {
      script = cache.get(path, ROOT_NAMESPACE);
    } catch (SourceException e) {
      return pages.broken(path, e);
    } catch (IOException e) {
      return pages.unreadable(path, e);
    }
    try (RequestBody body =
        RequestBody.receive(request, options.web().limits(), options.host().temporaryDirectory())) {
      return answer(path, script, new ReceivedRequest(request, body), body, pages);
    } catch (RefusedRequestException e) {
      return pages.refused(e);
    } catch (IOException e) {
      return pages.internal(path, e);
    }
  }

  private int answer(
      Path path, Script script, RequestContext request, RequestBody body, ErrorPages pages) {
    request.head().setHeader("Content-Type", ResponseHead.DEFAULT_TYPE, true);
    FileModules modules = FileModules.of(cache, path, options, request.sapi());
    try (Run run = run(modules, List.of(path.toString()), request)) {
      run.receive(body, sessions);
      return run.execute(script);
    } catch (ScriptException e) {
      return pages.uncaught(path, e);
    } catch (Unwinding e) {
      return pages.ended(path, e);
    } catch (RuntimeException | StackOverflowError e) {
      return pages.internal(path, e);
    }
  }

  /**
   * Runs a program, as {@code saffire exec} does. Ends with everything printed.
   *
   * @param path absolute
   * @param args the script's name as typed, then its arguments
   * @return the exit code of the process
   */
  public int exec(Path path, List<String> args, RequestContext request) {
    int status = program(path, args, request);
    request.setExitStatus(status);
    request.finish();
    return status;
  }

  private int program(Path path, List<String> args, RequestContext request) {
    Script script;
    try {
      script = cache.get(path, ROOT_NAMESPACE);
    } catch (SourceException e) {
      request.stderr().print(e.first().text() + "\n");
      return 1;
    } catch (IOException e) {
      request.stderr().print("Error: cannot read " + path + ": " + Reasons.of(e) + "\n");
      return 1;
    }
    FileModules modules = FileModules.of(cache, path, options, request.sapi());
    try (Run run = run(modules, args, request)) {
      try {
        return run.execute(script);
      } catch (ScriptException e) {
        return handle(run, e, request);
      } catch (Unwinding e) {
        request.stderr().print("Fatal error: " + e.getMessage() + "\n");
        return 1;
      }
    }
  }

  private Run run(FileModules modules, List<String> arguments, RequestContext request) {
    Limits limits = request.sapi().isWeb() ? options.limits() : Limits.COMMAND_LINE;
    return new Run(options, modules, arguments, request, limits, watchdog);
  }

  /** Lets the script's handler report; without one, or when it fails, a line on standard error. */
  private static int handle(Run run, ScriptException exception, RequestContext request) {
    try {
      return run.handle(exception);
    } catch (ScriptException e) {
      request.stderr().print("Fatal error: Uncaught exception: " + e.state().message() + "\n");
      return 1;
    }
  }

  /** Forgets all compiled scripts. */
  public void clearCache() {
    cache.clear();
  }

  @Override
  public void close() {
    cache.clear();
    try {
      sessions.stop();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
