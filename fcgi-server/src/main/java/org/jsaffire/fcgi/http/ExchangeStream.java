package org.jsaffire.fcgi.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.HttpChannel;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.util.Callback;
import org.jsaffire.fcgi.request.CgiHead;
import org.jsaffire.fcgi.request.InputQueue;
import org.jsaffire.fcgi.request.WireExchange;
import org.jsaffire.sapi.ResponseHead;

/**
 * A FastCGI request as Jetty's stream: STDIN is the content, STDOUT the response. The last content
 * leaves together with END_REQUEST. Used by one thread at a time, as Jetty's channel sees to.
 */
final class ExchangeStream implements HttpStream {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
  private static final int PIECE = 32 << 10;

  private final WireExchange exchange;
  private final HttpChannel channel;
  private final Executor executor;
  private final InputQueue input;
  private Content.Chunk end;
  private volatile boolean committed;
  private ResponseHead head;

  ExchangeStream(WireExchange exchange, HttpChannel channel, Executor executor) {
    this.exchange = exchange;
    this.channel = channel;
    this.executor = executor;
    this.input = exchange.stdinQueue();
  }

  @Override
  public String getId() {
    return Integer.toString(exchange.requestId());
  }

  @Override
  public Content.Chunk read() {
    if (end != null) {
      return end;
    }
    byte[] piece = new byte[Math.max(1, Math.min(PIECE, input.available()))];
    try {
      int n = input.poll(piece);
      if (n == 0) {
        return null;
      }
      if (n > 0) {
        return Content.Chunk.from(ByteBuffer.wrap(piece, 0, n), false);
      }
      end = Content.Chunk.EOF;
    } catch (IOException e) {
      end = Content.Chunk.from(e, true);
    }
    return end;
  }

  /** Calls back on a thread of the pool: input arrives on one that must not block. */
  @Override
  public void demand() {
    input.onReadable(() -> executor.execute(this::contentAvailable));
  }

  private void contentAvailable() {
    Runnable task = channel.onContentAvailable();
    if (task != null) {
      task.run();
    }
  }

  @Override
  public void prepareResponse(HttpFields.Mutable headers) {
    // Fields of the web server's own connection are left out when the head is written.
  }

  @Override
  public void send(
      MetaData.Request request,
      MetaData.Response response,
      boolean last,
      ByteBuffer content,
      Callback callback) {
    if (response != null && response.getStatus() / 100 == 1) {
      // CGI has no interim responses.
      callback.succeeded();
      return;
    }
    ByteBuffer body = content == null ? NOTHING : content;
    ByteBuffer first = NOTHING;
    if (response != null) {
      committed = true;
      head = head(response);
      boolean tells = last && head.hasBody() && !"HEAD".equals(request.getMethod());
      first = CgiHead.encode(head, tells ? body.remaining() : -1);
    }
    boolean silent = "HEAD".equals(request.getMethod()) || (head != null && !head.hasBody());
    ByteBuffer shown = silent ? NOTHING : body.slice();
    Once done = new Once(body, callback);
    if (last) {
      exchange.finishAsync(first, shown, done::completed);
    } else if (first.hasRemaining() || shown.hasRemaining()) {
      exchange.sendAsync(first, shown, done::completed);
    } else {
      done.completed(null);
    }
  }

  private static ResponseHead head(MetaData.Response response) {
    ResponseHead head = new ResponseHead();
    head.setStatus(response.getStatus(), "");
    for (HttpField field : response.getHttpFields()) {
      String value = field.getValue();
      if (value != null) {
        head.setHeader(field.getName(), oneLine(value), false);
      }
    }
    head.commit();
    return head;
  }

  /** No value may end its line. */
  private static String oneLine(String value) {
    StringBuilder line = new StringBuilder(value.length());
    value.chars().forEach(c -> line.append(c < ' ' && c != '\t' || c == 0x7f ? ' ' : (char) c));
    return line.toString();
  }

  /** The reply stays as it is; END_REQUEST tells of the failure. */
  @Override
  public Runnable cancelSend(Throwable cause, Callback callback) {
    exchange.setExitStatus(1);
    exchange.finishAsync(NOTHING, NOTHING, failure -> {});
    return () -> callback.failed(cause);
  }

  @Override
  public long getIdleTimeout() {
    return 0;
  }

  /** Time-outs are the connection's. */
  @Override
  public void setIdleTimeout(long idleTimeoutMs) {}

  @Override
  public boolean isCommitted() {
    return committed;
  }

  /** What nobody reads is dropped by the connection. */
  @Override
  public Throwable consumeAvailable() {
    return null;
  }

  @Override
  public void succeeded() {
    exchange.finishAsync(NOTHING, NOTHING, failure -> {});
  }

  @Override
  public void failed(Throwable cause) {
    exchange.setExitStatus(1);
    exchange.finishAsync(NOTHING, NOTHING, failure -> {});
  }

  /** Ends a write once, whoever says so first. */
  private static final class Once {
    private final AtomicBoolean done = new AtomicBoolean();
    private final ByteBuffer body;
    private final Callback callback;

    Once(ByteBuffer body, Callback callback) {
      this.body = body;
      this.callback = callback;
    }

    void completed(Throwable failure) {
      if (!done.compareAndSet(false, true)) {
        return;
      }
      if (failure == null) {
        body.position(body.limit());
        callback.succeeded();
      } else {
        callback.failed(failure);
      }
    }
  }
}
