package org.jsaffire.fcgi.protocol;

import java.nio.ByteBuffer;

/**
 * Writes records into buffers (FastCGI 1.0, 3.3). Every method needs the room it names, in bytes,
 * and moves the position behind what it wrote. Integers are big-endian whatever the buffer's order.
 */
public final class Records {
  public static final int VERSION = 1;
  public static final int HEADER_LENGTH = 8;
  public static final int MAX_CONTENT = 0xFFFF;

  /** Largest content that alignment to 8 bytes cuts a long stream into. */
  public static final int MAX_ALIGNED_CONTENT = 0xFFF8;

  /** Room of a BEGIN_REQUEST, END_REQUEST or UNKNOWN_TYPE record. */
  public static final int SHORT_RECORD_LENGTH = 16;

  /** The only flag of BEGIN_REQUEST. */
  public static final int KEEP_CONN = 1;

  private Records() {}

  /** The number of padding bytes that aligns a record of that content to 8 bytes. */
  public static int padding(int contentLength) {
    return -contentLength & 7;
  }

  /** Writes a header: 8 bytes. */
  public static void header(ByteBuffer out, int type, int id, int contentLength, int padding) {
    out.put((byte) VERSION);
    out.put((byte) type);
    out.put((byte) (id >> 8));
    out.put((byte) id);
    out.put((byte) (contentLength >> 8));
    out.put((byte) contentLength);
    out.put((byte) padding);
    out.put((byte) 0);
  }

  /** Writes the record that ends a stream: 8 bytes. */
  public static void endOfStream(ByteBuffer out, int type, int id) {
    header(out, type, id, 0, 0);
  }

  /** Writes BEGIN_REQUEST: 16 bytes. */
  public static void beginRequest(ByteBuffer out, int id, int role, int flags) {
    header(out, RecordType.BEGIN_REQUEST, id, 8, 0);
    out.put((byte) (role >> 8));
    out.put((byte) role);
    out.put((byte) flags);
    pad(out, 5);
  }

  /** Writes END_REQUEST with the 32 bits of the exit status: 16 bytes. */
  public static void endRequest(ByteBuffer out, int id, int appStatus, int protocolStatus) {
    header(out, RecordType.END_REQUEST, id, 8, 0);
    out.put((byte) (appStatus >> 24));
    out.put((byte) (appStatus >> 16));
    out.put((byte) (appStatus >> 8));
    out.put((byte) appStatus);
    out.put((byte) protocolStatus);
    pad(out, 3);
  }

  /** Writes UNKNOWN_TYPE: 16 bytes. */
  public static void unknownType(ByteBuffer out, int type) {
    header(out, RecordType.UNKNOWN_TYPE, 0, 8, 0);
    out.put((byte) type);
    pad(out, 7);
  }

  /** Writes that many zero bytes. */
  public static void pad(ByteBuffer out, int count) {
    for (int i = 0; i < count; i++) {
      out.put((byte) 0);
    }
  }
}
