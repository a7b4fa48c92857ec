package org.jsaffire.fcgi.request;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Map;
import org.jsaffire.fcgi.protocol.PairDecoder;
import org.jsaffire.fcgi.protocol.Params;
import org.jsaffire.fcgi.protocol.ParamsLimits;
import org.jsaffire.fcgi.protocol.Role;

/**
 * A request on a FastCGI connection. The connection's thread feeds it ({@code offer}, {@code end},
 * {@link #abort}); an application's thread uses it as an {@link Exchange}.
 */
public final class WireExchange extends Exchange {
  /** Status of a request that is to be refused, 0 for one that may run. */
  private static final int ACCEPTABLE = 0;

  private final Link link;
  private final int id;
  private final Role role;
  private final boolean keep;
  private final RequestLimits limits;
  private final long beginNanos = System.nanoTime();
  private final InputQueue stdin;
  private final InputQueue data;

  private PairDecoder decoder;
  private volatile Params params;
  private volatile Map<String, String> environment;
  private long contentLength = CgiNumbers.ABSENT;
  private volatile boolean wantsStdinEnd;

  private final AbortSignal abort = new AbortSignal();

  private PushbackInputStream in;
  private ExchangeInput input;
  private PushbackInputStream dataStream;

  private final ExchangeReply reply;
  private volatile boolean detached;
  private volatile int exitStatus;

  public WireExchange(
      Link link, int id, Role role, boolean keep, RequestLimits limits, ParamsLimits paramsLimits) {
    this.link = link;
    this.id = id;
    this.role = role;
    this.keep = keep;
    this.limits = limits;
    this.decoder = new PairDecoder(paramsLimits);
    this.stdin = new InputQueue(limits, link::resumeInput);
    this.data = role == Role.FILTER ? new InputQueue(limits, link::resumeInput) : null;
    this.reply = new ExchangeReply(this, link, limits);
    if (role == Role.AUTHORIZER) {
      stdin.expect(0);
    }
  }

  // The connection's side.

  /** Takes a slice of PARAMS. */
  public void offerParams(ByteBuffer slice) {
    if (decoder != null) {
      decoder.feed(slice);
    }
  }

  /**
   * PARAMS are complete.
   *
   * @return 0, or the status to refuse the request with: 400, 413, 431
   */
  public int endParams() {
    PairDecoder.Problem problem = decoder.finish();
    params = decoder.params();
    decoder = null;
    if (problem == PairDecoder.Problem.TRUNCATED) {
      return 400;
    }
    return problem == PairDecoder.Problem.NONE ? readLengths() : 431;
  }

  private int readLengths() {
    if (role == Role.AUTHORIZER) {
      contentLength = 0;
      return ACCEPTABLE;
    }
    contentLength = CgiNumbers.parse(params, "CONTENT_LENGTH");
    if (contentLength == CgiNumbers.INVALID) {
      return 400;
    }
    if (limits.maxBodyBytes() > 0 && contentLength > limits.maxBodyBytes()) {
      return 413;
    }
    if (contentLength >= 0) {
      stdin.expect(contentLength);
    }
    long length = role == Role.FILTER ? CgiNumbers.parse(params, "FCGI_DATA_LENGTH") : -1;
    if (length >= 0) {
      data.expect(length);
    }
    return length == CgiNumbers.INVALID ? 400 : ACCEPTABLE;
  }

  /** PARAMS were read to their end, so that the application may know of the request. */
  public boolean hasParams() {
    return params != null;
  }

  public void offerStdin(ByteBuffer slice) {
    stdin.offer(slice);
  }

  public void endStdin() {
    stdin.end();
  }

  /** Takes a slice of DATA; other roles than FILTER ignore it. */
  public void offerData(ByteBuffer slice) {
    if (data == null) {
      return;
    }
    if (!stdin.isEnded() && data.isFull(true)) {
      data.fail(
          new FastCgiException(
              FastCgiException.Kind.PROTOCOL, "DATA before the end of STDIN, request " + id));
    }
    data.offer(slice);
  }

  public void endData() {
    if (data != null) {
      data.end();
    }
  }

  /** The records that this role takes have all arrived. */
  public boolean isInputEnded() {
    return role == Role.FILTER ? data.isEnded() : stdin.isEnded();
  }

  /** A request of the same id would not cut this one short. */
  public boolean mayBeFollowed() {
    return isInputEnded() || (role == Role.AUTHORIZER && hasParams());
  }

  /**
   * The connection should not be read further for now.
   *
   * @param shared other requests depend on the connection as well
   */
  public boolean isInputFull(boolean shared) {
    if (stdin.isFull(shared || wantsStdinEnd)) {
      return true;
    }
    return data != null && stdin.isEnded() && data.isFull(shared);
  }

  /**
   * The web server wants no answer any more.
   *
   * @param lost the connection is gone, not just the request
   */
  public void abort(boolean lost) {
    List<Runnable> callbacks = abort.raise(lost);
    if (callbacks == null) {
      return;
    }
    IOException reason =
        new IOException(lost ? "connection lost" : "request aborted by the web server");
    stdin.fail(reason);
    if (data != null) {
      data.fail(reason);
    }
    callbacks.forEach(Runnable::run);
  }

