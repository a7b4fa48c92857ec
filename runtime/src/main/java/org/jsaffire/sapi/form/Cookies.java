package org.jsaffire.sapi.form;

import java.util.ArrayList;
import java.util.List;
import org.jsaffire.sapi.RawText;

/** Cookies as clients send them (RFC 6265, 4.2 and 5.4). */
public final class Cookies {
  private Cookies() {}

  /**
   * Reads a {@code Cookie} header. Values lose one pair of quotes and are percent-decoded, as
   * {@link #encode} made them. Pieces without a name are skipped.
   *
   * @param header may be null
   */
  public static List<FormField> parse(String header) {
    List<FormField> cookies = new ArrayList<>();
    if (header == null) {
      return cookies;
    }
    int start = 0;
    while (start < header.length()) {
      int end = header.indexOf(';', start);
      end = end < 0 ? header.length() : end;
      int equals = header.indexOf('=', start);
      if (equals >= 0 && equals < end) {
        String name = header.substring(start, equals).strip();
        if (!name.isEmpty()) {
          cookies.add(new FormField(name, value(header.substring(equals + 1, end).strip())));
        }
      }
      start = end + 1;
    }
    return cookies;
  }

  private static String value(String text) {
    boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
    return FormFields.decodePercent(quoted ? text.substring(1, text.length() - 1) : text);
  }

  /** A value that any text survives in: what a cookie cannot hold becomes {@code %XX}. */
  public static String encode(String value) {
    StringBuilder text = new StringBuilder(value.length() + 16);
    for (byte b : RawText.encode(value)) {
      if (isPlain(b)) {
        text.append((char) b);
      } else {
        text.append('%');
        text.append(Character.toUpperCase(Character.forDigit(b >> 4 & 15, 16)));
        text.append(Character.toUpperCase(Character.forDigit(b & 15, 16)));
      }
    }
    return text.toString();
  }

  /** Printable ASCII except blank, quote, comma, semicolon, backslash and our own escape. */
  private static boolean isPlain(byte b) {
    return b > ' ' && b < 0x7f && b != '"' && b != ',' && b != ';' && b != '\\' && b != '%';
  }
}
