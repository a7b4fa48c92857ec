package org.jsaffire.fcgi.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jsaffire.engine.Engine;
import org.jsaffire.engine.EngineOptions;
import org.jsaffire.sapi.RawText;

/** Servers that run scripts: TCP at address 0, UNIX at address 1. */
final class ScriptServers {
  /** The scripts of the FastCGI tests. */
  static final Path WEBAPP = Path.of("src/test/webapp").toAbsolutePath();

  private static FastCgiServer standard;

  private ScriptServers() {}

  /** A server of {@link #WEBAPP} that stays until the JVM ends. */
  static synchronized FastCgiServer standard() throws IOException {
    if (standard == null) {
      EngineOptions options = EngineOptions.defaults().withRoots(List.of(WEBAPP));
      standard = start(new Engine(options));
      Runtime.getRuntime().addShutdownHook(new Thread(standard::close));
    }
    return standard;
  }

  /** A server that the caller closes. */
  static FastCgiServer start(Engine engine) throws IOException {
    return FastCgiServer.builder()
        .listen("127.0.0.1:0")
        .listen(Servers.socketPath().toString())
        .engine(engine)
        .start();
  }

  /** A parameter's text as the raw client takes it: a character for each byte. */
  static String raw(String text) {
    return new String(RawText.encode(text), StandardCharsets.ISO_8859_1);
  }
}
