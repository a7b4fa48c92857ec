package org.jsaffire.fcgi.clients;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.zip.CRC32;
import org.jsaffire.fcgi.protocol.Role;
import org.jsaffire.fcgi.request.Exchange;
import org.jsaffire.fcgi.server.Application;

/** Tells a web server's client what arrived. The query string says what else to do. */
public final class EchoApplication implements Application {
  /** What happened to requests that were asked to report it. */
  final LinkedBlockingQueue<String> events = new LinkedBlockingQueue<>();

  @Override
  public void service(Exchange exchange) throws IOException {
    if (exchange.role() == Role.AUTHORIZER) {
      authorize(exchange);
      return;
    }
    String query = exchange.environment().getOrDefault("QUERY_STRING", "");
    switch (query) {
      case "304" -> print(exchange, "Status: 304 Not Modified\r\nETag: \"x\"\r\n\r\n");
      case "large" -> large(exchange, 5_000_000);
      case "abort" -> untilGone(exchange);
      case "errors" -> errors(exchange);
      default -> echo(exchange);
    }
  }

  private static void print(Exchange exchange, String text) throws IOException {
    exchange.out().write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void echo(Exchange exchange) throws IOException {
    CRC32 sum = new CRC32();
    long size = 0;
    InputStream in = exchange.in();
    byte[] buffer = new byte[16384];
    for (int n; (n = in.read(buffer)) > 0; ) {
      sum.update(buffer, 0, n);
      size += n;
    }
    StringBuilder text =
        new StringBuilder("Status: 200 OK\r\nContent-Type: text/plain\r\nX-Echo: yes\r\n\r\n");
    for (Map.Entry<String, String> entry : exchange.environment().entrySet()) {
      text.append(entry.getKey()).append('=').append(entry.getValue()).append('\n');
    }
    text.append("body=").append(size).append(' ').append(sum.getValue()).append('\n');
    print(
        exchange,
        "HEAD".equals(exchange.param("REQUEST_METHOD"))
            ? text.substring(0, text.indexOf("\r\n\r\n") + 4)
            : text.toString());
  }

  private static void large(Exchange exchange, int size) throws IOException {
    print(exchange, "Content-Type: application/octet-stream\r\n\r\n");
    byte[] block = new byte[10_000];
    for (int sent = 0; sent < size; sent += block.length) {
      exchange.out().write(block);
    }
  }

  /** Writes until the client's absence has come through. */
  private void untilGone(Exchange exchange) {
    long deadline = System.nanoTime() + 20_000_000_000L;
    byte[] block = new byte[10_000];
    try {
      print(exchange, "Content-Type: text/plain\r\n\r\n");
      while (System.nanoTime() < deadline && !exchange.isAborted()) {
        exchange.out().write(block);
      }
      events.add("aborted " + exchange.isAborted());
    } catch (IOException e) {
      events.add("aborted true");
    }
  }

  private static void errors(Exchange exchange) throws IOException {
    exchange.err().write("a warning before\n".getBytes(StandardCharsets.UTF_8));
    exchange.err().flush();
    print(exchange, "Content-Type: text/plain\r\n\r\nwith errors");
    exchange.out().flush();
    exchange.err().write("a warning behind\n".getBytes(StandardCharsets.UTF_8));
    exchange.err().flush();
  }

  /** Allows the user alice, and everybody who sends the header X-Allow. */
  private static void authorize(Exchange exchange) throws IOException {
    String user = exchange.param("REMOTE_USER");
    boolean allowed = "alice".equals(user) && "secret".equals(exchange.param("REMOTE_PASSWD"));
    if (allowed || exchange.param("HTTP_X_ALLOW") != null) {
      print(exchange, "Status: 200 OK\r\nVariable-AUTH_NOTE: checked\r\n\r\n");
    } else {
      print(exchange, "Status: 403 Forbidden\r\nContent-Type: text/plain\r\n\r\ndenied");
    }
  }
}
