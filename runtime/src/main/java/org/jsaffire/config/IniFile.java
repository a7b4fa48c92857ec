package org.jsaffire.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The syntax of configuration files (tools.md 3.2). */
final class IniFile {
  private static final Pattern SECTION = Pattern.compile("\\[([^\\[\\]]*)]\\s*");
  private static final Pattern ENTRY = Pattern.compile("([A-Za-z0-9_.\\[\\]-]+)\\s*=(.*)");

  private IniFile() {}

  /**
   * The values of a file by full key, {@code section.key}, in the order of their first mention; the
   * last value of a key wins. Lines that are neither section nor entry are ignored.
   */
  static Map<String, String> parse(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    String section = "global";
    for (String line : text.lines().toList()) {
      if (line.startsWith("#") || line.startsWith(";")) {
        continue;
      }
      Matcher header = SECTION.matcher(line);
      Matcher entry = ENTRY.matcher(line);
      if (header.matches()) {
        section = header.group(1).strip();
      } else if (entry.matches()) {
        values.put(section + "." + entry.group(1), value(entry.group(2)));
      }
    }
    return values;
  }

  private static String value(String text) {
    String value = text.strip();
    boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
