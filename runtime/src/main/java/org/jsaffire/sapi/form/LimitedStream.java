package org.jsaffire.sapi.form;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body whose length nobody announced: it fails where it goes over the limit. */
final class LimitedStream extends FilterInputStream {
  private final long limit;
  private long count;

  LimitedStream(InputStream in, long limit) {
    super(in);
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    int b = in.read();
    count(b < 0 ? -1 : 1);
    return b;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int n = in.read(into, offset, length);
    count(n);
    return n;
  }

  @Override
  public long skip(long wanted) throws IOException {
    long n = in.skip(wanted);
    count(n);
    return n;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(long n) throws IOException {
    count += Math.max(n, 0);
    if (count > limit) {
      throw new IOException("the request body is larger than " + limit + " bytes");
    }
  }
}
