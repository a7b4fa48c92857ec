package org.jsaffire.fcgi.clients;

import org.jsaffire.fcgi.server.FastCgi;
import org.jsaffire.fcgi.server.FastCgiServer;

/** The echo application on the socket that a web server puts on descriptor 0. */
public final class SpawnedEcho {
  private SpawnedEcho() {}

  public static void main(String[] args) throws Exception {
    FastCgiServer server =
        FastCgiServer.builder()
            .listen(FastCgi.inheritedSocket())
            .application(new EchoApplication())
            .start();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.close();
                  Runtime.getRuntime().halt(0);
                }));
  }
}
