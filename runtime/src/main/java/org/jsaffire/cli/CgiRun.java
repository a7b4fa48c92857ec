package org.jsaffire.cli;

import java.io.PrintStream;
import org.jsaffire.cli.spi.GlobalOptions;
import org.jsaffire.engine.Engine;
import org.jsaffire.engine.EngineOptions;
import org.jsaffire.engine.EngineSettings;
import org.jsaffire.sapi.Host;

/** The process is a CGI program: it answers one request and ends (tools.md 1.1, 2). */
final class CgiRun {
  private CgiRun() {}

  /**
   * Answers the request. The command line takes no part: a server may have made it from the query.
   *
   * @return the exit code of the process
   */
  static int serve(Host host, PrintStream err) {
    EngineOptions options =
        EngineSettings.toOptions(GlobalOptions.NONE.settings(host, err), false).withHost(host);
    try (Engine engine = new Engine(options)) {
      CgiContext request = new CgiContext(host, options.outputBufferBytes());
      int status = engine.serve(request);
      return request.exitStatus() == 0 ? status : request.exitStatus();
    }
  }
}
