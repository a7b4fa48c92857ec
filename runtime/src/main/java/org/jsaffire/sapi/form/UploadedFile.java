package org.jsaffire.sapi.form;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;

/** A file in a form. Its bytes can be had as long as the request's {@link RequestBody} is open. */
public final class UploadedFile {
  private final String field;
  private final String name;
  private final String type;
  private final BodySpool spool;
  private final long offset;
  private final long size;

  UploadedFile(String field, String name, String type, BodySpool spool, long offset, long size) {
    this.field = field;
    this.name = name;
    this.type = type;
    this.spool = spool;
    this.offset = offset;
    this.size = size;
  }

  /** The name of the form field, brackets included. */
  public String field() {
    return field;
  }

  /** The name that the client gave the file, without directories; may be empty. */
  public String name() {
    return name;
  }

  /** The media type that the client gave it. */
  public String type() {
    return type;
  }

  /** Bytes. */
  public long size() {
    return size;
  }

  /**
   * The content.
   *
   * @throws IOException it cannot be read, or is too large for an array
   */
  public byte[] bytes() throws IOException {
    if (size > Integer.MAX_VALUE - 8) {
      throw new IOException("the file is too large for memory");
    }
    return spool.bytes(offset, (int) size);
  }

  /** Copies the content without taking it into memory. */
  public void copyTo(WritableByteChannel target) throws IOException {
    spool.copyTo(target, offset, size);
  }
}
