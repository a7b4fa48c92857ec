package org.jsaffire.fcgi.server;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jsaffire.fcgi.http.HandlerApplication;
import org.jsaffire.fcgi.request.Exchange;

/** The Jetty handler under the tests. The path says what it does. */
final class HttpHandler extends Handler.Abstract {
  final LinkedBlockingQueue<String> events = new LinkedBlockingQueue<>();

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain");
    switch (Request.getPathInContext(request)) {
      case "/show" -> Content.Sink.write(response, true, describe(request), callback);
      case "/echo" -> Content.copy(request, response, callback);
      case "/exit" -> {
        exchange(request).setExitStatus(7);
        callback.succeeded();
      }
      case "/errors" -> {
        exchange(request).err().write("trouble".getBytes(StandardCharsets.US_ASCII));
        Content.Sink.write(response, true, "page", callback);
      }
      case "/throw" -> throw new IllegalStateException("thrown on purpose");
      case "/status" -> {
        response.setStatus(Integer.parseInt(request.getHttpURI().getQuery()));
        Content.Sink.write(response, true, "text", callback);
      }
      case "/large" -> {
        byte[] bytes = "0123456789abcdef".repeat(64_000).getBytes(StandardCharsets.US_ASCII);
        response.write(true, ByteBuffer.wrap(bytes), callback);
      }
      case "/wait" -> {
        request.addFailureListener(
            cause -> {
              events.add("failed");
              callback.failed(cause);
            });
        Content.Sink.write(response, false, "waiting", Callback.NOOP);
      }
      case "/split" -> {
        response.getHeaders().add("X-Split", "a\r\nX-Evil: b");
        callback.succeeded();
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private static Exchange exchange(Request request) {
    return (Exchange) request.getAttribute(HandlerApplication.EXCHANGE);
  }

  private static String describe(Request request) {
    return String.join(
        "\n",
        request.getMethod(),
        request.getHttpURI().toString(),
        request.getConnectionMetaData().getProtocol(),
        "secure " + request.isSecure(),
        Request.getServerName(request) + " " + Request.getServerPort(request),
        Request.getRemoteAddr(request) + " " + Request.getRemotePort(request),
        Request.getLocalAddr(request) + " " + Request.getLocalPort(request),
        request.getHeaders().asString());
  }
}
