package org.jsaffire.fcgi.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Name-value pairs as bytes, in the order received, duplicates included. Immutable as long as
 * nobody writes into {@link #bytes()}. Names are case-sensitive; of equal names the last counts.
 */
public final class Params {
  public static final Params EMPTY = new Params(new byte[0], new int[2], 0);

  /** All names and values, one behind the other. */
  private final byte[] bytes;

  /** Of pair i: where its name starts at 2i, where its value starts at 2i+1; 2n ends the last. */
  private final int[] starts;

  private final int count;

  Params(byte[] bytes, int[] starts, int count) {
    this.bytes = bytes;
    this.starts = starts;
    this.count = count;
  }

  /** The number of pairs. */
  public int count() {
    return count;
  }

  /** The array that all offsets point into. Not to be written. */
  public byte[] bytes() {
    return bytes;
  }

  public int nameOffset(int i) {
    return starts[2 * i];
  }

  public int nameLength(int i) {
    return starts[2 * i + 1] - starts[2 * i];
  }

  public int valueOffset(int i) {
    return starts[2 * i + 1];
  }

  public int valueLength(int i) {
    return starts[2 * i + 2] - starts[2 * i + 1];
  }

  /** A copy of the value's bytes. */
  public byte[] value(int i) {
    return Arrays.copyOfRange(bytes, valueOffset(i), valueOffset(i) + valueLength(i));
  }

  /** The name, a character per byte. */
  public String nameLatin1(int i) {
    return new String(bytes, nameOffset(i), nameLength(i), StandardCharsets.ISO_8859_1);
  }

  /** The value, a character per byte. */
  public String valueLatin1(int i) {
    return new String(bytes, valueOffset(i), valueLength(i), StandardCharsets.ISO_8859_1);
  }

  /** The value as UTF-8; bytes that are not become U+FFFD. */
  public String valueUtf8(int i) {
    return new String(bytes, valueOffset(i), valueLength(i), StandardCharsets.UTF_8);
  }

  /** The last pair of that name (a character per byte), or -1. */
  public int find(String name) {
    for (int i = count - 1; i >= 0; i--) {
      if (isNamed(i, name)) {
        return i;
      }
    }
    return -1;
  }

  private boolean isNamed(int i, String name) {
    int length = name.length();
    if (nameLength(i) != length) {
      return false;
    }
    int offset = nameOffset(i);
    for (int k = length - 1; k >= 0; k--) {
      if ((bytes[offset + k] & 0xff) != name.charAt(k)) {
        return false;
      }
    }
    return true;
  }
}
