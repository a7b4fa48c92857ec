package org.jsaffire.jetty;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.jsaffire.sapi.CgiNames;
import org.jsaffire.sapi.ReplySink;
import org.jsaffire.sapi.ResponseHead;

/** Writes a script's reply to a response of Jetty's core, blocking until Jetty took the bytes. */
final class JettyReply implements ReplySink {
  private final Response response;
  private final ResponseHead head;
  private final boolean headRequest;

  JettyReply(Request request, Response response, ResponseHead head) {
    this.response = response;
    this.head = head;
    this.headRequest = request.getMethod().equals("HEAD");
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    commit(-1);
    if (hasBody()) {
      Content.Sink.write(response, false, ByteBuffer.wrap(bytes, offset, length));
    }
  }

  @Override
  public void flush() throws IOException {
    commit(-1);
    Content.Sink.write(response, false, BufferUtil.EMPTY_BUFFER);
  }

  @Override
  public void finish(byte[] bytes, int offset, int length) throws IOException {
    commit(length);
    ByteBuffer last = hasBody() ? ByteBuffer.wrap(bytes, offset, length) : BufferUtil.EMPTY_BUFFER;
    Content.Sink.write(response, true, last);
  }

  private boolean hasBody() {
    return !headRequest && head.hasBody();
  }

  private void commit(long length) {
    if (head.isCommitted()) {
      return;
    }
    head.commit();
    // A final reply cannot be an interim one.
    int status = head.status();
    response.setStatus(status < 200 ? HttpStatus.INTERNAL_SERVER_ERROR_500 : status);
    HttpFields.Mutable fields = response.getHeaders();
    for (int i = 0; i < head.headerCount(); i++) {
      fields.add(new HttpField(head.headerName(i), CgiNames.latin1(head.headerValue(i))));
    }
    if (length >= 0 && head.hasBody() && !fields.contains(HttpHeader.CONTENT_LENGTH)) {
      fields.put(HttpHeader.CONTENT_LENGTH, length);
    }
  }
}
