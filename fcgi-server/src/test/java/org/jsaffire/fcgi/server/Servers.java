package org.jsaffire.fcgi.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Servers of the tests, one per set of options: TCP at address 0, UNIX at address 1. */
final class Servers {
  private static final Map<ServerOptions, FastCgiServer> STARTED = new ConcurrentHashMap<>();

  private Servers() {}

  static FastCgiServer standard() {
    return with(ServerOptions.defaults());
  }

  /** A server that stays until the JVM ends. */
  static FastCgiServer with(ServerOptions options) {
    return STARTED.computeIfAbsent(options, Servers::start);
  }

  private static FastCgiServer start(ServerOptions options) {
    try {
      FastCgiServer server = start(options, new WireApp());
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A server that the caller closes. */
  static FastCgiServer start(ServerOptions options, Application application) throws IOException {
    return FastCgiServer.builder()
        .options(options)
        .listen("127.0.0.1:0")
        .listen(socketPath().toString())
        .application(application)
        .start();
  }

  static Path socketPath() throws IOException {
    Path directory = Files.createTempDirectory("fcgi");
    directory.toFile().deleteOnExit();
    return directory.resolve("s");
  }
}
