package org.jsaffire.fcgi.server;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.util.Callback;
import org.jsaffire.fcgi.protocol.ProtocolStatus;
import org.jsaffire.fcgi.protocol.Role;
import org.jsaffire.fcgi.request.Completion;
import org.jsaffire.fcgi.request.Link;
import org.jsaffire.fcgi.request.Refusal;
import org.jsaffire.fcgi.request.WireExchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection and its active requests. Exactly one thread reads at a time, the owner of state
 * READING: the selector's thread when bytes have arrived, or an application's thread that made room
 * in a full queue. Replies go through the writer from any thread. Fields are guarded by {@code
 * lock} unless they belong to the reader.
 */
final class FcgiConnection extends MetaConnection implements Link {
  private static final Logger LOG = LoggerFactory.getLogger(FcgiConnection.class);

  /** Reads in a row before other connections get their turn. */
  private static final int MAX_READS = 8;

  /** Management replies that may wait for a peer that does not read them. */
  private static final int MAX_UNREAD_REPLIES = 64;

  /** Who may read the connection next. */
  private enum Reading {
    /** A thread reads now. */
    READING,
    /** The selector calls when bytes arrive. */
    WATCHED,
    /** Nobody: a queue is full, or a record waits for a request to end. */
    PAUSED,
    /** Nobody yet: all input is here, and the request will probably end soon. */
    UNWATCHED,
    /** Nobody any more. */
    ENDED
  }

  /** What reading led to. */
  private enum Outcome {
    MORE,
    EMPTY,
    PAUSE,
    END
  }

  private final ServerCore core;
  private final ConnectionWriter writer;
  private final Callback readable = new InputArrived();

  private final RecordHandler handler = new RecordHandler(this);
  private final ConnectionInput input;
  private final List<WireExchange> started = new ArrayList<>(1);

  private final Object lock = new Object();
  private final Map<Integer, WireExchange> active = new HashMap<>(2);
  private Reading reading = Reading.READING;

  /** Requests and replies whose last byte has not left. */
  private int open;

  private int unreadReplies;
  private boolean closing;
  private boolean detached;
  private boolean drains;
  private boolean fresh = true;
  private boolean lastInputEnded;
  private volatile long activeNanos = System.nanoTime();

  FcgiConnection(
      ServerCore core, Connector connector, HttpConfiguration configuration, EndPoint endPoint) {
    super(connector, configuration, endPoint);
    this.core = core;
    this.writer = new ConnectionWriter(endPoint);
    this.input = new ConnectionInput(endPoint, connector, core.options(), handler);
  }

  ServerCore core() {
    return core;
  }

  SocketAddress peer() {
    return getEndPoint().getRemoteSocketAddress();
  }

  // Jetty's side.

  /** Reads at once: mostly the request has arrived by the time the connection is set up. */
  @Override
  public void onOpen() {
    super.onOpen();
    core.opened(this);
    Runnable task = read(true);
    if (task != null) {
      task.run();
    }
  }

  @Override
  public void onFillable() {
    synchronized (lock) {
      reading = Reading.READING;
    }
    read(false);
  }

  @Override
  public void onClose(Throwable cause) {
    core.closed(this);
    List<WireExchange> rest;
    synchronized (lock) {
      closing = true;
      rest = List.copyOf(active.values());
    }
    rest.forEach(this::lose);
    super.onClose(cause);
  }

  /** Time-outs are ours: {@link #sweep}. */
  @Override
  public boolean onIdleExpired(TimeoutException timeout) {
    return false;
  }

  // Reading.

  /**
   * Reads until there is nothing to read, or nobody wants it.
   *
   * @param runs the caller can run a request itself
   * @return a request for the caller, or null
   */
  private Runnable read(boolean runs) {
    Runnable mine = null;
    int reads = 0;
    while (true) {
      Outcome outcome = readOnce();
      mine = dispatchStarted(runs, mine);
      if (outcome == Outcome.MORE && ++reads < MAX_READS) {
        continue;
      }
      if (outcome == Outcome.END) {
        return mine;
      }
      if (outcome == Outcome.PAUSE) {
        if (pause()) {
          return mine;
        }
      } else if (rest(mine != null)) {
        return mine;
      }
    }
  }

