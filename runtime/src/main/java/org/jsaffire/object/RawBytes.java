package org.jsaffire.object;

import java.nio.charset.StandardCharsets;

/**
 * Bytes that are not UTF-8, as texts carry them: U+DC00 + byte (objects.md 6.1). A text is in
 * canonical form when no such bytes next to each other form UTF-8: then equal bytes are equal
 * texts.
 */
public final class RawBytes {
  private RawBytes() {}

  /** The unit stands for a byte that is not UTF-8, unless it ends a surrogate pair. */
  static boolean isRaw(char c) {
    return c >= 0xDC80 && c <= 0xDCFF;
  }

  /** The unit at {@code i} stands for a raw byte. */
  static boolean isRawAt(String text, int i) {
    return isRaw(text.charAt(i)) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }

  /** Some unit of the text stands for a raw byte. */
  public static boolean containsRaw(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isRaw(text.charAt(i)) && isRawAt(text, i)) {
        return true;
      }
    }
    return false;
  }

  /** A text put together from parts, in canonical form. */
  public static String canonical(String text) {
    return containsRaw(text) ? decode(encode(text)) : text;
  }

  /** The bytes of a text. */
  public static byte[] encode(String text) {
    return containsRaw(text) ? encodeMixed(text) : text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] encodeMixed(String text) {
    byte[] out = new byte[byteLength(text)];
    int p = 0;
    for (int i = 0; i < text.length(); ) {
      int cp = text.codePointAt(i);
      i += Character.charCount(cp);
      if (cp < 0x80) {
        out[p++] = (byte) cp;
      } else if (cp >= 0xDC80 && cp <= 0xDCFF) {
        out[p++] = (byte) (cp - 0xDC00);
      } else if (cp >= 0xD800 && cp <= 0xDFFF) {
        out[p++] = '?';
      } else {
        p = putSequence(out, p, cp);
      }
    }
    return out;
  }

  private static int putSequence(byte[] out, int at, int cp) {
    int size = cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;
    int rest = cp;
    for (int k = size - 1; k > 0; k--) {
      out[at + k] = (byte) (0x80 | rest & 0x3f);
      rest >>= 6;
    }
    out[at] = (byte) (0xf00 >> size | rest);
    return at + size;
  }

  /** The number of bytes of a text. */
  public static int byteLength(String text) {
    long size = text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        size += extraBytes(text, i, c);
      }
    }
    return Math.toIntExact(size);
  }

  /** How many bytes more than one a unit takes; both halves of a pair take two. */
  private static int extraBytes(String text, int i, char c) {
    if (c < 0x800 || !Character.isSurrogate(c)) {
      return c < 0x800 ? 1 : 2;
    }
    boolean isPair =
        Character.isHighSurrogate(c)
            ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
            : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    return isPair ? 1 : 0;
  }

  /** The text of bytes, those that are not UTF-8 as raw units. */
  public static String decode(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.indexOf('\uFFFD') < 0 ? text : decodeMixed(bytes);
  }

  private static String decodeMixed(byte[] bytes) {
    char[] text = new char[bytes.length];
    int n = 0;
    for (int i = 0; i < bytes.length; ) {
      int b = bytes[i];
      int size = b >= 0 ? 1 : sequenceLength(bytes, i);
      if (size <= 1) {
        text[n++] = (char) (size == 1 ? b : 0xDC00 + (b & 0xff));
        i++;
      } else {
        n += Character.toChars(codePoint(bytes, i, size), text, n);
        i += size;
      }
    }
    return new String(text, 0, n);
  }

  private static int codePoint(byte[] bytes, int at, int size) {
    int cp = bytes[at] & 0x7f >> size;
    for (int k = 1; k < size; k++) {
      cp = cp << 6 | bytes[at + k] & 0x3f;
    }
    return cp;
  }

  /**
   * The length of the well-formed sequence of several bytes at {@code i}, or 0 (Unicode, table
   * 3-7).
   */
  private static int sequenceLength(byte[] bytes, int i) {
    int b = bytes[i] & 0xff;
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

  /** Raw bytes on both sides of the seam form UTF-8 together. */
  static boolean joins(String left, String right) {
    return rejoin(left, right).length() < left.length() + right.length();
  }

  /** Two texts in canonical form as one; raw bytes that form UTF-8 together become characters. */
  static String rejoin(String left, String right) {
    int from = left.length();
    while (from > 0 && left.length() - from < 3 && isRawAt(left, from - 1)) {
      from--;
    }
    int to = 0;
    while (to < right.length() && to < 3 && isRaw(right.charAt(to))) {
      to++;
    }
    String seam = left.substring(from) + right.substring(0, to);
    return left.substring(0, from) + decode(encode(seam)) + right.substring(to);
  }
}
