package org.jsaffire.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsaffire.config.ConfigException;
import org.jsaffire.config.Settings;
import org.jsaffire.engine.Engine;
import org.jsaffire.engine.EngineOptions;
import org.jsaffire.engine.EngineSettings;
import org.jsaffire.sapi.WebPath;

/**
 * Runs the scripts of a web application. May be mapped to {@code *.sf}, to a prefix, to {@code /*}
 * or to {@code /}; path info works with all of them ({@link PathInfoFilter} helps the first). Files
 * that are no scripts go to the container's default servlet.
 *
 * <p>Init parameters are the keys of {@link EngineSettings#KEYS}; a wrong one stops the deployment.
 * One instance serves all threads and owns an {@link Engine} from {@code init} to {@code destroy}.
 */
public final class SaffireServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  /** The container's servlet for static files, by the name that Tomcat and Jetty give it. */
  private static final String DEFAULT_SERVLET = "default";

  private transient ApplicationFiles files;
  private transient Engine engine;

  @Override
  public void init() throws ServletException {
    files = ApplicationFiles.of(getServletContext());
    try {
      EngineOptions options = EngineSettings.toOptions(settings(), false);
      boolean open = options.roots().isEmpty() && files.root() != null;
      engine = new Engine(open ? options.withRoots(List.of(files.root())) : options);
    } catch (ConfigException e) {
      throw new ServletException("servlet '" + getServletName() + "': " + e.getMessage(), e);
    }
  }

  @Override
  public void destroy() {
    if (engine != null) {
      engine.close();
    }
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String path = pathInApplication(request);
    WebPath found = WebPath.of(path, files);
    switch (found.kind()) {
      case SCRIPT -> run(request, response, found);
      case DIRECTORY -> redirectIntoDirectory(request, response);
      case HIDDEN -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
      case OTHER -> serveFile(request, response);
    }
  }

  private void run(HttpServletRequest request, HttpServletResponse response, WebPath found) {
    Path script = files.file(found.script());
    Map<String, String> environment =
        ServletEnvironment.of(request, getServletContext(), found, script, files);
    ServletExchange exchange =
        new ServletExchange(
            request,
            response,
            environment,
            getServletContext()::log,
            engine.options().outputBufferBytes());
    int status = engine.serve(exchange);
    exchange.stderr().finish();
    if (status != 0) {
      getServletContext().log(found.script() + " ended with exit status " + status);
    }
  }

  private void serveFile(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    RequestDispatcher dispatcher =
        getServletName().equals(DEFAULT_SERVLET)
            ? null
            : getServletContext().getNamedDispatcher(DEFAULT_SERVLET);
    if (dispatcher == null) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (request.getDispatcherType() == DispatcherType.INCLUDE) {
      dispatcher.include(request, response);
    } else {
      dispatcher.forward(request, response);
    }
  }

  private static void redirectIntoDirectory(
      HttpServletRequest request, HttpServletResponse response) {
    // More than one slash at the start would name another host.
    String target = request.getRequestURI().replaceFirst("^/+", "/") + "/";
    String query = request.getQueryString();
    response.setStatus(HttpServletResponse.SC_TEMPORARY_REDIRECT);
    response.setHeader("Location", query == null ? target : target + "?" + query);
  }

  /** The decoded path below the context, whatever part of it the mapping has matched. */
  static String pathInApplication(HttpServletRequest request) {
    String servletPath = request.getServletPath();
    String pathInfo = request.getPathInfo();
    Object included = request.getAttribute(RequestDispatcher.INCLUDE_SERVLET_PATH);
    if (request.getDispatcherType() == DispatcherType.INCLUDE && included instanceof String path) {
      servletPath = path;
      pathInfo = (String) request.getAttribute(RequestDispatcher.INCLUDE_PATH_INFO);
    }
    return pathInfo == null ? servletPath : servletPath + pathInfo;
  }

  private Settings settings() {
    Map<String, String> values = new HashMap<>();
    for (String name : Collections.list(getInitParameterNames())) {
      values.put(name, getInitParameter(name));
    }
    Settings settings = new Settings(values);
    settings.requireKnown(EngineSettings.KEYS);
    return settings;
  }
}
