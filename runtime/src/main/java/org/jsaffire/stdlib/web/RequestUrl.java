package org.jsaffire.stdlib.web;

import java.util.Map;

/** What the environment of a request says about its URL. */
final class RequestUrl {
  private final Map<String, String> environment;

  RequestUrl(Map<String, String> environment) {
    this.environment = environment;
  }

  private String get(String name) {
    return environment.getOrDefault(name, "");
  }

  /** Path and query as sent; without {@code REQUEST_URI}, put together from their parts. */
  String uri() {
    String uri = get("REQUEST_URI");
    if (!uri.isEmpty()) {
      return uri;
    }
    String query = get("QUERY_STRING");
    return get("SCRIPT_NAME") + get("PATH_INFO") + (query.isEmpty() ? "" : "?" + query);
  }

  /** The path as sent, nothing decoded. */
  String path() {
    String uri = uri();
    int scheme = uri.indexOf("://");
    if (scheme > 0 && !uri.startsWith("/")) {
      // The absolute form, which proxies send (RFC 9112, 3.2.2).
      int slash = uri.indexOf('/', scheme + 3);
      uri = slash < 0 ? "/" : uri.substring(slash);
    }
    int end = uri.indexOf('?');
    int fragment = uri.indexOf('#');
    if (fragment >= 0 && (end < 0 || fragment < end)) {
      end = fragment;
    }
    return end < 0 ? uri : uri.substring(0, end);
  }

  boolean isSecure() {
    String https = get("HTTPS");
    return https.equalsIgnoreCase("on")
        || https.equals("1")
        || get("REQUEST_SCHEME").equals("https");
  }

  /** {@code https} or {@code http}; empty outside a request. */
  String scheme() {
    return isSecure() ? "https" : get("REQUEST_METHOD").isEmpty() ? "" : "http";
  }

  /**
   * The name that the client asked for, without port. A header that cannot be a host name counts
   * for nothing: then the name of the server.
   */
  String host() {
    String host = get("HTTP_HOST");
    if (host.isEmpty() || !isHost(host)) {
      return get("SERVER_NAME");
    }
    int colon = host.lastIndexOf(':');
    return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
  }

  private static boolean isHost(String host) {
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      boolean fits =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || ".-_:[]".indexOf(c) >= 0;
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  /** The port of the server, or -1 when it is not known. */
  int port() {
    String port = get("SERVER_PORT");
    return port.matches("[0-9]{1,5}") ? Integer.parseInt(port) : -1;
  }
}
