package org.jsaffire.vm;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** The JVM code of a method, read from its class file (JVMS 4). */
final class CompiledMethod {
  /** Bytes of each JVM instruction by its number; 0 for those of variable length. */
  private static final String LENGTHS =
      "1111111111111111" // 0x00: constants
          + "232332222211111" // 0x10: bipush, sipush, ldc, loads
          + "1111111111111111111111122222" // 0x1f: loads, array loads, stores
          + "1".repeat(73) // 0x3b: stores, stack, arithmetic
          + "3" // 0x84: iinc
          + "1".repeat(20) // 0x85: conversions, comparisons
          + "3".repeat(16) // 0x99: jumps, jsr
          + "2" // 0xa9: ret
          + "00" // 0xaa: switches
          + "111111" // 0xac: returns
          + "3".repeat(7) // 0xb2: fields, calls
          + "55" // 0xb9: invokeinterface, invokedynamic
          + "323"; // 0xbb: new, newarray, anewarray

  private final byte[] code;

  private CompiledMethod(byte[] code) {
    this.code = code;
  }

  /** The first method of that name in a class. */
  static CompiledMethod of(Class<?> type, String name) throws IOException {
    try (InputStream file = type.getResourceAsStream(type.getSimpleName() + ".class")) {
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(file.readAllBytes()));
      in.skipBytes(8);
      Map<Integer, String> texts = constants(in);
      in.skipBytes(6);
      in.skipBytes(2 * in.readUnsignedShort());
      members(in, texts, "");
      byte[] code = members(in, texts, name);
      if (code == null) {
        throw new IllegalArgumentException("no method " + name + " in " + type);
      }
      return new CompiledMethod(code);
    }
  }

  private static Map<Integer, String> constants(DataInputStream in) throws IOException {
    Map<Integer, String> texts = new HashMap<>();
    int count = in.readUnsignedShort();
    for (int i = 1; i < count; i++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> texts.put(i, in.readUTF());
        case 7, 8, 16, 19, 20 -> in.skipBytes(2);
        case 15 -> in.skipBytes(3);
        case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipBytes(4);
        case 5, 6 -> {
          in.skipBytes(8);
          i++;
        }
        default -> throw new IOException("constant " + tag);
      }
    }
    return texts;
  }

  /** Reads fields or methods; returns the code of the first one of that name. */
  private static byte[] members(DataInputStream in, Map<Integer, String> texts, String name)
      throws IOException {
    byte[] code = null;
    int count = in.readUnsignedShort();
    for (int i = 0; i < count; i++) {
      in.skipBytes(2);
      boolean isWanted = name.equals(texts.get(in.readUnsignedShort())) && code == null;
      in.skipBytes(2);
      int attributes = in.readUnsignedShort();
      for (int k = 0; k < attributes; k++) {
        String attribute = texts.get(in.readUnsignedShort());
        byte[] content = new byte[in.readInt()];
        in.readFully(content);
        if (isWanted && attribute.equals("Code")) {
          ByteBuffer buffer = ByteBuffer.wrap(content, 4, content.length - 4);
          code = new byte[buffer.getInt()];
          buffer.get(code);
        }
      }
    }
    return code;
  }

  /** Bytes of code. */
  int length() {
    return code.length;
  }

  /** The values for which the first table switch of the method has a case of its own. */
  BitSet casesOfTheFirstSwitch() {
    ByteBuffer buffer = ByteBuffer.wrap(code);
    int pc = 0;
    while ((code[pc] & 0xff) != 0xaa) {
      int length = LENGTHS.charAt(code[pc] & 0xff) - '0';
      if (length == 0) {
        throw new IllegalStateException("instruction " + (code[pc] & 0xff) + " at " + pc);
      }
      pc += length;
    }
    int at = (pc + 4) & ~3;
    int otherwise = buffer.getInt(at);
    int low = buffer.getInt(at + 4);
    int high = buffer.getInt(at + 8);
    BitSet cases = new BitSet();
    for (int i = low; i <= high; i++) {
      cases.set(i, buffer.getInt(at + 12 + 4 * (i - low)) != otherwise);
    }
    return cases;
  }
}
