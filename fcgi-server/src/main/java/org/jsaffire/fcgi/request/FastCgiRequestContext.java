package org.jsaffire.fcgi.request;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import org.jsaffire.fcgi.protocol.Role;
import org.jsaffire.sapi.ReplySink;
import org.jsaffire.sapi.RequestContext;
import org.jsaffire.sapi.ResponseHead;
import org.jsaffire.sapi.Sapi;
import org.jsaffire.sapi.ScriptOutput;

/**
 * A FastCGI request as a script sees it. A reply that fits the output buffer leaves in one write,
 * together with its head and END_REQUEST.
 */
public final class FastCgiRequestContext implements RequestContext {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
  private static final int ERROR_BUFFER = 512;

  private final WireExchange exchange;
  private final ResponseHead head = new ResponseHead();
  private final ScriptOutput stdout;
  private ScriptOutput stderr;

  /**
   * @param outputBufferBytes of the reply, before its first byte leaves
   */
  public FastCgiRequestContext(WireExchange exchange, int outputBufferBytes) {
    this.exchange = exchange;
    this.stdout = new ScriptOutput(new OutputSink(), outputBufferBytes);
  }

  public WireExchange exchange() {
    return exchange;
  }

  @Override
  public Sapi sapi() {
    return Sapi.FASTCGI;
  }

  @Override
  public Map<String, String> environment() {
    return exchange.environment();
  }

  @Override
  public InputStream stdin() {
    return exchange.in();
  }

  @Override
  public ScriptOutput stdout() {
    return stdout;
  }

  @Override
  public ScriptOutput stderr() {
    if (stderr == null) {
      stderr = new ScriptOutput(new ErrorSink(), ERROR_BUFFER);
    }
    return stderr;
  }

  @Override
  public ResponseHead head() {
    return head;
  }

  @Override
  public boolean startFilterData() {
    return exchange.startFilterData();
  }

  @Override
  public void setExitStatus(int status) {
    exchange.setExitStatus(status);
  }

  @Override
  public boolean isAborted() {
    return exchange.isAborted();
  }

  @Override
  public void finish() {
    if (stderr != null) {
      stderr.finish();
    }
    stdout.finish();
    if (!exchange.isFinished()) {
      // The output had failed before: END_REQUEST is still owed.
      endQuietly();
    }
  }

  private void endQuietly() {
    try {
      exchange.finish();
    } catch (IOException e) {
      // The peer is gone, and the output knows why already.
    }
  }

  private boolean isHead() {
    return "HEAD".equals(exchange.environment().get("REQUEST_METHOD"));
  }

  private boolean mayHaveBody() {
    return head.status() >= 200 && head.status() != 204 && head.status() != 304;
  }

  /** The head as bytes when it has not left yet. */
  private ByteBuffer takeHead(long contentLength) {
    if (head.isCommitted()) {
      return NOTHING;
    }
    head.commit();
    return CgiHead.encode(head, contentLength);
  }

  private ByteBuffer body(byte[] bytes, int offset, int length) {
    return isHead() || !mayHaveBody() ? NOTHING : ByteBuffer.wrap(bytes, offset, length);
  }

  /** STDOUT: the head in front of the first bytes. */
  private final class OutputSink implements ReplySink {
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      exchange.send(takeHead(-1), body(bytes, offset, length));
    }

    @Override
    public void flush() throws IOException {
      exchange.send(takeHead(-1), NOTHING);
    }

    @Override
    public void finish(byte[] bytes, int offset, int length) throws IOException {
      boolean told = mayHaveBody() && exchange.role() != Role.AUTHORIZER;
      exchange.finish(takeHead(told ? length : -1), body(bytes, offset, length), true);
    }
  }

  /** STDERR. */
  private final class ErrorSink implements ReplySink {
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      exchange.error(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
      exchange.flushErrors();
    }

    @Override
    public void finish(byte[] bytes, int offset, int length) throws IOException {
      if (length > 0) {
        exchange.error(bytes, offset, length);
      }
    }
  }
}
