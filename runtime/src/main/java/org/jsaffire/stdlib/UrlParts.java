package org.jsaffire.stdlib;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsaffire.object.Conversions;
import org.jsaffire.object.Errors;
import org.jsaffire.object.HashObject;
import org.jsaffire.object.Invoker;
import org.jsaffire.object.NullValue;
import org.jsaffire.object.Numerical;
import org.jsaffire.object.ScriptException;
import org.jsaffire.object.Str;
import org.jsaffire.object.TextBuilder;
import org.jsaffire.object.Value;

/** Addresses and their parts (modules.md 15.2, RFC 3986 appendix B). Nothing is decoded. */
final class UrlParts {
  private static final Pattern PARTS =
      Pattern.compile(
          "(?s)(?:([A-Za-z][A-Za-z0-9+.-]*+):)?(?://([^/?#]*+))?([^?#]*+)(?:\\?([^#]*+))?(?:#(.*+))?");

  private static final Pattern LITERAL = Pattern.compile("\\[[0-9A-Za-z:.%_~-]++\\]");

  private UrlParts() {}

  /**
   * Takes an address apart.
   *
   * @return a hash of all eight parts
   * @throws ScriptException argumentException when it is none
   */
  static HashObject parse(Invoker in, String url) {
    Matcher matcher = PARTS.matcher(url);
    if (!url.codePoints().allMatch(UrlParts::isAllowed) || !matcher.matches()) {
      throw invalid(url);
    }
    String authority = matcher.group(2);
    String user = null;
    String password = null;
    String host = authority;
    Value port = NullValue.NULL;
    if (authority != null) {
      int sign = authority.lastIndexOf('@');
      if (sign >= 0) {
        user = authority.substring(0, sign);
        int colon = user.indexOf(':');
        password = colon < 0 ? null : user.substring(colon + 1);
        user = colon < 0 ? user : user.substring(0, colon);
        host = authority.substring(sign + 1);
      }
      int colon = host.indexOf(':', Math.max(0, host.lastIndexOf(']')));
      if (colon >= 0) {
        port = port(host.substring(colon + 1), url);
        host = host.substring(0, colon);
      }
      checkHost(host, user, password, url);
    }
    HashObject parts = new HashObject();
    put(in, parts, "scheme", matcher.group(1));
    put(in, parts, "user", user);
    put(in, parts, "pass", password);
    put(in, parts, "host", host);
    parts.put(in, "port", port);
    put(in, parts, "path", matcher.group(3));
    put(in, parts, "query", matcher.group(4));
    put(in, parts, "fragment", matcher.group(5));
    return parts;
  }

  private static void put(Invoker in, HashObject parts, String name, String value) {
    parts.put(in, name, value == null ? NullValue.NULL : Str.of(value));
  }

  private static boolean isAllowed(int c) {
    return !Character.isISOControl(c) && !Character.isWhitespace(c) && !Character.isSpaceChar(c);
  }

  private static Value port(String digits, String url) {
    if (digits.isEmpty()) {
      return NullValue.NULL;
    }
    boolean isNumber = digits.length() <= 5 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    int port = isNumber ? Integer.parseInt(digits) : 0;
    if (port < 1 || port > 65535) {
      throw invalid(url);
    }
    return Numerical.of(port);
  }

  private static void checkHost(String host, String user, String password, String url) {
    boolean hasBracket = host.indexOf('[') >= 0 || host.indexOf(']') >= 0;
    if ((hasBracket && !LITERAL.matcher(host).matches())
        || hasBracket(user)
        || hasBracket(password)) {
      throw invalid(url);
    }
  }

  private static boolean hasBracket(String text) {
    return text != null && (text.indexOf('[') >= 0 || text.indexOf(']') >= 0);
  }

  private static ScriptException invalid(String url) {
    return Errors.argument("Cannot parse URL '" + url + "'");
  }

  /** Puts an address together; nothing is encoded. */
  static Str build(Invoker in, HashObject parts) {
    TextBuilder url = new TextBuilder(in);
    String host = part(in, parts, "host");
    String path = part(in, parts, "path");
    append(url, "", part(in, parts, "scheme"), ":");
    if (host != null) {
      url.append("//");
      String user = part(in, parts, "user");
      String password = part(in, parts, "pass");
      if (user != null || password != null) {
        append(url, "", user, "");
        append(url, ":", password, "");
        url.append("@");
      }
      url.append(host);
      append(url, ":", part(in, parts, "port"), "");
      // Without a slash the path would run into the host.
      url.append(path == null || path.isEmpty() || path.startsWith("/") ? "" : "/");
    }
    append(url, "", path, "");
    append(url, "?", part(in, parts, "query"), "");
    append(url, "#", part(in, parts, "fragment"), "");
    return url.toStr();
  }

  private static String part(Invoker in, HashObject parts, String name) {
    Value value = parts.get(in, Str.of(name));
    return value == null || value == NullValue.NULL
        ? null
        : Conversions.requireText(in, value).toString();
  }

  private static void append(TextBuilder url, String before, String part, String behind) {
    if (part != null) {
      url.append(before).append(part).append(behind);
    }
  }
}
