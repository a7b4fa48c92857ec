package org.jsaffire.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;

/** The body of a request, asked for when it is first read: until then others may take it. */
final class BodyStream extends InputStream {
  private final HttpServletRequest request;
  private InputStream stream;

  BodyStream(HttpServletRequest request) {
    this.request = request;
  }

  @Override
  public int read() throws IOException {
    return stream().read();
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    return stream().read(bytes, offset, length);
  }

  @Override
  public int available() throws IOException {
    return stream().available();
  }

  private InputStream stream() throws IOException {
    if (stream == null) {
      try {
        stream = request.getInputStream();
      } catch (IllegalStateException e) {
        throw new IOException("a filter or servlet before this script has read the body", e);
      }
    }
    return stream;
  }
}
