package org.jsaffire.bytecode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads what {@link ByteWriter} wrote, from a source that is not trusted: nothing is read or
 * reserved beyond the bytes that are there.
 */
final class ByteReader {
  private final byte[] bytes;
  private final int end;
  private int at;

  ByteReader(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.at = from;
    this.end = to;
  }

  int position() {
    return at;
  }

  int remaining() {
    return end - at;
  }

  private void need(long count) throws BytecodeException {
    if (count > end - at) {
      throw new BytecodeException(
          "truncated: found " + (end - at) + " bytes at " + at + ", wanted " + count);
    }
  }

  int u1() throws BytecodeException {
    need(1);
    return bytes[at++] & 0xff;
  }

  int u4() throws BytecodeException {
    need(4);
    int value = 0;
    for (int i = 0; i < 4; i++) {
      value |= (bytes[at++] & 0xff) << 8 * i;
    }
    return value;
  }

  long u8() throws BytecodeException {
    long low = u4() & 0xffffffffL;
    return low | (long) u4() << 32;
  }

  /** A number from 0 to the greatest int. */
  int count() throws BytecodeException {
    long value = unsigned();
    if (value < 0 || value > Integer.MAX_VALUE) {
      throw new BytecodeException("found number " + value + " before " + at + ", wanted an int");
    }
    return (int) value;
  }

  /** The number of things that follow, each of at least one byte. */
  int length() throws BytecodeException {
    int value = count();
    need(value);
    return value;
  }

  /** A number below a limit. */
  int below(int limit, String what) throws BytecodeException {
    int value = count();
    if (value >= limit) {
      throw new BytecodeException(
          "found " + what + " " + value + " before " + at + ", wanted less than " + limit);
    }
    return value;
  }

  long signed() throws BytecodeException {
    long value = unsigned();
    return value >>> 1 ^ -(value & 1);
  }

  private long unsigned() throws BytecodeException {
    long value = 0;
    for (int shift = 0; shift < 70; shift += 7) {
      int next = u1();
      if (shift == 63 && next > 1) {
        break;
      }
      value |= (next & 0x7fL) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw new BytecodeException("found a number of more than 64 bits before " + at);
  }

  byte[] block() throws BytecodeException {
    int length = length();
    at += length;
    return Arrays.copyOfRange(bytes, at - length, at);
  }

  String text() throws BytecodeException {
    long header = unsigned();
    long length = header >>> 1;
    boolean isWide = (header & 1) != 0;
    need(isWide ? Math.max(length, length * 2) : length);
    int count = (int) length;
    if (!isWide) {
      at += count;
      return new String(bytes, at - count, count, StandardCharsets.ISO_8859_1);
    }
    char[] chars = new char[count];
    for (int i = 0; i < count; i++) {
      chars[i] = (char) (bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8);
      at += 2;
    }
    return new String(chars);
  }
}
