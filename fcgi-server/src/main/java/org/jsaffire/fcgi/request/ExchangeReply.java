package org.jsaffire.fcgi.request;

import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;

/**
 * The reply to a request: STDOUT, STDERR and END_REQUEST as records. Output goes out in the order
 * of the calls, END_REQUEST exactly once, nothing behind it. Safe for use by several threads.
 */
final class ExchangeReply {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final WireExchange exchange;
  private final Link link;
  private final RequestLimits limits;

  /** Guards everything below; held while a write waits for the peer. */
  private final Object lock = new Object();

  private ExchangeOutput out;
  private OutputStream err;
  private final HeldErrors errors = new HeldErrors();
  private boolean stdoutSent;
  private volatile boolean finished;
  private long bytesOut;

  ExchangeReply(WireExchange exchange, Link link, RequestLimits limits) {
    this.exchange = exchange;
    this.link = link;
    this.limits = limits;
  }

  OutputStream out() {
    synchronized (lock) {
      if (out == null) {
        out = new ExchangeOutput(exchange);
      }
      return out;
    }
  }

  OutputStream err() {
    synchronized (lock) {
      if (err == null) {
        err = new ErrorOutput(exchange);
      }
      return err;
    }
  }

  boolean isFinished() {
    return finished;
  }

  /** STDOUT was written, be it only into the buffer. */
  boolean hasOutput() {
    synchronized (lock) {
      return stdoutSent || (out != null && out.isBuffering());
    }
  }

  /** Bytes of records sent so far. */
  long bytesOut() {
    synchronized (lock) {
      return bytesOut;
    }
  }

  void send(ByteBuffer head, ByteBuffer body) throws IOException {
    synchronized (lock) {
      awaitAllowed();
      ReplyRecords.Parts parts = new ReplyRecords.Parts(head, body, errors.take());
      if (!parts.isEmpty()) {
        stdoutSent |= head.hasRemaining() || body.hasRemaining();
        transmit(compose(parts));
      }
    }
  }

  void sendAsync(ByteBuffer head, ByteBuffer body, Completion done) {
    ByteBuffer[] records;
    synchronized (lock) {
      try {
        awaitAllowed();
      } catch (IOException e) {
        done.completed(e);
        return;
      }
      ReplyRecords.Parts parts = new ReplyRecords.Parts(head, body, errors.take());
      stdoutSent |= head.hasRemaining() || body.hasRemaining();
      records = compose(parts);
      bytesOut += count(records);
    }
    link.send(done, records);
  }

  void error(byte[] bytes, int offset, int length) throws IOException {
    synchronized (lock) {
      checkOpen();
      errors.add(bytes, offset, length);
      if (errors.isFull(stdoutSent)) {
        sendErrors();
      }
    }
  }

  void flushErrors() throws IOException {
    synchronized (lock) {
      if (stdoutSent && !finished) {
        sendErrors();
      }
    }
  }

  private void sendErrors() throws IOException {
    awaitAllowed();
    ReplyRecords.Parts parts = new ReplyRecords.Parts(NOTHING, NOTHING, errors.take());
    if (!parts.isEmpty()) {
      transmit(compose(parts));
    }
  }

  private ByteBuffer[] compose(ReplyRecords.Parts parts) {
    return ReplyRecords.compose(exchange.requestId(), limits.alignRecords(), parts);
  }

  private void awaitAllowed() throws IOException {
    checkOpen();
    exchange.awaitOutputAllowed();
  }

  private void checkOpen() throws IOException {
    if (finished) {
      throw new FastCgiException(
          FastCgiException.Kind.CALL_SEQUENCE, "request " + exchange.requestId() + " is finished");
    }
    exchange.checkNotAborted();
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

  /** Ends the reply with what is buffered. */
  void finish() throws IOException {
    synchronized (lock) {
      ByteBuffer rest = out == null ? NOTHING : out.takeBuffered();
      finish(NOTHING, rest, false);
    }
  }

  void finish(ByteBuffer head, ByteBuffer body, boolean borrowed) throws IOException {
    FinalWrite last = new FinalWrite(null);
    boolean waits = borrowed && body.remaining() > ReplyRecords.COPY_LIMIT;
    if (sendLast(head, body, last) && (waits || last.waiter.isDone())) {
      awaitWrite(last.waiter);
    }
  }

  void finishAsync(ByteBuffer head, ByteBuffer body, Completion done) {
    if (!sendLast(head, body, new FinalWrite(done))) {
      done.completed(new IOException("request " + exchange.requestId() + " is finished"));
    }
  }

  private boolean sendLast(ByteBuffer head, ByteBuffer body, FinalWrite last) {
    ByteBuffer[] records;
    synchronized (lock) {
      if (finished) {
        return false;
      }
      boolean allowed = isAllowedAtEnd();
      finished = true;
      ByteBuffer error = errors.take();
      ReplyRecords.Parts parts =
          allowed
              ? new ReplyRecords.Parts(head, body, error)
              : new ReplyRecords.Parts(NOTHING, NOTHING, NOTHING);
      records =
          ReplyRecords.composeLast(
              exchange.requestId(),
              limits.alignRecords(),
              parts,
              errors.wereSent(allowed),
              exchange.exitStatus());
      bytesOut += count(records);
    }
    exchange.release();
    link.send(last, records);
    return true;
  }

  private boolean isAllowedAtEnd() {
    try {
      awaitAllowed();
      return true;
    } catch (IOException e) {
      // The peer aborted, or never ended STDIN: END_REQUEST alone is owed.
      return false;
    }
  }

  /**
   * Ends the reply without another byte.
   *
   * @return false when it had ended before
   */
  boolean abandon() {
    synchronized (lock) {
      boolean first = !finished;
      finished = true;
      return first;
    }
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
      link.ended(exchange);
      if (then != null) {
        then.completed(reason);
      }
    }
  }
}