  /** When BEGIN_REQUEST came, as {@link System#nanoTime}. */
  public long beginNanos() {
    return beginNanos;
  }

  /** Bytes of STDIN and DATA received so far. */
  public long bytesIn() {
    return stdin.received() + (data == null ? 0 : data.received());
  }

  /** Bytes of records sent so far. */
  public long bytesOut() {
    return reply.bytesOut();
  }

  /** The application has written STDOUT, be it only into the buffer. */
  public boolean hasOutput() {
    return reply.hasOutput();
  }

  /** The connection. */
  public Link link() {
    return link;
  }

  public boolean isDetached() {
    return detached;
  }

  // The application's side.

  @Override
  public int requestId() {
    return id;
  }

  @Override
  public Role role() {
    return role;
  }

  @Override
  public boolean keepsConnection() {
    return keep;
  }

  @Override
  public Params params() {
    return params;
  }

  @Override
  public Map<String, String> environment() {
    Map<String, String> map = environment;
    if (map == null) {
      map = new Environment(params, role);
      environment = map;
    }
    return map;
  }

  @Override
  public long contentLength() {
    return contentLength;
  }

  /** STDIN without a stream around it, for readers that do not block. */
  public InputQueue stdinQueue() {
    return stdin;
  }

  @Override
  public PushbackInputStream in() {
    if (in == null) {
      input = new ExchangeInput(stdin);
      in = new PushbackInputStream(input);
    }
    return in;
  }

  @Override
  public boolean startFilterData() {
    in();
    if (role != Role.FILTER || !stdin.isConsumed()) {
      input.stop();
      return false;
    }
    input.switchTo(data);
    return true;
  }

  @Override
  public PushbackInputStream dataStream() {
    if (dataStream == null) {
      ExchangeInput source = new ExchangeInput(data == null ? stdin : data);
      if (data == null) {
        source.stop();
      }
      dataStream = new PushbackInputStream(source);
    }
    return dataStream;
  }

  @Override
  public OutputStream out() {
    return reply.out();
  }

  @Override
  public OutputStream err() {
    return reply.err();
  }

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
    return abort.isRaised();
  }

  @Override
  public void onAbort(Runnable callback) {
    abort.onRaise(callback);
  }

  @Override
  public boolean isFinished() {
    return reply.isFinished();
  }

  @Override
  public SocketAddress remoteAddress() {
    return link.remoteAddress();
  }

  @Override
  public SocketAddress localAddress() {
    return link.localAddress();
  }

  @Override
  public SocketChannel detach() {
    SocketChannel channel = link.channel();
    detached = true;
    return channel;
  }

  /** Sends STDOUT bytes at once and waits until the peer took them; the buffers are free then. */
  public void send(ByteBuffer head, ByteBuffer body) throws IOException {
    reply.send(head, body);
  }

  /** As {@link #send}, without waiting; the buffers are the link's until the completion. */
  public void sendAsync(ByteBuffer head, ByteBuffer body, Completion done) {
    reply.sendAsync(head, body, done);
  }

  /** STDERR bytes; they leave with the next STDOUT record, or when enough of them wait. */
  void error(byte[] bytes, int offset, int length) throws IOException {
    reply.error(bytes, offset, length);
  }

  /** Makes STDERR leave, if STDOUT has before. */
  void flushErrors() throws IOException {
    reply.flushErrors();
  }

  @Override
  public void finish() throws IOException {
    reply.finish();
  }

  /**
   * Ends the reply with the last STDOUT bytes.
   *
   * @param borrowed the body's array is the caller's again when the call returns
   */
  public void finish(ByteBuffer head, ByteBuffer body, boolean borrowed) throws IOException {
    reply.finish(head, body, borrowed);
  }

  /** As {@link #finish(ByteBuffer, ByteBuffer, boolean)}, without waiting. */
  public void finishAsync(ByteBuffer head, ByteBuffer body, Completion done) {
    reply.finishAsync(head, body, done);
  }

  @Override
  public void abandon(boolean closeConnection) {
    if (!reply.abandon()) {
      return;
    }
    release();
    if (closeConnection) {
      link.close(new IOException("request " + id + " was abandoned"));
    }
    link.ended(this);
  }

  /** No more input is wanted, and the id is free. */
  void release() {
    link.release(this);
    stdin.discard();
    if (data != null) {
      data.discard();
    }
  }

  void checkNotAborted() throws IOException {
    if (abort.isByRequest()) {
      throw new IOException("request " + id + " was aborted by the web server");
    }
  }

  /**
   * Waits until output may leave: that of a filter not before STDIN has ended (FastCGI 1.0, 6.4).
   *
   * @throws IOException it must not, or never will
   */
  void awaitOutputAllowed() throws IOException {
    if (role == Role.FILTER && !stdin.isEnded()) {
      wantsStdinEnd = true;
      link.resumeInput();
      stdin.awaitEnd();
    }
  }

  @Override
  public String toString() {
    return "request " + id + " " + role;
  }
}
