package org.jsaffire.fcgi.examples;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jsaffire.fcgi.request.Exchange;
import org.jsaffire.fcgi.server.RequestLoop;

/** A responder in the pull style. Runs on descriptor 0 under a FastCGI server, and as CGI. */
public final class ResponderExample {
  private ResponderExample() {}

  public static void main(String[] args) throws Exception {
    try (RequestLoop loop = RequestLoop.open()) {
      int count = 0;
      for (Optional<Exchange> next = loop.accept(); next.isPresent(); next = loop.accept()) {
        answer(next.get(), ++count);
      }
    }
  }

  private static void answer(Exchange exchange, int count) throws IOException {
    PrintStream out = new PrintStream(exchange.out(), false, StandardCharsets.UTF_8);
    out.print("Content-Type: text/plain\r\n\r\n");
    out.print("request " + count + " of " + exchange.param("REQUEST_METHOD"));
    out.print(", body of " + exchange.in().readAllBytes().length + " bytes\n");
    out.flush();
  }
}
