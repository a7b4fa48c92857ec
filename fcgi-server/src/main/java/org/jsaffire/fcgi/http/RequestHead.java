package org.jsaffire.fcgi.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.util.URIUtil;
import org.jsaffire.fcgi.request.WireExchange;
import org.jsaffire.sapi.RawText;

/** Makes method, URI and fields from parameters (CGI/1.1, RFC 3875, 4.1). */
final class RequestHead {
  /** Fields of the client's own connection to the web server; it has acted on them. */
  private static final Set<String> DROPPED = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  static {
    DROPPED.addAll(
        Set.of(
            "Connection",
            "Content-Length",
            "Content-Type",
            "Expect",
            "Keep-Alive",
            "Proxy",
            "Proxy-Connection",
            "TE",
            "Trailer",
            "Transfer-Encoding",
            "Upgrade"));
  }

  private final Map<String, String> environment;

  private RequestHead(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * The request.
   *
   * @throws HttpException.RuntimeException its target is no URI
   * @throws IllegalArgumentException its target is no URI, or an ambiguous one
   */
  static MetaData.Request of(WireExchange exchange, HttpConfiguration configuration) {
    RequestHead head = new RequestHead(exchange.environment());
    HttpURI uri = head.uri();
    for (UriCompliance.Violation violation : uri.getViolations()) {
      if (!configuration.getUriCompliance().allows(violation)) {
        throw new IllegalArgumentException(violation.getDescription());
      }
    }
    return new MetaData.Request(
        exchange.beginNanos(),
        head.text("REQUEST_METHOD", "GET"),
        uri,
        version(exchange.environment()),
        head.fields(exchange.contentLength()),
        exchange.contentLength());
  }

  /** The parameter, or the default when it is absent or empty. */
  private String text(String name, String otherwise) {
    String value = environment.get(name);
    return value == null || value.isEmpty() ? otherwise : value;
  }

  /** The client's version of HTTP; 1.1 when it is not told or not known. */
  static HttpVersion version(Map<String, String> environment) {
    HttpVersion version = HttpVersion.fromString(environment.get("SERVER_PROTOCOL"));
    return version == null ? HttpVersion.HTTP_1_1 : version;
  }

  private HttpURI uri() {
    HttpURI.Mutable uri = HttpURI.build();
    String target = target();
    if (target.equals("*") || target.startsWith("/")) {
      uri.pathQuery(target);
    } else {
      HttpURI absolute = HttpURI.from(target);
      uri.pathQuery(absolute.getPathQuery() == null ? "/" : absolute.getPathQuery());
    }
    String authority = text("HTTP_HOST", null);
    uri.scheme(isSecure(environment) ? "https" : "http");
    if (authority != null) {
      uri.authority(authority);
    } else if (environment.containsKey("SERVER_NAME")) {
      uri.authority(text("SERVER_NAME", "localhost"), port());
    }
    return uri.asImmutable();
  }

  private int port() {
    int port = PeerMetaData.port(environment.get("SERVER_PORT"));
    return port == (isSecure(environment) ? 443 : 80) ? -1 : port == 0 ? -1 : port;
  }

  /** The request came through TLS. */
  static boolean isSecure(Map<String, String> environment) {
    String https = environment.get("HTTPS");
    if (https != null && !https.isEmpty()) {
      return !https.equalsIgnoreCase("off");
    }
    return "https".equalsIgnoreCase(environment.get("REQUEST_SCHEME"));
  }

  /** As sent when it is known, else put together from its decoded parts. */
  private String target() {
    String sent = text("REQUEST_URI", null);
    if (sent != null) {
      return raw(sent);
    }
    String decoded = text("SCRIPT_NAME", "") + text("PATH_INFO", "");
    String path = decoded.isEmpty() ? text("DOCUMENT_URI", "/") : decoded;
    String query = text("QUERY_STRING", "");
    String encoded = URIUtil.encodePath(path.startsWith("/") ? path : "/" + path);
    return query.isEmpty() ? encoded : encoded + "?" + raw(query);
  }

  private HttpFields fields(long contentLength) {
    HttpFields.Mutable fields = HttpFields.build();
    environment.forEach(
        (name, value) -> {
          if (name.startsWith("HTTP_") && name.length() > 5) {
            add(fields, fieldName(name.substring(5)), value);
          }
        });
    String type = text("CONTENT_TYPE", null);
    if (type != null) {
      fields.put("Content-Type", line(type));
    }
    if (contentLength >= 0 && environment.get("CONTENT_LENGTH") != null) {
      fields.put("Content-Length", contentLength);
    }
    return fields.asImmutable();
  }

  private static void add(HttpFields.Mutable fields, String name, String value) {
    if (!DROPPED.contains(name)) {
      fields.add(new HttpField(name, line(value)));
    }
  }

  /** {@code X_TEST} as {@code X-Test}. */
  private static String fieldName(String parameter) {
    StringBuilder name = new StringBuilder(parameter.length());
    boolean first = true;
    for (String word : parameter.toLowerCase(Locale.ROOT).split("_", -1)) {
      name.append(first ? "" : "-");
      first = false;
      if (!word.isEmpty()) {
        name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
      }
    }
    return name.toString();
  }

  /** A field's value: its bytes as characters, in one line. */
  private static String line(String value) {
    return raw(value).replace('\r', ' ').replace('\n', ' ').replace('\0', ' ');
  }

  private static String raw(String value) {
    return new String(RawText.encode(value), StandardCharsets.ISO_8859_1);
  }
}
