package org.jsaffire.cli;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** A request body of known length at the start of a longer stream (RFC 3875, 4.2). */
final class BodyInput extends InputStream {
  private final InputStream stream;
  private long left;

  BodyInput(InputStream stream, long length) {
    this.stream = stream;
    this.left = length;
  }

  /** The body as the environment describes it; of no length, where it names none. */
  static InputStream of(InputStream stream, Map<String, String> environment) {
    String length = environment.getOrDefault("CONTENT_LENGTH", "");
    if (length.isEmpty() && environment.containsKey("HTTP_TRANSFER_ENCODING")) {
      // The server has taken the chunks apart; the body ends with the stream.
      return stream;
    }
    try {
      return new BodyInput(stream, length.isEmpty() ? 0 : Math.max(0, Long.parseLong(length)));
    } catch (NumberFormatException e) {
      return new BodyInput(stream, 0);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (left == 0) {
      return -1;
    }
    int got = stream.read(bytes, offset, (int) Math.min(length, left));
    if (got < 0) {
      throw new EOFException("the request body ends " + left + " bytes early");
    }
    left -= got;
    return got;
  }

  @Override
  public int available() throws IOException {
    return (int) Math.min(left, stream.available());
  }
}
