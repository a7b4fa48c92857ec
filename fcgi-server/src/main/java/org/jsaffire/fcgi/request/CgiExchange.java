package org.jsaffire.fcgi.request;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import java.util.Map;
import org.jsaffire.fcgi.protocol.Params;
import org.jsaffire.fcgi.protocol.ParamsLimits;
import org.jsaffire.fcgi.protocol.Role;
import org.jsaffire.sapi.Host;

/**
 * The one request of a plain CGI program: parameters from the environment, streams from the
 * process. Its role is RESPONDER.
 */
public final class CgiExchange extends Exchange {
  private static final int BUFFER = 8192;

  private final Params params;
  private final Map<String, String> environment;
  private final long contentLength;
  private final PushbackInputStream in;
  private final OutputStream out;
  private final OutputStream err;
  private int exitStatus;
  private boolean finished;

  public CgiExchange(Host host) {
    params = EnvironmentPairs.encode(host.environment(), ParamsLimits.DEFAULTS);
    environment = new Environment(params, Role.RESPONDER);
    contentLength = CgiNumbers.parse(param("CONTENT_LENGTH"));
    in = new PushbackInputStream(new LimitedInput(host.stdin(), Math.max(0, contentLength)));
    out = new BufferedOutputStream(host.stdout(), BUFFER);
    err = host.stderr();
  }

  @Override
  public int requestId() {
    return 0;
  }

  @Override
  public Role role() {
    return Role.RESPONDER;
  }

  @Override
  public boolean keepsConnection() {
    return false;
  }

  @Override
  public Params params() {
    return params;
  }

  @Override
  public Map<String, String> environment() {
    return environment;
  }

  @Override
  public long contentLength() {
    return contentLength;
  }

  @Override
  public PushbackInputStream in() {
    return in;
  }

  @Override
  public boolean startFilterData() {
    return false;
  }

  @Override
  public PushbackInputStream dataStream() {
    return new PushbackInputStream(new ByteArrayInputStream(new byte[0]));
  }

  @Override
  public OutputStream out() {
    return out;
  }

  @Override
  public OutputStream err() {
    return err;
  }

  /** The program passes the status on to its own end. */
  @Override
  public void setExitStatus(int status) {
    exitStatus = status;
  }

  @Override
  public int exitStatus() {
    return exitStatus;
  }

  @Override
  public boolean isAborted() {
    return false;
  }

  /** A web server ends a CGI program by a signal, so the callback is never called. */
  @Override
  public void onAbort(Runnable callback) {}

  @Override
  public void finish() throws IOException {
    if (!finished) {
      finished = true;
      out.flush();
      err.flush();
    }
  }

  @Override
  public void abandon(boolean closeConnection) {
    finished = true;
  }

  @Override
  public SocketChannel detach() {
    throw new IllegalStateException("a CGI program has no connection");
  }

  @Override
  public boolean isFinished() {
    return finished;
  }

  @Override
  public SocketAddress remoteAddress() {
    return null;
  }

  @Override
  public SocketAddress localAddress() {
    return null;
  }

  /** Standard input up to CONTENT_LENGTH: the web server need not close it (RFC 3875, 4.2). */
  private static final class LimitedInput extends InputStream {
    private final InputStream source;
    private long left;

    LimitedInput(InputStream source, long length) {
      this.source = source;
      this.left = length;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (left == 0) {
        return length == 0 ? 0 : -1;
      }
      int n = source.read(bytes, offset, (int) Math.min(length, left));
      if (n < 0) {
        throw new IOException("input ended, " + left + " bytes of CONTENT_LENGTH are missing");
      }
      left -= n;
      return n;
    }
  }
}