  private Outcome readOnce() {
    try {
      if (isDraining()) {
        return drain();
      }
      if (input.hasRemaining()) {
        return parse(false);
      }
      if (mustPause()) {
        return Outcome.PAUSE;
      }
      return fill();
    } catch (IOException e) {
      LOG.debug("Connection from {} broke", peer(), e);
      endReading(e);
      return Outcome.END;
    }
  }

  private Outcome fill() throws IOException {
    int n = input.fill();
    if (n < 0) {
      onEndOfInput();
      return Outcome.END;
    }
    if (n == 0) {
      return Outcome.EMPTY;
    }
    activeNanos = System.nanoTime();
    core.received(n);
    return parse(n == input.capacity());
  }

  /**
   * @param filled the buffer was full, so that there is probably more to read
   */
  private Outcome parse(boolean filled) {
    boolean all = input.parse();
    if (handler.error() != null) {
      onProtocolError();
      return isDraining() ? Outcome.MORE : Outcome.END;
    }
    return !all ? Outcome.PAUSE : filled ? Outcome.MORE : Outcome.EMPTY;
  }

  private Runnable dispatchStarted(boolean runs, Runnable taken) {
    Runnable mine = taken;
    for (WireExchange exchange : started) {
      Runnable task = core.dispatcher().ready(exchange);
      if (task != null && runs && mine == null) {
        mine = task;
      } else if (task != null) {
        getExecutor().execute(task);
      }
    }
    started.clear();
    return mine;
  }

  /** Returns false when there is a reason to read on. */
  private boolean pause() {
    synchronized (lock) {
      if (drains || !mustPause()) {
        return false;
      }
      reading = Reading.PAUSED;
      return true;
    }
  }

  /**
   * Waits for input.
   *
   * @param busy this thread runs a request next
   */
  private boolean rest(boolean busy) {
    synchronized (lock) {
      if (!drains && mustPause()) {
        reading = Reading.PAUSED;
        return true;
      }
      boolean waits = busy && active.size() == 1 && only().isInputEnded();
      reading = waits ? Reading.UNWATCHED : Reading.WATCHED;
    }
    if (isUnwatched()) {
      core.watchLater(this);
    } else {
      getEndPoint().fillInterested(readable);
    }
    return true;
  }

  private WireExchange only() {
    return active.values().iterator().next();
  }

  private boolean isUnwatched() {
    synchronized (lock) {
      return reading == Reading.UNWATCHED;
    }
  }

  private boolean mustPause() {
    synchronized (lock) {
      if (handler.isBlocked() || unreadReplies > MAX_UNREAD_REPLIES) {
        return true;
      }
      boolean shared = active.size() > 1;
      for (WireExchange exchange : active.values()) {
        if (exchange.isInputFull(shared)) {
          return true;
        }
      }
      return false;
    }
  }

  @Override
  public void resumeInput() {
    synchronized (lock) {
      if (reading != Reading.PAUSED || (!drains && mustPause())) {
        return;
      }
      reading = Reading.READING;
    }
    read(false);
  }

  /** Has the selector watch a connection that was left alone. */
  void watch() {
    synchronized (lock) {
      if (reading != Reading.UNWATCHED) {
        return;
      }
      reading = Reading.WATCHED;
    }
    getEndPoint().fillInterested(readable);
  }

  private void onEndOfInput() {
    if (!input.isBetweenRecords()) {
      LOG.warn("Connection from {} ended within a record", peer());
    }
    endReading(null);
  }

  /** No input will come any more; replies may still leave if the peer only closed its half. */
  private void endReading(Throwable cause) {
    List<WireExchange> rest;
    boolean close;
    synchronized (lock) {
      reading = Reading.ENDED;
      closing = true;
      rest = List.copyOf(active.values());
    }
    input.release();
    if (cause != null) {
      getEndPoint().close(cause);
    }
    rest.forEach(this::lose);
    synchronized (lock) {
      close = open == 0 && !detached;
    }
    if (close) {
      getEndPoint().close();
    }
  }

  /** The connection is lost for a request; one that nobody has seen yet ends here. */
  private void lose(WireExchange exchange) {
    exchange.abort(true);
    if (!exchange.hasParams() || core.dispatcher().cancel(exchange)) {
      exchange.abandon(false);
    }
  }

