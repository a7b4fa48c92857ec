package org.jsaffire.object;

/** What a text consists of (objects.md 15): as a whole, by classes of ASCII; never so if empty. */
final class StringChecks {
  /** A class of characters. */
  private interface CharClass {
    boolean contains(int c);
  }

  private StringChecks() {}

  static NativeClass define(NativeClass type) {
    return type.define(
            "boolean isNumerical()",
            "Whether the text is digits, perhaps with a minus sign.",
            (in, self) -> Bool.of(isNumerical(self.toString())))
        .define(
            "boolean isHex()",
            "Whether the text is hexadecimal digits.",
            (in, self) -> all(self, StringChecks::isHex))
        .define(
            "boolean isAlpha()",
            "Whether the text is letters of ASCII.",
            (in, self) -> all(self, c -> isLower(c) || isUpper(c)))
        .define(
            "boolean isAlphaNum()",
            "Whether the text is letters and digits of ASCII.",
            (in, self) -> all(self, c -> isLower(c) || isUpper(c) || isDigit(c)))
        .define(
            "boolean isLower()",
            "Whether the text is lower-case letters of ASCII.",
            (in, self) -> all(self, StringChecks::isLower))
        .define(
            "boolean isUpper()",
            "Whether the text is upper-case letters of ASCII.",
            (in, self) -> all(self, StringChecks::isUpper))
        .define(
            "boolean isSpace()",
            "Whether the text is white space of ASCII.",
            (in, self) -> all(self, Texts::isAsciiSpace))
        .define(
            "boolean isDouble()",
            "Whether the text is a decimal number.",
            (in, self) -> Bool.of(NumberTexts.isDouble(self.toString())))
        .define(
            "boolean isEmpty()",
            "Whether the length is 0.",
            (in, self) -> Bool.of(((Str) self).isEmpty()))
        .define(
            "boolean isBlank()",
            "Whether there is nothing but white space.",
            (in, self) -> Bool.of(self.toString().chars().allMatch(Texts::isSpace)));
  }

  private static Bool all(Value self, CharClass wanted) {
    String text = self.toString();
    for (int i = 0; i < text.length(); i++) {
      if (!wanted.contains(text.charAt(i))) {
        return Bool.FALSE;
      }
    }
    return Bool.of(!text.isEmpty());
  }

  private static boolean isNumerical(String text) {
    int from = text.startsWith("-") ? 1 : 0;
    return from < text.length() && text.chars().skip(from).allMatch(StringChecks::isDigit);
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLower(int c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isUpper(int c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean isHex(int c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }
}
