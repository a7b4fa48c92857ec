package org.jsaffire.fcgi.examples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jsaffire.fcgi.request.Exchange;
import org.jsaffire.fcgi.server.FastCgiServer;

/** A filter: answers with the file it is sent, in capitals. Argument: address to listen at. */
public final class FilterExample {
  private FilterExample() {}

  public static void main(String[] args) throws IOException {
    FastCgiServer.builder().listen(args[0]).application(FilterExample::service).start();
  }

  /** Reads STDIN to its end, as a filter must, then the file. */
  public static void service(Exchange exchange) throws IOException {
    exchange.in().readAllBytes();
    if (!exchange.startFilterData()) {
      throw new IOException("not asked to filter, but to be a " + exchange.role());
    }
    String file = new String(exchange.in().readAllBytes(), StandardCharsets.UTF_8);
    String head = "Content-Type: text/plain; charset=UTF-8\r\n\r\n";
    String reply = head + file.toUpperCase(Locale.ROOT);
    exchange.out().write(reply.getBytes(StandardCharsets.UTF_8));
  }
}
