package org.jsaffire.jetty;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.URIUtil;
import org.jsaffire.engine.Engine;
import org.jsaffire.engine.EngineOptions;
import org.jsaffire.sapi.WebPath;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the scripts below a directory; path info and index scripts included. Requests for anything
 * else are left to the next handler, except files that no client may see: those are answered 404.
 *
 * <p>The handler does not own the engine, whose roots should be the directory. Safe for all threads
 * of the server.
 */
public final class SaffireHandler extends Handler.Abstract {
  private static final Logger LOG = LoggerFactory.getLogger(SaffireHandler.class);

  private final Engine engine;
  private final Path root;
  private final Consumer<String> log;

  /**
   * Logs what scripts write to standard error as warnings.
   *
   * @param root directory of the scripts
   */
  public SaffireHandler(Engine engine, Path root) {
    this(engine, root, LOG::warn);
  }

  /**
   * @param root directory of the scripts
   * @param log takes the lines that scripts write to standard error; called by many threads
   */
  public SaffireHandler(Engine engine, Path root, Consumer<String> log) {
    this.engine = engine;
    this.log = log;
    this.root = root.toAbsolutePath().normalize();
  }

  /** An engine with production defaults for the scripts below a directory. */
  public static Engine engine(Path root) {
    return new Engine(
        EngineOptions.defaults().withRoots(List.of(root.toAbsolutePath().normalize())));
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String path = URIUtil.decodePath(Request.getPathInContext(request));
    WebPath found = WebPath.of(path, this::file);
    switch (found.kind()) {
      case SCRIPT -> run(request, response, callback, found);
      case DIRECTORY -> redirectIntoDirectory(request, response, callback);
      case HIDDEN -> Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
      case OTHER -> {
        return false;
      }
    }
    return true;
  }

  private void run(Request request, Response response, Callback callback, WebPath found) {
    Path script = file(found.script());
    Map<String, String> environment = JettyEnvironment.of(request, found, script, root);
    JettyExchange exchange =
        new JettyExchange(
            request, response, environment, log, engine.options().outputBufferBytes());
    int status = engine.serve(exchange);
    exchange.stderr().finish();
    if (status != 0) {
      LOG.debug("{} ended with exit status {}", found.script(), status);
    }
    if (exchange.stdout().failure() == null) {
      callback.succeeded();
    } else {
      callback.failed(exchange.stdout().failure());
    }
  }

  private static void redirectIntoDirectory(Request request, Response response, Callback callback) {
    // More than one slash at the start would name another host.
    String target = request.getHttpURI().getPath().replaceFirst("^/+", "/") + "/";
    String query = request.getHttpURI().getQuery();
    response.setStatus(HttpStatus.TEMPORARY_REDIRECT_307);
    response.getHeaders().put(HttpHeader.LOCATION, query == null ? target : target + "?" + query);
    callback.succeeded();
  }

  private Path file(String path) {
    return root.resolve(path.substring(1)).normalize();
  }
}
