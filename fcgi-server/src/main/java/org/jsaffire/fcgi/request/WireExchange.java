package org.jsaffire.fcgi.request;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsaffire.fcgi.protocol.PairDecoder;
import org.jsaffire.fcgi.protocol.Params;
import org.jsaffire.fcgi.protocol.ParamsLimits;
import org.jsaffire.fcgi.protocol.Role;

/**
 * A request on a FastCGI connection. The connection's thread feeds it ({@code offer}, {@code end},
 * {@link #abort}); an application's thread uses it as an {@link Exchange}. Output goes out in the
 * order of the calls, END_REQUEST exactly once.
 */
public final class WireExchange extends Exchange {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

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

  private final Object abortLock = new Object();
  private volatile boolean aborted;
  private volatile boolean abortedByRequest;
  private List<Runnable> abortCallbacks;

  private PushbackInputStream in;
  private ExchangeInput input;
  private PushbackInputStream dataStream;

  /** Guards everything below; held while a write waits for the peer. */
  private final Object outputLock = new Object();

  private ExchangeOutput out;
  private OutputStream err;
  private final HeldErrors errors = new HeldErrors();
  private boolean stdoutSent;
  private volatile boolean finished;
  private volatile boolean detached;
  private volatile int exitStatus;
  private long bytesOut;

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
    List<Runnable> callbacks;
    synchronized (abortLock) {
      abortedByRequest |= !lost;
      if (aborted) {
        return;
      }
      aborted = true;
      callbacks = abortCallbacks;
      abortCallbacks = null;
    }
    IOException reason =
        new IOException(lost ? "connection lost" : "request aborted by the web server");
    stdin.fail(reason);
    if (data != null) {
      data.fail(reason);
    }
    if (callbacks != null) {
      callbacks.forEach(Runnable::run);
    }
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
    synchronized (outputLock) {
      return bytesOut;
    }
  }

  /** The application has written STDOUT, be it only into the buffer. */
  public boolean hasOutput() {
    synchronized (outputLock) {
      return stdoutSent || (out != null && out.isBuffering());
    }
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
    synchronized (outputLock) {
      if (out == null) {
        out = new ExchangeOutput(this);
      }
      return out;
    }
  }

  @Override
  public OutputStream err() {
    synchronized (outputLock) {
      if (err == null) {
        err = new ErrorOutput(this);
      }
      return err;
    }
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
    return aborted;
  }

  @Override
  public void onAbort(Runnable callback) {
    synchronized (abortLock) {
      if (!aborted) {
        abortCallbacks = abortCallbacks == null ? new ArrayList<>(1) : abortCallbacks;
        abortCallbacks.add(callback);
        return;
      }
    }
    callback.run();
  }

  @Override
  public boolean isFinished() {
    return finished;
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
    synchronized (outputLock) {
      awaitPermission();
      ReplyRecords.Parts parts = new ReplyRecords.Parts(head, body, errors.take());
      if (!parts.isEmpty()) {
        stdoutSent |= head.hasRemaining() || body.hasRemaining();
        transmit(ReplyRecords.compose(id, limits.alignRecords(), parts));
      }
    }
  }

  /** As {@link #send}, without waiting; the buffers are the link's until the completion. */
  public void sendAsync(ByteBuffer head, ByteBuffer body, Completion done) {
    ByteBuffer[] records;
    synchronized (outputLock) {
      try {
        awaitPermission();
      } catch (IOException e) {
        done.completed(e);
        return;
      }
      ReplyRecords.Parts parts = new ReplyRecords.Parts(head, body, errors.take());
      stdoutSent |= head.hasRemaining() || body.hasRemaining();
      records = ReplyRecords.compose(id, limits.alignRecords(), parts);
      bytesOut += count(records);
    }
    link.send(done, records);
  }

  /** STDERR bytes; they leave with the next STDOUT record, or when enough of them wait. */
  void error(byte[] bytes, int offset, int length) throws IOException {
    synchronized (outputLock) {
      checkOpen();
      errors.add(bytes, offset, length);
      if (errors.isFull(stdoutSent)) {
        sendErrors();
      }
    }
  }

  /** Makes STDERR leave, if STDOUT has before. */
  void flushErrors() throws IOException {
    synchronized (outputLock) {
      if (stdoutSent && !finished) {
        sendErrors();
      }
    }
  }

  private void sendErrors() throws IOException {
    awaitPermission();
    ReplyRecords.Parts parts = new ReplyRecords.Parts(NOTHING, NOTHING, errors.take());
    if (!parts.isEmpty()) {
      transmit(ReplyRecords.compose(id, limits.alignRecords(), parts));
    }
  }

  @Override
  public void finish() throws IOException {
    synchronized (outputLock) {
      ByteBuffer rest = out == null ? NOTHING : out.takeBuffered();
      finish(NOTHING, rest, false);
    }
  }

  /**
   * Ends the reply with the last STDOUT bytes.
   *
   * @param borrowed the body's array is the caller's again when the call returns
   */
  public void finish(ByteBuffer head, ByteBuffer body, boolean borrowed) throws IOException {
    FinalWrite last = new FinalWrite(null);
    boolean waits = borrowed && body.remaining() > ReplyRecords.COPY_LIMIT;
    if (sendLast(head, body, last) && (waits || last.waiter.isDone())) {
      awaitWrite(last.waiter);
    }
  }

  /** As {@link #finish(ByteBuffer, ByteBuffer, boolean)}, without waiting. */
  public void finishAsync(ByteBuffer head, ByteBuffer body, Completion done) {
    if (!sendLast(head, body, new FinalWrite(done))) {
      done.completed(new IOException("request " + id + " is finished"));
    }
  }

  private boolean sendLast(ByteBuffer head, ByteBuffer body, FinalWrite last) {
    ByteBuffer[] records;
    synchronized (outputLock) {
      if (finished) {
        return false;
      }
      boolean mayWrite = mayWriteAtEnd();
      finished = true;
      ByteBuffer error = errors.take();
      ReplyRecords.Parts parts =
          mayWrite
              ? new ReplyRecords.Parts(head, body, error)
              : new ReplyRecords.Parts(NOTHING, NOTHING, NOTHING);
      records =
          ReplyRecords.composeLast(
              id, limits.alignRecords(), parts, errors.wereSent(mayWrite), exitStatus);
      bytesOut += count(records);
    }
    link.release(this);
    discardInput();
    link.send(last, records);
    return true;
  }

  @Override
  public void abandon(boolean closeConnection) {
    synchronized (outputLock) {
      if (finished) {
        return;
      }
      finished = true;
    }
    link.release(this);
    discardInput();
    if (closeConnection) {
      link.close(new IOException("request " + id + " was abandoned"));
    }
    link.ended(this);
  }

  private void discardInput() {
    stdin.discard();
    if (data != null) {
      data.discard();
    }
  }

  private boolean mayWriteAtEnd() {
    try {
      awaitPermission();
      return true;
    } catch (IOException e) {
      // The peer aborted, or never ended STDIN: END_REQUEST alone is owed.
      return false;
    }
  }

  /** A filter writes nothing before STDIN has ended (FastCGI 1.0, 6.4). */
  private void awaitPermission() throws IOException {
    checkOpen();
    if (role == Role.FILTER && !stdin.isEnded()) {
      wantsStdinEnd = true;
      link.resumeInput();
      stdin.awaitEnd();
    }
  }

  private void checkOpen() throws IOException {
    if (finished) {
      throw new FastCgiException(
          FastCgiException.Kind.CALL_SEQUENCE, "request " + id + " is finished");
    }
    if (abortedByRequest) {
      throw new IOException("request " + id + " was aborted by the web server");
    }
  }

  private void transmit(ByteBuffer[] records) throws IOException {
    bytesOut += count(records);
    BlockingCompletion done = new BlockingCompletion();
    link.send(done, records);
    awaitWrite(done);
  }

  private void awaitWrite(BlockingCompletion done) throws IOException {
    try {
      done.await(limits.replyWriteMillis());
    } catch (SocketTimeoutException e) {
      link.close(e);
      throw e;
    }
  }

  private static long count(ByteBuffer[] buffers) {
    long sum = 0;
    for (ByteBuffer buffer : buffers) {
      sum += buffer.remaining();
    }
    return sum;
  }

  @Override
  public String toString() {
    return "request " + id + " " + role;
  }

  /** Tells the link that END_REQUEST has left. */
  private final class FinalWrite implements Completion {
    private final BlockingCompletion waiter = new BlockingCompletion();
    private final Completion then;

    FinalWrite(Completion then) {
      this.then = then;
    }

    @Override
    public void completed(Throwable reason) {
      waiter.completed(reason);
      link.ended(WireExchange.this);
      if (then != null) {
        then.completed(reason);
      }
    }
  }
}
