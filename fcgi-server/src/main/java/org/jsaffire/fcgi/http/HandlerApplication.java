package org.jsaffire.fcgi.http;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpChannel;
import org.jsaffire.fcgi.request.Exchange;
import org.jsaffire.fcgi.request.Refusal;
import org.jsaffire.fcgi.request.WireExchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers requests by the handler of a Jetty server. Each request has a channel of its own, so that
 * those of one connection run side by side. The exchange itself is the request's attribute {@link
 * #EXCHANGE}.
 */
public final class HandlerApplication implements Consumer<WireExchange> {
  /** Name of the attribute that holds the {@link Exchange}. */
  public static final String EXCHANGE = Exchange.class.getName();

  private static final Logger LOG = LoggerFactory.getLogger(HandlerApplication.class);

  private final HttpChannel.Factory channels = new HttpChannel.DefaultFactory();
  private final Function<WireExchange, ConnectionMetaData> connections;
  private final Executor executor;

  /**
   * @param connections gives the connection of a request
   * @param executor for work that the connection's own thread must not do
   */
  public HandlerApplication(
      Function<WireExchange, ConnectionMetaData> connections, Executor executor) {
    this.connections = connections;
    this.executor = executor;
  }

  @Override
  public void accept(WireExchange exchange) {
    ConnectionMetaData connection = connections.apply(exchange);
    MetaData.Request request;
    try {
      request = RequestHead.of(exchange, connection.getHttpConfiguration());
    } catch (HttpException.RuntimeException | IllegalArgumentException e) {
      LOG.warn("{} from {} was refused: {}", exchange, exchange.remoteAddress(), e.getMessage());
      Refusal.send(exchange, 400);
      return;
    }
    try {
      channel(exchange, connection, request).run();
    } catch (RuntimeException | Error e) {
      LOG.error("{} from {} failed", exchange, exchange.remoteAddress(), e);
      exchange.setExitStatus(1);
      Refusal.send(exchange, 500);
      if (e instanceof VirtualMachineError && !(e instanceof StackOverflowError)) {
        throw e;
      }
    }
  }

  private Runnable channel(
      WireExchange exchange, ConnectionMetaData connection, MetaData.Request request) {
    HttpChannel channel = channels.newHttpChannel(new PeerMetaData(connection, exchange));
    channel.setHttpStream(new ExchangeStream(exchange, channel, executor));
    channel.initialize();
    Runnable task = channel.onRequest(request);
    channel.getRequest().setAttribute(EXCHANGE, exchange);
    exchange.onAbort(() -> executor.execute(() -> fail(channel)));
    return task;
  }

  private static void fail(HttpChannel channel) {
    Runnable task = channel.onRemoteFailure(new EofException("aborted by the web server"));
    if (task != null) {
      task.run();
    }
  }
}
