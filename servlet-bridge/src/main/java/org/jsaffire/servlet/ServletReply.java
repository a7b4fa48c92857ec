package org.jsaffire.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jsaffire.sapi.CgiNames;
import org.jsaffire.sapi.ReplySink;
import org.jsaffire.sapi.ResponseHead;

/**
 * Writes a script's reply to a servlet response. In an include the head belongs to the including
 * servlet and the response stays open.
 */
final class ServletReply implements ReplySink {
  private final HttpServletResponse response;
  private final ResponseHead head;
  private final boolean included;
  private final boolean headRequest;

  ServletReply(HttpServletRequest request, HttpServletResponse response, ResponseHead head) {
    this.response = response;
    this.head = head;
    this.included = request.getDispatcherType() == DispatcherType.INCLUDE;
    this.headRequest = request.getMethod().equals("HEAD");
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    commit(-1);
    body(bytes, offset, length);
  }

  @Override
  public void flush() throws IOException {
    commit(-1);
    response.flushBuffer();
  }

  @Override
  public void finish(byte[] bytes, int offset, int length) throws IOException {
    commit(length);
    body(bytes, offset, length);
    if (!included) {
      response.getOutputStream().close();
    }
  }

  private void commit(long length) {
    if (head.isCommitted()) {
      return;
    }
    head.commit();
    if (included) {
      return;
    }
    // A final reply cannot be an interim one.
    int status = head.status();
    response.setStatus(status < 200 ? HttpServletResponse.SC_INTERNAL_SERVER_ERROR : status);
    for (int i = 0; i < head.headerCount(); i++) {
      addHeader(head.headerName(i), CgiNames.latin1(head.headerValue(i)));
    }
    if (length >= 0 && head.hasBody() && head.header("Content-Length") == null) {
      response.setContentLengthLong(length);
    }
  }

  private void addHeader(String name, String value) {
    if (name.equalsIgnoreCase("Content-Type")) {
      response.setContentType(value);
    } else {
      response.addHeader(name, value);
    }
  }

  private void body(byte[] bytes, int offset, int length) throws IOException {
    if (length > 0 && !headRequest && head.hasBody()) {
      response.getOutputStream().write(bytes, offset, length);
    }
  }
}
