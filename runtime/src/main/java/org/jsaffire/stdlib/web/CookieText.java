package org.jsaffire.stdlib.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsaffire.object.Attributes;
import org.jsaffire.object.Errors;
import org.jsaffire.object.Instance;
import org.jsaffire.object.Invoker;
import org.jsaffire.object.Numerical;
import org.jsaffire.object.Value;
import org.jsaffire.sapi.HttpDate;
import org.jsaffire.sapi.ResponseHead;
import org.jsaffire.sapi.form.Cookies;
import org.jsaffire.stdlib.Options;

/** {@code Set-Cookie} headers (RFC 6265, 4.1; modules.md 14). */
final class CookieText {
  /** Options of a cookie. */
  static final List<String> OPTIONS =
      List.of("expires", "maxAge", "path", "domain", "secure", "httpOnly", "sameSite");

  private CookieText() {}

  /**
   * The value of the header. Without options scripts of pages cannot read the cookie, other sites
   * do not make the client send it along, and it holds for the whole site.
   *
   * @param secure the cookie goes through TLS alone, unless the options say otherwise
   */
  static String of(Invoker in, String name, String value, Options options, boolean secure) {
    checkName(name);
    StringBuilder text = new StringBuilder(name).append('=').append(Cookies.encode(value));
    Value expires = options.get("expires");
    if (expires != null) {
      text.append("; Expires=").append(HttpDate.format(epoch(in, expires)));
    }
    Numerical maxAge = options.number("maxAge");
    if (maxAge != null) {
      text.append("; Max-Age=").append(maxAge);
    }
    append(text, "Domain", options.text("domain", ""));
    append(text, "Path", options.text("path", "/"));
    String sameSite = sameSite(options.text("sameSite", "Lax"));
    // Clients drop cookies for other sites that are not secure.
    if (options.isSet("secure", secure || sameSite.equals("None"))) {
      text.append("; Secure");
    }
    if (options.isSet("httpOnly", true)) {
      text.append("; HttpOnly");
    }
    return text.append("; SameSite=").append(sameSite).toString();
  }

  private static void checkName(String name) {
    try {
      ResponseHead.check(name, "");
    } catch (IllegalArgumentException e) {
      throw Errors.argument("Invalid cookie name");
    }
  }

  private static long epoch(Invoker in, Value expires) {
    if (expires instanceof Numerical seconds) {
      return seconds.clampedLong();
    }
    boolean isDate = expires instanceof Instance date && date.layout().findMethod("epoch") != null;
    if (isDate && in.call(Attributes.get(expires, "epoch", null)) instanceof Numerical seconds) {
      return seconds.clampedLong();
    }
    throw Errors.argument("Option 'expires' must be a datetime or a numerical");
  }

  private static void append(StringBuilder text, String attribute, String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < ' ' || c == ';' || c >= 0x7f) {
        throw Errors.argument("Invalid header value");
      }
    }
    if (!value.isEmpty()) {
      text.append("; ").append(attribute).append('=').append(value);
    }
  }

  private static String sameSite(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "lax" -> "Lax";
      case "strict" -> "Strict";
      case "none" -> "None";
      default ->
          throw Errors.argument(
              "Unknown value '" + value + "' of 'sameSite', use Strict, Lax or None");
    };
  }

  /**
   * Sets a cookie in place of one that was set before under the same name, domain and path: clients
   * take the last of them anyway.
   */
  static void set(ResponseHead head, String cookie) {
    List<String> kept = new ArrayList<>();
    boolean replaces = false;
    for (int i = 0; i < head.headerCount(); i++) {
      if (head.headerName(i).equalsIgnoreCase("Set-Cookie")) {
        boolean same = identity(head.headerValue(i)).equals(identity(cookie));
        replaces |= same;
        kept.add(same ? cookie : head.headerValue(i));
      }
    }
    if (!replaces) {
      head.setHeader("Set-Cookie", cookie, false);
      return;
    }
    head.removeHeader("Set-Cookie");
    kept.stream().distinct().forEach(value -> head.setHeader("Set-Cookie", value, false));
  }

  /** Name, domain and path of a cookie. */
  private static List<String> identity(String cookie) {
    List<String> identity = new ArrayList<>();
    identity.add(cookie.substring(0, Math.max(0, cookie.indexOf('='))));
    for (String attribute : cookie.split("; ", -1)) {
      if (attribute.startsWith("Domain=") || attribute.startsWith("Path=")) {
        identity.add(attribute);
      }
    }
    return identity;
  }
}