  private void onProtocolError() {
    LOG.warn("Protocol error: {} from {}", handler.error(), peer());
    IOException cause = new IOException(handler.error());
    input.release();
    boolean idle;
    synchronized (lock) {
      closing = true;
      idle = active.isEmpty();
    }
    if (idle) {
      startDraining();
    } else {
      endReading(cause);
    }
  }

  // Requests.

  WireExchange active(int id) {
    synchronized (lock) {
      return active.get(id);
    }
  }

  void begin(int id, Role role, boolean keep) {
    ServerOptions options = core.options();
    boolean mixed;
    synchronized (lock) {
      fresh = false;
      mixed = !options.multiplex() && !active.isEmpty();
      if (closing) {
        return;
      }
    }
    if (mixed) {
      reject(id, ProtocolStatus.CANT_MPX_CONN, true);
    } else if (!core.admission().admit()) {
      LOG.warn("Overloaded: request {} from {} was refused", id, peer());
      reject(id, ProtocolStatus.OVERLOADED, keep);
    } else {
      WireExchange exchange =
          new WireExchange(this, id, role, keep, options.requestLimits(), options.paramsLimits());
      synchronized (lock) {
        active.put(id, exchange);
        open++;
      }
    }
  }

  /** PARAMS are complete: the request can run, or is refused. */
  void start(WireExchange exchange) {
    int refusal = exchange.endParams();
    if (refusal == 0) {
      started.add(exchange);
      return;
    }
    LOG.warn("{} from {} was refused with status {}", exchange, peer(), refusal);
    refuse(exchange, refusal);
  }

  /** A filter may have to wait for STDIN before it may answer, so this is not done here. */
  private void refuse(WireExchange exchange, int status) {
    if (exchange.role() == Role.FILTER) {
      getExecutor().execute(() -> Refusal.send(exchange, status));
    } else {
      Refusal.send(exchange, status);
    }
  }

  void abort(WireExchange exchange) {
    exchange.abort(false);
    boolean unseen = started.remove(exchange);
    if (unseen || !exchange.hasParams() || core.dispatcher().cancel(exchange)) {
      endQuietly(exchange);
    }
  }

  private static void endQuietly(WireExchange exchange) {
    try {
      exchange.finish();
    } catch (IOException e) {
      LOG.debug("{} was aborted and lost", exchange, e);
    }
  }

  /** Answers BEGIN_REQUEST without accepting it. */
  void reject(int id, int protocolStatus, boolean keep) {
    synchronized (lock) {
      fresh = false;
      closing |= !keep;
    }
    reply(ManagementReply.rejected(id, protocolStatus));
  }

  /** Sends a record that belongs to no active request. */
  void reply(ByteBuffer record) {
    synchronized (lock) {
      open++;
      unreadReplies++;
    }
    send(this::onReplied, record);
  }

  private void onReplied(Throwable failure) {
    synchronized (lock) {
      unreadReplies--;
    }
    onEnded();
  }

  // What exchanges need.

  @Override
  public void send(Completion done, ByteBuffer... buffers) {
    writer.send(done, buffers);
  }

  @Override
  public void release(WireExchange exchange) {
    synchronized (lock) {
      active.remove(exchange.requestId(), exchange);
      closing |= !exchange.keepsConnection();
      lastInputEnded = exchange.isInputEnded();
    }
    core.admission().leave();
  }

  @Override
  public void ended(WireExchange exchange) {
    synchronized (lock) {
      detached |= exchange.isDetached();
      handler.unblock();
    }
    onEnded();
  }

  private void onEnded() {
    activeNanos = System.nanoTime();
    boolean last;
    synchronized (lock) {
      open--;
      closing |= core.isStopping();
      last = closing && open == 0 && !detached;
    }
    if (last) {
      closeAfterReply();
    } else if (isUnwatched()) {
      core.watchNoLonger(this);
      watch();
    } else {
      resumeInput();
    }
  }

  @Override
  public SocketChannel channel() {
    synchronized (lock) {
      if (active.size() != 1) {
        throw new IllegalStateException(
            "the connection carries " + active.size() + " active requests");
      }
    }
    return (SocketChannel) getEndPoint().getTransport();
  }

