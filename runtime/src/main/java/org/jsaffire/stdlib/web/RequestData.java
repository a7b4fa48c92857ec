package org.jsaffire.stdlib.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsaffire.object.Errors;
import org.jsaffire.object.HashObject;
import org.jsaffire.object.Invoker;
import org.jsaffire.object.Str;
import org.jsaffire.object.Value;
import org.jsaffire.sapi.Cookies;
import org.jsaffire.sapi.FormField;
import org.jsaffire.sapi.FormFields;
import org.jsaffire.sapi.FormLimitException;
import org.jsaffire.sapi.RawText;
import org.jsaffire.sapi.RequestContext;

/** What a run knows of its request, taken apart when first asked for: a service of the run. */
final class RequestData {
  private static final int MAX_FIELDS = 1000;
  private static final int MAX_BODY = 16 << 20;

  private HashObject query;
  private HashObject post;
  private HashObject cookies;
  private byte[] body;
  private String bodyText;

  RequestData() {}

  static Map<String, String> environment(Invoker in) {
    RequestContext request = in.service(RequestContext.class);
    return request.sapi().isWeb() ? request.environment() : Map.of();
  }

  HashObject query(Invoker in) {
    if (query == null) {
      query = tree(in, environment(in).getOrDefault("QUERY_STRING", ""));
    }
    return query;
  }

  HashObject post(Invoker in) {
    if (post == null) {
      String type = mediaType(environment(in).get("CONTENT_TYPE"));
      boolean form = type.equals("application/x-www-form-urlencoded");
      post = tree(in, form ? body(in) : "");
    }
    return post;
  }

  HashObject cookies(Invoker in) {
    if (cookies == null) {
      cookies = new HashObject();
      for (FormField cookie : Cookies.parse(environment(in).get("HTTP_COOKIE"))) {
        Str name = Str.of(cookie.name());
        // The cookie of the longest path comes first and is the one that is meant.
        if (!cookies.has(in, name)) {
          cookies.put(in, name, Str.of(cookie.value()));
        }
      }
    }
    return cookies;
  }

  /** The body as text that keeps every byte. */
  String body(Invoker in) {
    if (bodyText == null) {
      body = read(in);
      bodyText = RawText.decode(body);
    }
    return bodyText;
  }

  private static byte[] read(Invoker in) {
    RequestContext request = in.service(RequestContext.class);
    if (!request.sapi().isWeb()) {
      return new byte[0];
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] piece = new byte[8192];
    InputStream stdin = request.stdin();
    try {
      for (int n = stdin.read(piece); n >= 0; n = stdin.read(piece)) {
        bytes.write(piece, 0, n);
        if (bytes.size() > MAX_BODY) {
          throw Errors.io("Request body is larger than " + MAX_BODY + " bytes");
        }
      }
    } catch (IOException e) {
      throw Errors.io("Cannot read the request body: " + e.getMessage());
    }
    return bytes.toByteArray();
  }

  private static HashObject tree(Invoker in, String text) {
    FieldTree tree = new FieldTree(in);
    try {
      List<FormField> fields = FormFields.parse(text, MAX_FIELDS);
      for (FormField field : fields) {
        tree.add(field.name(), Str.of(field.value()));
      }
    } catch (FormLimitException e) {
      throw Errors.io("Request has " + e.getMessage());
    }
    return tree.toHash();
  }

  /** The media type of a {@code Content-Type} without its parameters, in lower case. */
  static String mediaType(String contentType) {
    if (contentType == null) {
      return "";
    }
    int semicolon = contentType.indexOf(';');
    String type = semicolon < 0 ? contentType : contentType.substring(0, semicolon);
    return type.strip().toLowerCase(Locale.ROOT);
  }

  static Value orDefault(Value value, Value other) {
    return value == null ? other : value;
  }
}
