package org.jsaffire.fcgi.request;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Replies that the server itself gives in place of an application. */
public final class Refusal {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private Refusal() {}

  /** Ends the request with a status and a page of one line. */
  public static void send(WireExchange exchange, int status) {
    end(exchange, CgiHead.page(status, ""));
  }

  /** Ends the request with status 503 and a hint when to come again. */
  public static void sendBusy(WireExchange exchange, int retryAfterSeconds) {
    end(exchange, CgiHead.page(503, "Retry-After: " + retryAfterSeconds + "\r\n"));
  }

  private static void end(WireExchange exchange, ByteBuffer page) {
    try {
      exchange.finish(page, NOTHING, false);
    } catch (IOException e) {
      // The peer did not wait for the refusal.
    }
  }
}
