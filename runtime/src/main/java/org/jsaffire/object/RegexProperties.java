package org.jsaffire.object;

import java.util.Map;
import java.util.Set;

/** Character properties and named sets, as they are written inside of brackets. */
final class RegexProperties {
  private static final Set<String> CATEGORIES =
      Set.of(
          "C", "Cc", "Cf", "Cn", "Co", "Cs", "L", "Ll", "Lm", "Lo", "Lt", "Lu", "M", "Mc", "Me",
          "Mn", "N", "Nd", "Nl", "No", "P", "Pc", "Pd", "Pe", "Pf", "Pi", "Po", "Ps", "S", "Sc",
          "Sk", "Sm", "So", "Z", "Zl", "Zp", "Zs");

  /** Binary properties that every supported engine has. */
  private static final Set<String> BINARY =
      Set.of(
          "Alphabetic",
          "Ideographic",
          "Lowercase",
          "Uppercase",
          "Titlecase",
          "White_Space",
          "Hex_Digit",
          "Join_Control",
          "Noncharacter_Code_Point",
          "Assigned");

  private static final Map<String, String> SPECIAL =
      Map.of(
          "Any", "\\x{0}-\\x{10FFFF}",
          "L&", "\\p{LC}",
          "Xan", "\\p{L}\\p{N}",
          "Xwd", "\\p{L}\\p{N}_",
          "Xsp", "\\p{Z}\\h\\v",
          "Xps", "\\p{Z}\\h\\v");

  /** ASCII only; ranges, so that folding of case applies to them. */
  private static final Map<String, String> POSIX =
      Map.ofEntries(
          Map.entry("alnum", "a-zA-Z0-9"),
          Map.entry("alpha", "a-zA-Z"),
          Map.entry("ascii", "\\x00-\\x7F"),
          Map.entry("blank", " \\t"),
          Map.entry("cntrl", "\\x00-\\x1F\\x7F"),
          Map.entry("digit", "0-9"),
          Map.entry("graph", "\\x21-\\x7E"),
          Map.entry("lower", "a-z"),
          Map.entry("print", "\\x20-\\x7E"),
          Map.entry("punct", "\\x21-\\x2F\\x3A-\\x40\\x5B-\\x60\\x7B-\\x7E"),
          Map.entry("space", " \\t\\n\\x0B\\f\\r"),
          Map.entry("upper", "A-Z"),
          Map.entry("word", "a-zA-Z0-9_"),
          Map.entry("xdigit", "0-9a-fA-F"));

  private RegexProperties() {}

  /** What {@code [:name:]} stands for, or null. */
  static String posix(String name) {
    return POSIX.get(name);
  }

  /** What {@code \p{name}} stands for, or null. */
  static String property(String name) {
    String special = SPECIAL.get(name);
    if (special != null) {
      return special;
    }
    if (CATEGORIES.contains(name)) {
      return "\\p{" + name + "}";
    }
    if (BINARY.contains(name)) {
      return "\\p{Is" + name + "}";
    }
    return isScript(name) ? "\\p{script=" + name + "}" : null;
  }

  private static boolean isScript(String name) {
    if (name.isEmpty() || !Character.isUpperCase(name.charAt(0))) {
      return false;
    }
    try {
      Character.UnicodeScript.forName(name);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
