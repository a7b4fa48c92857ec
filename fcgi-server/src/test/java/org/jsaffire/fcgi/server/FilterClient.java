package org.jsaffire.fcgi.server;

import java.io.IOException;
import java.util.List;

/** A web server in the smallest: one request in any role, filters included. */
public final class FilterClient {
  private FilterClient() {}

  /** Sends a request and returns its STDOUT. */
  public static String ask(
      FastCgiServer server, int role, List<String> params, String body, String file)
      throws IOException {
    try (Wire wire = new Wire(false, Wire.Division.WHOLE, 0)) {
      RawClient client = new RawClient(wire, server, server.address(0));
      client.begin(1, role, 0).params(1, params.toArray(String[]::new));
      if (!body.isEmpty()) {
        client.stdin(1, body);
      }
      client.endStdin(1);
      if (role == 3) {
        client.data(1, file).endData(1);
      }
      String out = client.send().reply(1).out();
      client.close();
      return out;
    }
  }
}