  @Override
  public SocketAddress remoteAddress() {
    return getEndPoint().getRemoteSocketAddress();
  }

  @Override
  public SocketAddress localAddress() {
    return getEndPoint().getLocalSocketAddress();
  }

  @Override
  public void close(Throwable reason) {
    LOG.debug("Closing connection from {}", peer(), reason);
    getEndPoint().close(reason);
  }

  private boolean isDetached() {
    synchronized (lock) {
      return detached;
    }
  }

  // Closing.

  /**
   * Closes so that the last reply arrives: input that nobody reads would make the operating system
   * reset the connection. Without such input there is nothing to wait for.
   */
  private void closeAfterReply() {
    core.watchNoLonger(this);
    boolean direct;
    synchronized (lock) {
      direct = reading == Reading.ENDED || (lastInputEnded && reading != Reading.READING);
    }
    if (direct) {
      getEndPoint().close();
      return;
    }
    startDraining();
    synchronized (lock) {
      if (reading == Reading.UNWATCHED) {
        reading = Reading.PAUSED;
      }
    }
    resumeInput();
  }

  private void startDraining() {
    synchronized (lock) {
      if (drains) {
        return;
      }
      drains = true;
    }
    getEndPoint().shutdownOutput();
    long millis = core.options().drainMillis();
    core.scheduler().schedule(() -> getEndPoint().close(), millis, TimeUnit.MILLISECONDS);
  }

  private boolean isDraining() {
    synchronized (lock) {
      return drains;
    }
  }

  /** Reads what the peer still sends and drops it. */
  private Outcome drain() throws IOException {
    int n = input.drain();
    core.received(Math.max(0, n));
    if (n < 0) {
      synchronized (lock) {
        reading = Reading.ENDED;
      }
      getEndPoint().close();
      return Outcome.END;
    }
    return n == input.capacity() ? Outcome.MORE : Outcome.EMPTY;
  }

  /** Closes a connection without requests, for a stop. */
  void closeIfIdle() {
    synchronized (lock) {
      closing = true;
      if (open > 0) {
        return;
      }
    }
    getEndPoint().close();
  }

  /** Ends what has taken too long. Called from time to time. */
  void sweep(long now) {
    long busySince = writer.busySince();
    long writeMillis = core.options().requestLimits().replyWriteMillis();
    if (busySince != 0 && isOver(now, busySince, writeMillis)) {
      LOG.info("Peer {} does not read its replies", peer());
      getEndPoint().close(new TimeoutException("no progress in writing"));
      return;
    }
    List<WireExchange> late = new ArrayList<>();
    if (isIdleTooLong(now, late)) {
      getEndPoint().close();
    }
    for (WireExchange exchange : late) {
      LOG.info("{} from {} did not complete its parameters", exchange, peer());
      getExecutor().execute(() -> refuseLate(exchange));
    }
  }

  /** The peer never completed the request's parameters; nobody else has seen the request. */
  private void refuseLate(WireExchange exchange) {
    exchange.abort(true);
    exchange.endStdin();
    Refusal.send(exchange, 408);
  }

  private boolean isIdleTooLong(long now, List<WireExchange> late) {
    ServerOptions options = core.options();
    synchronized (lock) {
      long bodyMillis = options.requestLimits().bodyReadMillis();
      for (WireExchange exchange : active.values()) {
        if (!exchange.hasParams() && isOver(now, exchange.beginNanos(), bodyMillis)) {
          late.add(exchange);
        }
      }
      long idleMillis = fresh ? options.freshMillis() : options.idleMillis();
      return open == 0 && !drains && !detached && isOver(now, activeNanos, idleMillis);
    }
  }

  private static boolean isOver(long now, long since, long millis) {
    return millis > 0 && now - since > TimeUnit.MILLISECONDS.toNanos(millis);
  }

  /** Runs on the selector's thread itself: reading and parsing never block. */
  private final class InputArrived implements Callback {
    @Override
    public void succeeded() {
      onFillable();
    }

    @Override
    public void failed(Throwable cause) {
      if (!isDetached()) {
        endReading(cause);
      }
    }

    @Override
    public InvocationType getInvocationType() {
      return InvocationType.NON_BLOCKING;
    }
  }
}
