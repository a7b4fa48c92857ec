package org.jsaffire.stdlib;

import java.util.Arrays;
import org.jsaffire.object.Errors;
import org.jsaffire.object.Invoker;
import org.jsaffire.object.Str;
import org.jsaffire.sapi.RawText;

/** Bytes on their way into a string; the run is charged as they become more. */
final class ByteCollector {
  private static final int FIRST_SIZE = 256;
  private static final int CHARGED_FROM = 1024;
  private static final int MAX_SIZE = Integer.MAX_VALUE - 16;

  private final Invoker in;
  private byte[] bytes;
  private int size;

  ByteCollector(Invoker in) {
    this(in, FIRST_SIZE);
  }

  /** With room for a number of bytes. */
  ByteCollector(Invoker in, int capacity) {
    this.in = in;
    charge(capacity);
    this.bytes = new byte[capacity];
  }

  private void charge(int capacity) {
    if (capacity >= CHARGED_FROM) {
      in.charge(capacity);
    }
  }

  int size() {
    return size;
  }

  void add(int b) {
    if (size == bytes.length) {
      reserve(1);
    }
    bytes[size++] = (byte) b;
  }

  void add(byte[] source, int from, int count) {
    reserve(count);
    System.arraycopy(source, from, bytes, size, count);
    size += count;
  }

  /** Makes room for more bytes and returns the array, whose free part starts at {@link #size}. */
  byte[] reserve(int count) {
    if (count > bytes.length - size) {
      if (count > MAX_SIZE - size) {
        throw Errors.system("String too long");
      }
      int capacity = (int) Math.min(MAX_SIZE, Math.max(size + (long) count, bytes.length * 2L));
      charge(capacity);
      bytes = Arrays.copyOf(bytes, capacity);
    }
    return bytes;
  }

  /** Bytes were put into the array from {@link #reserve}. */
  void added(int count) {
    size += count;
  }

  /** Takes off a line feed at the end, and a carriage return before it. */
  void cutLineEnd() {
    if (size > 0 && bytes[size - 1] == '\n') {
      size--;
      if (size > 0 && bytes[size - 1] == '\r') {
        size--;
      }
    }
  }

  boolean endsInLineFeed() {
    return size > 0 && bytes[size - 1] == '\n';
  }

  Str toStr() {
    return Str.of(RawText.decode(bytes, 0, size));
  }
}
