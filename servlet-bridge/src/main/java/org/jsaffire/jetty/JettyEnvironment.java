package org.jsaffire.jetty;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.jsaffire.sapi.CgiNames;
import org.jsaffire.sapi.WebPath;

/** The CGI/1.1 environment of a Jetty request (RFC 3875, 4.1). */
final class JettyEnvironment {
  private JettyEnvironment() {}

  /** The variables, in a fixed order, headers last. */
  static Map<String, String> of(Request request, WebPath path, Path script, Path root) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("FCGI_ROLE", "RESPONDER");
    variables.put("GATEWAY_INTERFACE", "CGI/1.1");
    variables.put("SERVER_SOFTWARE", "jetty/" + Server.getVersion());
    variables.put("SCRIPT_FILENAME", script.toString());
    variables.put("SCRIPT_NAME", contextPath(request) + path.script());
    String query = request.getHttpURI().getQuery();
    variables.put("QUERY_STRING", query == null ? "" : query);
    variables.put("REQUEST_METHOD", request.getMethod());
    variables.put("REQUEST_URI", request.getHttpURI().getPathQuery());
    if (!path.pathInfo().isEmpty()) {
      variables.put("PATH_INFO", path.pathInfo());
      variables.put("PATH_TRANSLATED", root + path.pathInfo());
    }
    variables.put("DOCUMENT_ROOT", root.toString());
    addConnection(variables, request);
    addBody(variables, request);
    for (HttpField field : request.getHeaders()) {
      CgiNames.addHeader(variables, field.getName(), field.getValue());
    }
    return Collections.unmodifiableMap(variables);
  }

  private static String contextPath(Request request) {
    String path = request.getContext().getContextPath();
    return path == null || path.equals("/") ? "" : path;
  }

  private static void addConnection(Map<String, String> variables, Request request) {
    variables.put("SERVER_PROTOCOL", request.getConnectionMetaData().getHttpVersion().asString());
    variables.put("REQUEST_SCHEME", request.getHttpURI().getScheme());
    if (request.isSecure()) {
      variables.put("HTTPS", "on");
    }
    variables.put("SERVER_NAME", Request.getServerName(request));
    variables.put("SERVER_PORT", String.valueOf(Request.getServerPort(request)));
    variables.put("SERVER_ADDR", Request.getLocalAddr(request));
    SocketAddress remote = request.getConnectionMetaData().getRemoteSocketAddress();
    variables.put("REMOTE_ADDR", Request.getRemoteAddr(request));
    variables.put("REMOTE_HOST", Request.getRemoteAddr(request));
    if (remote instanceof InetSocketAddress address) {
      variables.put("REMOTE_PORT", String.valueOf(address.getPort()));
    }
    Request.AuthenticationState user = Request.getAuthenticationState(request);
    if (user != null && user.getUserPrincipal() != null) {
      variables.put("REMOTE_USER", CgiNames.rawText(user.getUserPrincipal().getName()));
    }
  }

  private static void addBody(Map<String, String> variables, Request request) {
    String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
    if (type != null) {
      variables.put("CONTENT_TYPE", CgiNames.rawText(type));
    }
    if (request.getLength() >= 0) {
      variables.put("CONTENT_LENGTH", String.valueOf(request.getLength()));
    }
  }
}
