package org.jsaffire.bytecode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Collects the bytes of a code file. Numbers are little-endian, or 7 bits a byte, lowest first. */
final class ByteWriter {
  private byte[] bytes = new byte[1024];
  private int size;

  int size() {
    return size;
  }

  byte[] toByteArray() {
    return Arrays.copyOf(bytes, size);
  }

  private void reserve(int count) {
    if (bytes.length - size < count) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + count));
    }
  }

  void u1(int value) {
    reserve(1);
    bytes[size++] = (byte) value;
  }

  void u4(int value) {
    u4At(size, value);
    size += 4;
  }

  /** Replaces four bytes. */
  void u4At(int at, int value) {
    reserve(at + 4 - size);
    for (int i = 0; i < 4; i++) {
      bytes[at + i] = (byte) (value >>> 8 * i);
    }
  }

  void u8(long value) {
    u4((int) value);
    u4((int) (value >>> 32));
  }

  void raw(byte[] from) {
    reserve(from.length);
    System.arraycopy(from, 0, bytes, size, from.length);
    size += from.length;
  }

  /** A number that is not negative. */
  void count(int value) {
    if (value < 0) {
      throw new IllegalStateException("negative count " + value);
    }
    unsigned(value);
  }

  /** A number of either sign; small ones take few bytes. */
  void signed(long value) {
    unsigned(value << 1 ^ value >> 63);
  }

  private void unsigned(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      u1((int) rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    u1((int) rest);
  }

  /** Bytes behind their number. */
  void block(byte[] content) {
    count(content.length);
    raw(content);
  }

  /**
   * A text, unpaired surrogates included: twice its length, then a byte for each char; or twice its
   * length and one, then two bytes for each.
   */
  void text(String text) {
    boolean isWide = text.chars().anyMatch(c -> c > 0xff);
    unsigned((long) text.length() << 1 | (isWide ? 1 : 0));
    if (!isWide) {
      raw(text.getBytes(StandardCharsets.ISO_8859_1));
      return;
    }
    for (int i = 0; i < text.length(); i++) {
      u1(text.charAt(i));
      u1(text.charAt(i) >>> 8);
    }
  }
}
