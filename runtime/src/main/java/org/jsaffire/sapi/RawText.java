package org.jsaffire.sapi;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes as text and back without loss (objects.md 6.1): UTF-8 is decoded; a byte that is not valid
 * UTF-8 becomes the lone low surrogate U+DC00 + byte, U+DC80 to U+DCFF, and is written back as that
 * byte.
 */
public final class RawText {
  private RawText() {}

  public static String decode(byte[] bytes) {
    return decode(bytes, 0, bytes.length);
  }

  /** Decodes {@code length} bytes from {@code offset}. */
  public static String decode(byte[] bytes, int offset, int length) {
    int end = offset + length;
    for (int i = offset; i < end; i++) {
      if (bytes[i] < 0) {
        return decodeMixed(bytes, offset, end);
      }
    }
    return new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
  }

  private static String decodeMixed(byte[] bytes, int offset, int end) {
    StringBuilder text = new StringBuilder(end - offset);
    int i = offset;
    while (i < end) {
      int b = bytes[i];
      if (b >= 0) {
        text.append((char) b);
        i++;
        continue;
      }
      int size = sequenceLength(bytes, i, end);
      if (size == 0) {
        text.append((char) (0xDC00 + (b & 0xff)));
        i++;
        continue;
      }
      int cp = b & (0x7f >> size);
      for (int k = 1; k < size; k++) {
        cp = cp << 6 | (bytes[i + k] & 0x3f);
      }
      text.appendCodePoint(cp);
      i += size;
    }
    return text.toString();
  }

  /** The length of the well-formed multi-byte sequence at {@code i}, or 0 (Unicode, table 3-7). */
  private static int sequenceLength(byte[] bytes, int i, int end) {
    int b = bytes[i] & 0xff;
    int size =
        b >= 0xC2 && b <= 0xDF ? 2 : b >= 0xE0 && b <= 0xEF ? 3 : b >= 0xF0 && b <= 0xF4 ? 4 : 0;
    if (size == 0 || i + size > end) {
      return 0;
    }
    int low = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
    int high = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
    int second = bytes[i + 1] & 0xff;
    if (second < low || second > high) {
      return 0;
    }
    for (int k = 2; k < size; k++) {
      if ((bytes[i + k] & 0xC0) != 0x80) {
        return 0;
      }
    }
    return size;
  }

  /** The bytes of a text; lone surrogates outside U+DC80 to U+DCFF become a question mark. */
  public static byte[] encode(CharSequence text) {
    byte[] out = new byte[text.length() * 3];
    return Arrays.copyOf(out, encode(text, 0, text.length(), out, 0));
  }

  /**
   * Encodes UTF-16 units {@code from} to {@code to} into {@code out}, which has room for 3 bytes a
   * unit from {@code position} on.
   *
   * @return the position behind the last byte
   */
  public static int encode(CharSequence text, int from, int to, byte[] out, int position) {
    int p = position;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        out[p++] = (byte) c;
      } else if (c < 0x800) {
        out[p++] = (byte) (0xC0 | c >> 6);
        out[p++] = (byte) (0x80 | c & 0x3f);
      } else if (!Character.isSurrogate(c)) {
        out[p++] = (byte) (0xE0 | c >> 12);
        out[p++] = (byte) (0x80 | c >> 6 & 0x3f);
        out[p++] = (byte) (0x80 | c & 0x3f);
      } else if (Character.isHighSurrogate(c)
          && i + 1 < to
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        int cp = Character.toCodePoint(c, text.charAt(++i));
        out[p++] = (byte) (0xF0 | cp >> 18);
        out[p++] = (byte) (0x80 | cp >> 12 & 0x3f);
        out[p++] = (byte) (0x80 | cp >> 6 & 0x3f);
        out[p++] = (byte) (0x80 | cp & 0x3f);
      } else {
        out[p++] = isRawByte(c) ? (byte) (c - 0xDC00) : (byte) '?';
      }
    }
    return p;
  }

  /** The unit stands for a byte that is not UTF-8, if it does not end a surrogate pair. */
  public static boolean isRawByte(char c) {
    return c >= 0xDC80 && c <= 0xDCFF;
  }
}
