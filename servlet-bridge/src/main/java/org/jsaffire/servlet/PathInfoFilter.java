package org.jsaffire.servlet;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jsaffire.sapi.WebPath;

/**
 * Hands requests for a script with path info, and for a directory with an index script, to the
 * servlet: an extension mapping alone matches neither. Made by {@link SaffireInitializer}; the init
 * parameter {@code servlet} is the name of the servlet.
 */
public final class PathInfoFilter implements Filter {
  static final String SERVLET = "servlet";

  private ServletContext context;
  private String servlet;
  private ApplicationFiles files;

  @Override
  public void init(FilterConfig config) throws ServletException {
    context = config.getServletContext();
    servlet = config.getInitParameter(SERVLET);
    files = ApplicationFiles.of(context);
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = SaffireServlet.pathInApplication((HttpServletRequest) request);
    if (isOurs(path)) {
      context.getNamedDispatcher(servlet).forward(request, response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private boolean isOurs(String path) {
    if (path.endsWith(WebPath.SUFFIX)) {
      return false;
    }
    return switch (WebPath.of(path, files).kind()) {
      case SCRIPT, DIRECTORY -> true;
      case HIDDEN, OTHER -> false;
    };
  }
}
