package org.jsaffire.sapi.form;

import java.io.IOException;
import java.io.InputStream;

/** A stored body, and behind it what its source delivers later: the data of a FastCGI filter. */
final class ReplayedStream extends InputStream {
  private final BodySpool.Stream stored;
  private final InputStream rest;

  ReplayedStream(BodySpool.Stream stored, InputStream rest) {
    this.stored = stored;
    this.rest = rest;
  }

  boolean isReplayed() {
    return stored.isAtEnd();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    return isReplayed() ? rest.read(into, offset, length) : stored.read(into, offset, length);
  }

  @Override
  public int available() throws IOException {
    return isReplayed() ? rest.available() : stored.available();
  }
}
