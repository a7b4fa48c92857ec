package org.jsaffire.stdlib.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jsaffire.object.Bool;
import org.jsaffire.object.ClassObject;
import org.jsaffire.object.Conversions;
import org.jsaffire.object.Errors;
import org.jsaffire.object.Invoker;
import org.jsaffire.object.JsonWriter;
import org.jsaffire.object.NativeClass;
import org.jsaffire.object.Numerical;
import org.jsaffire.object.Str;
import org.jsaffire.object.TypeTag;
import org.jsaffire.object.Value;
import org.jsaffire.sapi.RequestContext;
import org.jsaffire.sapi.ResponseHead;
import org.jsaffire.sapi.ScriptOutput;
import org.jsaffire.stdlib.Options;

/** The class of {@code web.response()} (modules.md 14). */
final class ResponseClass {
  static final ClassObject TYPE = build();

  /** What a response is without a type of its own. */
  static final String DEFAULT_TYPE = ResponseHead.DEFAULT_TYPE;

  private static final Set<Long> REDIRECTS = Set.of(300L, 301L, 302L, 303L, 307L, 308L);

  private ResponseClass() {}

  private static ClassObject build() {
    NativeClass type =
        NativeClass.named("response")
            .qualifiedName("\\saffire\\web\\response")
            .tag(TypeTag.USER)
            .asAbstract();
    head(type);
    return body(type).build();
  }

  private static void head(NativeClass type) {
    type.define(
            "self status(numerical code, string reason = \"\")",
            "Sets the status, 200 to 599.",
            (in, self, code, reason) -> {
              setStatus(in, (Numerical) code, reason.toString());
              return self;
            })
        .define(
            "self header(string name, object value, boolean replace = true)",
            "Sets a header, or adds one.",
            (in, self, name, value, replace) -> {
              String text = Conversions.requireText(in, value).toString();
              setHeader(in, name.toString(), text, replace == Bool.TRUE);
              return self;
            })
        .define(
            "self removeHeader(string name)",
            "Removes every header of that name.",
            (in, self, name) -> {
              openHead(in).removeHeader(name.toString());
              return self;
            })
        .defineN(
            "self cookie(string name, string value, hash|null options = none)",
            "Sets a cookie.",
            (in, self, v) -> {
              Options options = new Options(in, v[2], CookieText.OPTIONS);
              String cookie = CookieText.of(in, v[0].toString(), v[1].toString(), options, false);
              CookieText.set(openHead(in), cookie);
              return self;
            })
        .define(
            "self redirect(string url, numerical code = 302)",
            "Sends the client to another address.",
            (in, self, url, code) -> {
              redirect(in, url.toString(), (Numerical) code);
              return self;
            })
        .define(
            "self type(string mime)",
            "Sets the media type.",
            (in, self, mime) -> {
              setType(in, mime.toString());
              return self;
            });
  }

  private static NativeClass body(NativeClass type) {
    return type.define(
            "self write(string text)",
            "Prints a text.",
            (in, self, text) -> {
              write(in, text);
              return self;
            })
        .define(
            "self html(string s)",
            "Prints a text as HTML.",
            (in, self, s) -> {
              setType(in, "text/html");
              write(in, s);
              return self;
            })
        .define(
            "self text(string s)",
            "Prints a text as plain text.",
            (in, self, s) -> {
              setType(in, "text/plain");
              write(in, s);
              return self;
            })
        .define(
            "self json(object value)",
            "Prints a value as JSON.",
            (in, self, value) -> {
              String text = JsonWriter.text(in, value, 0);
              setType(in, "application/json");
              write(in, Str.of(text));
              return self;
            })
        .define(
            "self sendFile(string path, string|null downloadName = null)",
            "Sends a file, to be shown or to be stored under a name.",
            (in, self, path, name) -> {
              FileSender.send(
                  in, path.toString(), name instanceof Str text ? text.toString() : null);
              return self;
            })
        .define(
            "object events()",
            "Starts a stream of server-sent events.",
            (in, self) -> EventStreamClass.start(in))
        .define(
            "boolean isSent()",
            "Status and headers have left.",
            (in, self) -> Bool.of(request(in).head().isCommitted()))
        .define(
            "self flush()",
            "Sends what was printed so far.",
            (in, self) -> {
              request(in).stdout().flush();
              return self;
            });
  }

  private static RequestContext request(Invoker in) {
    return in.service(RequestContext.class);
  }

  /** The head, while it can be changed. */
  static ResponseHead openHead(Invoker in) {
    ResponseHead head = request(in).head();
    if (head.isCommitted()) {
      throw Errors.io("Headers are already sent");
    }
    return head;
  }

  private static void setStatus(Invoker in, Numerical code, String reason) {
    long status = code.clampedLong();
    if (status < 200 || status > 599) {
      throw Errors.argument("Invalid status " + code + ", use 200 to 599");
    }
    try {
      openHead(in).setStatus((int) status, reason);
    } catch (IllegalArgumentException e) {
      throw Errors.argument("Invalid status reason");
    }
  }

  static void setHeader(Invoker in, String name, String value, boolean replace) {
    ResponseHead head = openHead(in);
    try {
      head.setHeader(name, value, replace);
    } catch (IllegalArgumentException e) {
      throw Errors.argument(e.getMessage());
    }
  }

  private static void redirect(Invoker in, String url, Numerical code) {
    if (!code.isLong() || !REDIRECTS.contains(code.longValue())) {
      throw Errors.argument("Invalid status " + code + ", use 300, 301, 302, 303, 307 or 308");
    }
    setHeader(in, "Location", ascii(url), true);
    setStatus(in, code, "");
  }

  /** The URL with blanks and everything beyond ASCII as {@code %XX}; control characters stay. */
  private static String ascii(String url) {
    StringBuilder text = new StringBuilder(url.length());
    for (byte b : url.getBytes(StandardCharsets.UTF_8)) {
      if (b > 0 && b != ' ') {
        text.append((char) b);
      } else {
        text.append('%').append(Character.toUpperCase(Character.forDigit(b >> 4 & 15, 16)));
        text.append(Character.toUpperCase(Character.forDigit(b & 15, 16)));
      }
    }
    return text.toString();
  }

  /** Text without a character set is UTF-8, as everything is that a script prints. */
  private static void setType(Invoker in, String mime) {
    String lower = mime.toLowerCase(Locale.ROOT);
    boolean bare = lower.startsWith("text/") && !lower.contains("charset=");
    setHeader(in, "Content-Type", bare ? mime + "; charset=UTF-8" : mime, true);
  }

  private static void write(Invoker in, Value text) {
    ScriptOutput out = request(in).stdout();
    out.print(((Str) text).toString());
    if (out.isAutoFlush()) {
      out.flush();
    }
  }
}
