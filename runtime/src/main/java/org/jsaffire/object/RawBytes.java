package org.jsaffire.object;

import java.nio.charset.StandardCharsets;

/** Bytes that are not UTF-8, as texts carry them: U+DC00 + byte (objects.md 6.1). */
public final class RawBytes {
  private RawBytes() {}

  /** The unit stands for a byte that is not UTF-8, unless it ends a surrogate pair. */
  static boolean isRaw(char c) {
    return c >= 0xDC80 && c <= 0xDCFF;
  }

  /** Some unit of the text stands for a raw byte. */
  public static boolean containsRaw(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isRaw(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)))) {
        return true;
      }
    }
    return false;
  }

  /** The bytes of a text. */
  public static byte[] encode(String text) {
    if (!containsRaw(text)) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    byte[] out = new byte[text.length() * 3];
    int p = 0;
    for (int i = 0; i < text.length(); ) {
      int cp = text.codePointAt(i);
      i += Character.charCount(cp);
      if (cp < 0x80) {
        out[p++] = (byte) cp;
      } else if (cp >= 0xDC80 && cp <= 0xDCFF) {
        out[p++] = (byte) (cp - 0xDC00);
      } else {
        byte[] bytes = Character.toString(cp).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, out, p, bytes.length);
        p += bytes.length;
      }
    }
    return java.util.Arrays.copyOf(out, p);
  }

  /** The text of bytes, those that are not UTF-8 as raw units. */
  public static String decode(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') < 0) {
      return text;
    }
    return decodeMixed(bytes);
  }

  private static String decodeMixed(byte[] bytes) {
    StringBuilder text = new StringBuilder(bytes.length);
    for (int i = 0; i < bytes.length; ) {
      int size = sequenceLength(bytes, i);
      if (size == 0) {
        text.append((char) (0xDC00 + (bytes[i] & 0xff)));
        i++;
      } else {
        text.append(new String(bytes, i, size, StandardCharsets.UTF_8));
        i += size;
      }
    }
    return text.toString();
  }

  /** The length of the well-formed sequence at {@code i}, or 0 (Unicode, table 3-7). */
  private static int sequenceLength(byte[] bytes, int i) {
    int b = bytes[i] & 0xff;
    if (b < 0x80) {
      return 1;
    }
    int size = b >= 0xC2 && b <= 0xDF ? 2 : b >= 0xE0 && b <= 0xEF ? 3 : 0;
    if (b >= 0xF0 && b <= 0xF4) {
      size = 4;
    }
    if (size == 0 || i + size > bytes.length) {
      return 0;
    }
    int low = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
    int high = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
    int second = bytes[i + 1] & 0xff;
    boolean valid = second >= low && second <= high;
    for (int k = 2; k < size; k++) {
      valid &= (bytes[i + k] & 0xC0) == 0x80;
    }
    return valid ? size : 0;
  }

  /** Two texts as one; raw bytes that form UTF-8 together become characters. */
  static String rejoin(String left, String right) {
    int from = left.length();
    while (from > 0 && left.length() - from < 4 && isRaw(left.charAt(from - 1))) {
      from--;
    }
    int to = 0;
    while (to < right.length() && to < 4 && isRaw(right.charAt(to))) {
      to++;
    }
    String seam = left.substring(from) + right.substring(0, to);
    return left.substring(0, from) + decode(encode(seam)) + right.substring(to);
  }
}
