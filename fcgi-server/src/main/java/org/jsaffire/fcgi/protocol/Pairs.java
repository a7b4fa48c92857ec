package org.jsaffire.fcgi.protocol;

import java.nio.ByteBuffer;

/** Encodes name-value pairs (FastCGI 1.0, 3.4). */
public final class Pairs {
  /** Longest length that takes one byte. */
  private static final int MAX_SHORT = 127;

  private Pairs() {}

  /** The number of bytes that a pair takes. */
  public static int encodedLength(int nameLength, int valueLength) {
    return lengthSize(nameLength) + lengthSize(valueLength) + nameLength + valueLength;
  }

  /** Writes a pair; {@link #encodedLength} says how much room it needs. */
  public static void put(ByteBuffer out, byte[] name, byte[] value) {
    putLength(out, name.length);
    putLength(out, value.length);
    out.put(name);
    out.put(value);
  }

  private static int lengthSize(int length) {
    return length <= MAX_SHORT ? 1 : 4;
  }

  private static void putLength(ByteBuffer out, int length) {
    if (length <= MAX_SHORT) {
      out.put((byte) length);
      return;
    }
    out.put((byte) (length >> 24 | 0x80));
    out.put((byte) (length >> 16));
    out.put((byte) (length >> 8));
    out.put((byte) length);
  }
}
