package org.jsaffire.sapi;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Request headers as CGI variables (RFC 3875, 4.1.18), for servers that speak HTTP themselves. */
public final class CgiNames {
  private CgiNames() {}

  /**
   * Adds a header as {@code HTTP_NAME}; repeated ones are joined. Left out are {@code Proxy}, which
   * would become HTTP_PROXY, what has a variable of its own, and names with other characters than
   * letters, digits and dashes: an underscore would make one name of two.
   */
  public static void addHeader(Map<String, String> variables, String name, String value) {
    String variable = variable(name);
    if (variable == null) {
      return;
    }
    String separator = variable.equals("HTTP_COOKIE") ? "; " : ", ";
    variables.merge(variable, rawText(value), (before, next) -> before + separator + next);
  }

  /** The variable of a header, or null for one that has none. */
  static String variable(String name) {
    StringBuilder variable = new StringBuilder(name.length() + 5).append("HTTP_");
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= 'a' && c <= 'z') {
        variable.append((char) (c - 'a' + 'A'));
      } else if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
        variable.append(c);
      } else if (c == '-') {
        variable.append('_');
      } else {
        return null;
      }
    }
    return switch (variable.toString()) {
      case "HTTP_", "HTTP_PROXY", "HTTP_CONTENT_TYPE", "HTTP_CONTENT_LENGTH" -> null;
      default -> variable.toString();
    };
  }

  /** A text whose characters stand for bytes, as servers give it; one that has others stays. */
  public static String rawText(String latin1) {
    boolean ascii = true;
    for (int i = 0; i < latin1.length(); i++) {
      char c = latin1.charAt(i);
      if (c > 0xff) {
        return latin1;
      }
      ascii &= c < 0x80;
    }
    return ascii ? latin1 : RawText.decode(latin1.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** The inverse of {@link #rawText}: one character for each byte. */
  public static String latin1(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return new String(RawText.encode(text), StandardCharsets.ISO_8859_1);
      }
    }
    return text;
  }
}
