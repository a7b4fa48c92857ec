package org.jsaffire.stdlib;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** HTML as text (modules.md 15.1). Stateless. */
public final class HtmlText {
  /** Read when first needed. */
  private static final class References {
    static final Map<String, String> BY_NAME = read();

    private static Map<String, String> read() {
      Map<String, String> byName = new HashMap<>(4096);
      try (InputStream file = HtmlText.class.getResourceAsStream("html-references.txt");
          BufferedReader lines =
              new BufferedReader(new InputStreamReader(file, StandardCharsets.US_ASCII))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (!line.startsWith("#")) {
            String[] words = line.split(" ", -1);
            StringBuilder text = new StringBuilder();
            for (int i = 1; i < words.length; i++) {
              text.appendCodePoint(Integer.parseInt(words[i], 16));
            }
            byName.put(words[0], text.toString());
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return Map.copyOf(byName);
    }
  }

  private static final int LONGEST_NAME = 32;

  private HtmlText() {}

  /** The text with {@code & < > " '} as references; the text itself when it has none. */
  public static String escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (reference(text.charAt(i)) != null) {
        StringBuilder out = new StringBuilder(text.length() + 32);
        out.append(text, 0, i);
        escapeFrom(text, i, out);
        return out.toString();
      }
    }
    return text;
  }

  private static void escapeFrom(String text, int from, StringBuilder out) {
    for (int i = from; i < text.length(); i++) {
      String reference = reference(text.charAt(i));
      if (reference == null) {
        out.append(text.charAt(i));
      } else {
        out.append(reference);
      }
    }
  }

  private static String reference(char c) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\'' -> "&#39;";
      default -> null;
    };
  }

  /** The text with references as characters; unknown ones stay. */
  static String unescape(String text) {
    int at = text.indexOf('&');
    if (at < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    while (at >= 0) {
      int end = endOfReference(text, at);
      String replacement = end < 0 ? null : resolve(text.substring(at + 1, end));
      out.append(text, from, at);
      if (replacement == null) {
        out.append('&');
        from = at + 1;
      } else {
        out.append(replacement);
        from = end + 1;
      }
      at = text.indexOf('&', from);
    }
    return out.append(text, from, text.length()).toString();
  }

  /** The offset of the semicolon of what may be a reference, or -1. */
  private static int endOfReference(String text, int at) {
    int i = at + 1;
    boolean isNumber = text.startsWith("#", i);
    int most = isNumber ? text.length() : Math.min(text.length(), i + LONGEST_NAME);
    i += isNumber ? 1 : 0;
    while (i < most && isWord(text.charAt(i))) {
      i++;
    }
    return text.startsWith(";", i) ? i : -1;
  }

  private static boolean isWord(char c) {
    return isLetter(c) || (c >= '0' && c <= '9');
  }

  private static String resolve(String name) {
    return name.startsWith("#") ? number(name.substring(1)) : References.BY_NAME.get(name);
  }

  /** {@code 233} or {@code xE9} as a character, or null when it is no number. */
  private static String number(String text) {
    boolean isHex = text.startsWith("x") || text.startsWith("X");
    int radix = isHex ? 16 : 10;
    String digits = isHex ? text.substring(1) : text;
    int value = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      int digit = c < 128 ? Character.digit(c, radix) : -1;
      if (digit < 0) {
        return null;
      }
      value = Math.min(value * radix + digit, Character.MAX_CODE_POINT + 1);
    }
    if (digits.isEmpty()) {
      return null;
    }
    boolean isCharacter =
        value > 0 && value <= Character.MAX_CODE_POINT && (value < 0xD800 || value > 0xDFFF);
    return isCharacter ? Character.toString(value) : "\uFFFD";
  }

  /** The text without tags, comments and declarations. */
  static String stripTags(String text) {
    int at = text.indexOf('<');
    if (at < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    while (at >= 0) {
      int end = endOfMarkup(text, at);
      if (end > at) {
        out.append(text, from, at);
        from = end;
      }
      at = text.indexOf('<', Math.max(end, at + 1));
    }
    return out.append(text, from, text.length()).toString();
  }

  /**
   * The offset behind what a {@code <} opens; the offset of the sign itself when it opens nothing.
   */
  private static int endOfMarkup(String text, int at) {
    char c = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    if (text.startsWith("<!--", at)) {
      return endOfComment(text, at + 2);
    }
    if (c == '!' || c == '?') {
      int end = text.indexOf('>', at);
      return end < 0 ? text.length() : end + 1;
    }
    if (isLetter(c) || (c == '/' && at + 2 < text.length() && isLetter(text.charAt(at + 2)))) {
      return endOfTag(text, at);
    }
    return at;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static int endOfComment(String text, int from) {
    for (int i = text.indexOf("--", from); i >= 0; i = text.indexOf("--", i + 1)) {
      if (text.startsWith(">", i + 2)) {
        return i + 3;
      }
      if (text.startsWith("!>", i + 2) && i > from) {
        return i + 4;
      }
    }
    return text.length();
  }

  /** A {@code >} within quotes does not end a tag. */
  private static int endOfTag(String text, int at) {
    char quote = 0;
    for (int i = at + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '>') {
        return i + 1;
      } else if ((c == '"' || c == '\'') && isValueStart(text, i)) {
        quote = c;
      }
    }
    return text.length();
  }

  /** Quotes count behind an equals sign only. */
  private static boolean isValueStart(String text, int at) {
    int i = at - 1;
    while (text.charAt(i) == ' ' || (text.charAt(i) >= '\t' && text.charAt(i) <= '\r')) {
      i--;
    }
    return text.charAt(i) == '=';
  }

  /** The text with {@code <br>} in front of every line end. */
  static String breakLines(String text) {
    StringBuilder out = new StringBuilder(text.length() + 64);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\r' || (c == '\n' && (i == 0 || text.charAt(i - 1) != '\r'))) {
        out.append("<br>");
      }
      out.append(c);
    }
    return out.toString();
  }
}
