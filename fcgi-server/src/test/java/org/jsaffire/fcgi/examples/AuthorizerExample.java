package org.jsaffire.fcgi.examples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jsaffire.fcgi.request.Exchange;
import org.jsaffire.fcgi.server.FastCgiServer;

/** An authorizer in the push style: lets in who knows the word. Argument: address to listen at. */
public final class AuthorizerExample {
  private AuthorizerExample() {}

  public static void main(String[] args) throws IOException {
    FastCgiServer.builder().listen(args[0]).application(AuthorizerExample::service).start();
  }

  /** Allows with a variable for the request that follows, or denies with a page. */
  public static void service(Exchange exchange) throws IOException {
    boolean allowed = "swordfish".equals(exchange.param("HTTP_X_WORD"));
    String reply =
        allowed
            ? "Status: 200 OK\r\nVariable-GUEST: yes\r\n\r\n"
            : "Status: 403 Forbidden\r\nContent-Type: text/plain\r\n\r\nWho goes there?\n";
    exchange.out().write(reply.getBytes(StandardCharsets.UTF_8));
  }
}
