package org.jsaffire.stdlib.web;

import java.util.Locale;
import java.util.Map;
import org.jsaffire.object.Bool;
import org.jsaffire.object.ClassObject;
import org.jsaffire.object.HashObject;
import org.jsaffire.object.Invoker;
import org.jsaffire.object.NativeClass;
import org.jsaffire.object.NullValue;
import org.jsaffire.object.Numerical;
import org.jsaffire.object.Str;
import org.jsaffire.object.TypeTag;
import org.jsaffire.object.Value;
import org.jsaffire.stdlib.JsonDecoder;

/** The class of {@code web.request()} (modules.md 14). Without a request all values are empty. */
final class RequestClass {
  static final ClassObject TYPE = build();

  private RequestClass() {}

  private static ClassObject build() {
    NativeClass type =
        NativeClass.named("request")
            .qualifiedName("\\saffire\\web\\request")
            .tag(TypeTag.USER)
            .asAbstract();
    line(type);
    return values(type).build();
  }

  /** What the request line and the connection say. */
  private static void line(NativeClass type) {
    type.define(
            "string method()",
            "The method, such as GET.",
            (in, self) -> Str.of(environment(in).getOrDefault("REQUEST_METHOD", "")))
        // The language reserves the word method, so that scripts need another one.
        .alias("method", "verb")
        .define("string uri()", "Path and query as sent.", (in, self) -> Str.of(url(in).uri()))
        .define("string path()", "The path as sent.", (in, self) -> Str.of(url(in).path()))
        .define("string scheme()", "http or https.", (in, self) -> Str.of(url(in).scheme()))
        .define(
            "string host()",
            "The host that was asked for, without port.",
            (in, self) -> Str.of(url(in).host()))
        .define("object port()", "The port of the server, or null.", (in, self) -> port(in))
        .define(
            "boolean isSecure()",
            "The request came through TLS.",
            (in, self) -> Bool.of(url(in).isSecure()))
        .define(
            "string remoteAddress()",
            "The address of the client.",
            (in, self) -> Str.of(environment(in).getOrDefault("REMOTE_ADDR", "")));
  }

  private static NativeClass values(NativeClass type) {
    return type.define(
            "object header(string name, object default = null)",
            "A header by its name in any case.",
            (in, self, name, other) -> header(in, name.toString(), other))
        .define("hash headers()", "All headers.", (in, self) -> headers(in))
        .define(
            "object query(string name, object default = null)",
            "A value of the query string.",
            (in, self, name, other) ->
                RequestData.orDefault(data(in).query(in).get(in, name), other))
        .define(
            "hash queryAll()", "The whole query string.", (in, self) -> copy(data(in).query(in)))
        .define(
            "object post(string name, object default = null)",
            "A value of the form that was sent.",
            (in, self, name, other) ->
                RequestData.orDefault(data(in).post(in).get(in, name), other))
        .define("hash postAll()", "The whole form.", (in, self) -> copy(data(in).post(in)))
        .define(
            "object cookie(string name, object default = null)",
            "A cookie.",
            (in, self, name, other) ->
                RequestData.orDefault(data(in).cookies(in).get(in, name), other))
        .define("hash cookies()", "All cookies.", (in, self) -> copy(data(in).cookies(in)))
        .define("string body()", "The body as sent.", (in, self) -> data(in).body(in))
        .define(
            "object json()",
            "The body as JSON, decoded.",
            (in, self) -> JsonDecoder.decode(in, data(in).body(in).toString(), 0))
        .define(
            "object file(string name)",
            "An uploaded file, or null.",
            (in, self, name) -> file(data(in).files(in).get(in, name)))
        .define("hash files()", "All uploaded files.", (in, self) -> copy(data(in).files(in)))
        .define(
            "object server(string name, object default = null)",
            "A variable of the environment.",
            (in, self, name, other) -> text(environment(in).get(name.toString()), other))
        .define(
            "boolean isAjax()",
            "A script of a page sent the request.",
            (in, self) ->
                Bool.of(
                    "XMLHttpRequest"
                        .equalsIgnoreCase(environment(in).get("HTTP_X_REQUESTED_WITH"))))
        .define(
            "boolean accepts(string type)",
            "The client takes that media type.",
            (in, self, media) ->
                Bool.of(
                    AcceptHeader.accepts(environment(in).get("HTTP_ACCEPT"), media.toString())));
  }

  private static Map<String, String> environment(Invoker in) {
    return RequestData.environment(in);
  }

  private static RequestUrl url(Invoker in) {
    return new RequestUrl(environment(in));
  }

  private static RequestData data(Invoker in) {
    return in.service(RequestData.class);
  }

  private static Value port(Invoker in) {
    int port = url(in).port();
    return port < 0 ? NullValue.NULL : Numerical.of(port);
  }

  private static Value file(Value found) {
    return found != null && UploadedFileClass.isFile(found) ? found : NullValue.NULL;
  }

  private static Value text(String value, Value other) {
    return value == null ? other : Str.of(value);
  }

  /** Scripts may change what they get; the next one to ask sees the request again. */
  private static Value copy(HashObject hash) {
    return hash.copy();
  }

  private static Value header(Invoker in, String name, Value other) {
    String variable = name.toUpperCase(Locale.ROOT).replace('-', '_');
    boolean own = variable.equals("CONTENT_TYPE") || variable.equals("CONTENT_LENGTH");
    String value = environment(in).get(own ? variable : "HTTP_" + variable);
    return own && value != null && value.isEmpty() ? other : text(value, other);
  }

  private static Value headers(Invoker in) {
    HashObject headers = new HashObject();
    environment(in)
        .forEach(
            (variable, value) -> {
              boolean own = variable.equals("CONTENT_TYPE") || variable.equals("CONTENT_LENGTH");
              if (own && !value.isEmpty()) {
                headers.put(in, spelling(variable), Str.of(value));
              } else if (variable.startsWith("HTTP_")) {
                headers.put(in, spelling(variable.substring(5)), Str.of(value));
              }
            });
    return headers;
  }

  /** {@code ACCEPT_LANGUAGE} as {@code Accept-Language}. */
  private static String spelling(String variable) {
    StringBuilder name = new StringBuilder(variable.length());
    boolean first = true;
    for (int i = 0; i < variable.length(); i++) {
      char c = variable.charAt(i);
      boolean dash = c == '_';
      name.append(dash ? '-' : first ? c : Character.toLowerCase(c));
      first = dash;
    }
    return name.toString();
  }
}
