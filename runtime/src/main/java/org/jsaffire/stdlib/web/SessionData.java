package org.jsaffire.stdlib.web;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The values of a session as text, and back: for each a line with a mark, the key as JSON, and in
 * the next line the value as JSON. Compact JSON has no line feeds.
 */
final class SessionData {
  private static final char VALUE = 'v';
  private static final char FLASH = 'f';

  /** Keys and values as JSON texts, in the order of insertion. */
  final Map<String, String> values = new LinkedHashMap<>();

  /** The same, for values that are read once. */
  final Map<String, String> flash = new LinkedHashMap<>();

  /** Reads what {@link #toText} wrote; what comes from elsewhere counts for nothing. */
  static SessionData parse(String text) {
    SessionData data = new SessionData();
    String[] lines = text.split("\n", -1);
    for (int i = 0; i + 1 < lines.length; i += 2) {
      if (lines[i].isEmpty() || lines[i + 1].isEmpty()) {
        return new SessionData();
      }
      Map<String, String> target = lines[i].charAt(0) == FLASH ? data.flash : data.values;
      target.put(lines[i].substring(1), lines[i + 1]);
    }
    return data;
  }

  String toText() {
    StringBuilder text = new StringBuilder();
    values.forEach((key, value) -> append(text, VALUE, key, value));
    flash.forEach((key, value) -> append(text, FLASH, key, value));
    return text.toString();
  }

  private static void append(StringBuilder text, char mark, String key, String value) {
    text.append(mark).append(key).append('\n').append(value).append('\n');
  }
}
