package org.jsaffire.sapi.form;

import java.util.ArrayList;
import java.util.List;
import org.jsaffire.sapi.RawText;

/**
 * Fields in the form {@code application/x-www-form-urlencoded} (modules.md 14, 15.2): {@code +} is
 * a blank, {@code %XX} a byte; empty pieces are skipped, and a piece without {@code =} is a name
 * with an empty value. Clients write what they like: a {@code %} without two hexadecimal digits
 * stands for itself.
 */
public final class FormFields {
  private FormFields() {}

  /** Reads a query string, whose bytes are kept as {@link RawText} keeps them. */
  public static List<FormField> parse(String text, int maxFields) throws RefusedRequestException {
    return text == null || text.isEmpty() ? List.of() : parse(RawText.encode(text), maxFields);
  }

  /**
   * Reads a body.
   *
   * @throws RefusedRequestException there are more than {@code maxFields}, or a name is nested
   *     deeper than {@link FieldName#MAX_DEPTH}
   */
  public static List<FormField> parse(byte[] bytes, int maxFields) throws RefusedRequestException {
    List<FormField> fields = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= bytes.length; i++) {
      if (i < bytes.length && bytes[i] != '&') {
        continue;
      }
      if (i > start) {
        add(fields, field(bytes, start, i), maxFields);
      }
      start = i + 1;
    }
    return fields;
  }

  /** Adds a field if the limits allow it. */
  static void add(List<FormField> fields, FormField field, int maxFields)
      throws RefusedRequestException {
    if (fields.size() >= maxFields) {
      throw RefusedRequestException.malformed("more than " + maxFields + " fields");
    }
    FieldName.checkDepth(field.name());
    fields.add(field);
  }

  private static FormField field(byte[] bytes, int from, int to) {
    int equals = from;
    while (equals < to && bytes[equals] != '=') {
      equals++;
    }
    String name = decode(bytes, from, equals, true);
    return new FormField(name, equals < to ? decode(bytes, equals + 1, to, true) : "");
  }

  /** Decodes {@code %XX}, nothing else. */
  public static String decodePercent(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] bytes = RawText.encode(text);
    return decode(bytes, 0, bytes.length, false);
  }

  private static String decode(byte[] bytes, int from, int to, boolean plusIsBlank) {
    byte[] out = new byte[to - from];
    int size = 0;
    for (int i = from; i < to; i++) {
      int b = bytes[i];
      if (b == '+' && plusIsBlank) {
        b = ' ';
      } else if (b == '%' && i + 2 < to) {
        int high = Character.digit(bytes[i + 1], 16);
        int low = Character.digit(bytes[i + 2], 16);
        if (high >= 0 && low >= 0) {
          b = high << 4 | low;
          i += 2;
        }
      }
      out[size++] = (byte) b;
    }
    return RawText.decode(out, 0, size);
  }
}
