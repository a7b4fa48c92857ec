package org.jsaffire.sapi.form;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A header value with parameters: {@code form-data; name="a"; filename="b.txt"}.
 *
 * @param value what stands in front of the first semicolon, in lower case
 * @param parameters by name in lower case; the first of a name
 */
record HeaderParameters(String value, Map<String, String> parameters) {

  /** Reads a header value; what is not well-formed is left out. */
  static HeaderParameters parse(String header) {
    int end = header.indexOf(';');
    String value = (end < 0 ? header : header.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    Map<String, String> parameters = new LinkedHashMap<>();
    int i = end < 0 ? header.length() : end + 1;
    while (i < header.length()) {
      int equals = header.indexOf('=', i);
      int semicolon = header.indexOf(';', i);
      if (equals < 0) {
        break;
      }
      if (semicolon >= 0 && semicolon < equals) {
        i = semicolon + 1;
        continue;
      }
      String name = header.substring(i, equals).strip().toLowerCase(Locale.ROOT);
      StringBuilder text = new StringBuilder();
      i = readValue(header, equals + 1, text);
      parameters.putIfAbsent(name, text.toString());
    }
    return new HeaderParameters(value, parameters);
  }

  /** Reads a token or a quoted text; returns where the next parameter begins. */
  private static int readValue(String header, int from, StringBuilder text) {
    int i = from;
    while (i < header.length() && (header.charAt(i) == ' ' || header.charAt(i) == '\t')) {
      i++;
    }
    if (i < header.length() && header.charAt(i) == '"') {
      i = readQuoted(header, i + 1, text);
      int semicolon = header.indexOf(';', i);
      return semicolon < 0 ? header.length() : semicolon + 1;
    }
    int semicolon = header.indexOf(';', i);
    int end = semicolon < 0 ? header.length() : semicolon;
    text.append(header.substring(i, end).strip());
    return semicolon < 0 ? end : end + 1;
  }

  /**
   * Reads up to the closing quote. A backslash escapes a quote alone: others stand in the Windows
   * paths that some clients send.
   */
  private static int readQuoted(String header, int from, StringBuilder text) {
    int i = from;
    while (i < header.length() && header.charAt(i) != '"') {
      if (header.charAt(i) == '\\' && i + 1 < header.length() && header.charAt(i + 1) == '"') {
        i++;
      }
      text.append(header.charAt(i++));
    }
    return i + 1;
  }
}
