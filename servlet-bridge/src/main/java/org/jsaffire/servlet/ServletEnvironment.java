package org.jsaffire.servlet;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsaffire.sapi.CgiNames;
import org.jsaffire.sapi.WebPath;

/** The CGI/1.1 environment of a servlet request (RFC 3875, 4.1). */
final class ServletEnvironment {
  private ServletEnvironment() {}

  /**
   * The variables, in a fixed order, headers last.
   *
   * @param script the file to run; null when the container knows none
   */
  static Map<String, String> of(
      HttpServletRequest request,
      ServletContext context,
      WebPath path,
      Path script,
      ApplicationFiles files) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("FCGI_ROLE", "RESPONDER");
    variables.put("GATEWAY_INTERFACE", "CGI/1.1");
    variables.put("SERVER_SOFTWARE", context.getServerInfo());
    put(variables, "SCRIPT_FILENAME", script == null ? null : script.toString());
    variables.put("SCRIPT_NAME", context.getContextPath() + path.script());
    variables.put("QUERY_STRING", orEmpty(request.getQueryString()));
    variables.put("REQUEST_METHOD", request.getMethod());
    variables.put("REQUEST_URI", requestUri(request));
    addPathInfo(variables, path, files);
    put(variables, "DOCUMENT_ROOT", files.root().toString());
    addConnection(variables, request);
    addBody(variables, request);
    for (String name : Collections.list(request.getHeaderNames())) {
      for (String value : Collections.list(request.getHeaders(name))) {
        CgiNames.addHeader(variables, name, value);
      }
    }
    return Collections.unmodifiableMap(variables);
  }

  /** What the client asked for, raw; also behind a forward. */
  private static String requestUri(HttpServletRequest request) {
    Object forwarded = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
    Object query = request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING);
    String uri = forwarded instanceof String original ? original : request.getRequestURI();
    Object raw = forwarded instanceof String ? query : request.getQueryString();
    return raw == null ? uri : uri + "?" + raw;
  }

  private static void addPathInfo(
      Map<String, String> variables, WebPath path, ApplicationFiles files) {
    if (path.pathInfo().isEmpty()) {
      return;
    }
    variables.put("PATH_INFO", path.pathInfo());
    variables.put("PATH_TRANSLATED", files.root() + path.pathInfo());
  }

  private static void addConnection(Map<String, String> variables, HttpServletRequest request) {
    variables.put("SERVER_PROTOCOL", request.getProtocol());
    variables.put("REQUEST_SCHEME", request.getScheme());
    if (request.isSecure()) {
      variables.put("HTTPS", "on");
    }
    variables.put("SERVER_NAME", request.getServerName());
    variables.put("SERVER_PORT", String.valueOf(request.getServerPort()));
    put(variables, "SERVER_ADDR", request.getLocalAddr());
    put(variables, "REMOTE_ADDR", request.getRemoteAddr());
    put(variables, "REMOTE_HOST", request.getRemoteHost());
    variables.put("REMOTE_PORT", String.valueOf(request.getRemotePort()));
    put(variables, "REMOTE_USER", request.getRemoteUser());
    put(variables, "AUTH_TYPE", request.getAuthType());
  }

  private static void addBody(Map<String, String> variables, HttpServletRequest request) {
    put(variables, "CONTENT_TYPE", request.getContentType());
    if (request.getContentLengthLong() >= 0) {
      variables.put("CONTENT_LENGTH", String.valueOf(request.getContentLengthLong()));
    }
  }

  private static void put(Map<String, String> variables, String name, String value) {
    if (value != null) {
      variables.put(name, CgiNames.rawText(value));
    }
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
