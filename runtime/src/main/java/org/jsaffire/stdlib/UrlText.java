package org.jsaffire.stdlib;

import org.jsaffire.object.Errors;
import org.jsaffire.object.RawBytes;

/** Percent encoding (modules.md 15.2, RFC 3986). Stateless. */
public final class UrlText {
  private static final String DIGITS = "0123456789ABCDEF";

  private UrlText() {}

  /** All but letters, digits and {@code - . _ ~} of ASCII as {@code %XX}. */
  public static String encode(String text) {
    if (text.chars().allMatch(UrlText::isUnreserved)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 32);
    for (byte b : RawBytes.encode(text)) {
      if (isUnreserved(b)) {
        out.append((char) b);
      } else {
        out.append('%').append(DIGITS.charAt(b >> 4 & 15)).append(DIGITS.charAt(b & 15));
      }
    }
    return out.toString();
  }

  private static boolean isUnreserved(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '~';
  }

  /**
   * The text that {@code %XX} stand for; bytes that are not UTF-8 become raw.
   *
   * @param plusIsBlank as in forms
   * @throws org.jsaffire.object.ScriptException argumentException where two digits are missing
   */
  public static String decode(String text, boolean plusIsBlank) {
    if (text.indexOf('%') < 0) {
      return plusIsBlank ? text.replace('+', ' ') : text;
    }
    byte[] bytes = RawBytes.encode(text);
    int n = 0;
    for (int i = 0; i < bytes.length; i++) {
      byte b = bytes[i];
      if (b == '%') {
        int value = i + 2 < bytes.length ? digit(bytes[i + 1]) << 4 | digit(bytes[i + 2]) : -1;
        if (value < 0) {
          throw Errors.argument("Invalid percent escape at position " + positionOfFault(text));
        }
        b = (byte) value;
        i += 2;
      } else if (b == '+' && plusIsBlank) {
        b = ' ';
      }
      bytes[n++] = b;
    }
    return RawBytes.decode(java.util.Arrays.copyOf(bytes, n));
  }

  private static int digit(byte b) {
    return b < 0 ? -1 : Character.digit(b, 16);
  }

  /** The number of characters in front of the first sign without two digits behind it. */
  private static int positionOfFault(String text) {
    for (int i = text.indexOf('%'); i >= 0; i = text.indexOf('%', i + 1)) {
      boolean isGood =
          i + 2 < text.length() && isHex(text.charAt(i + 1)) && isHex(text.charAt(i + 2));
      if (!isGood) {
        return text.codePointCount(0, i);
      }
    }
    return text.length();
  }

  private static boolean isHex(char c) {
    return c < 128 && Character.digit(c, 16) >= 0;
  }
}
