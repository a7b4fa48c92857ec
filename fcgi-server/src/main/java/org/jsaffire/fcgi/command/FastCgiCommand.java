package org.jsaffire.fcgi.command;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jsaffire.cli.spi.Action;
import org.jsaffire.cli.spi.Command;
import org.jsaffire.cli.spi.CommandException;
import org.jsaffire.cli.spi.Description;
import org.jsaffire.cli.spi.ExitCode;
import org.jsaffire.cli.spi.Invocation;
import org.jsaffire.cli.spi.Option;
import org.jsaffire.cli.spi.Words;
import org.jsaffire.engine.Engine;
import org.jsaffire.engine.EngineOptions;
import org.jsaffire.fcgi.server.FastCgiServer;
import org.jsaffire.fcgi.server.ListenAddress;
import org.jsaffire.fcgi.server.ServerOptions;
import org.jsaffire.fcgi.server.WebServerAddresses;
import org.jsaffire.sapi.Host;
import org.slf4j.LoggerFactory;

/**
 * {@code saffire fastcgi} (tools.md 8): one process in the foreground, listening at an address or
 * on the socket that it was started with.
 */
public final class FastCgiCommand implements Command {
  private static final String DEFAULT_ADDRESS = "127.0.0.1:8000";
  private static final int MAX_THREADS = 10_000;

  @Override
  public Description description() {
    return Description.of(
            "fastcgi", "answers web servers over FastCGI", "saffire fastcgi --listen /run/app.sock")
        .withText(
            "Listens for a web server (nginx, Apache, lighttpd, HAProxy, Caddy) and runs the\n"
                + "scripts it names by SCRIPT_FILENAME. SIGTERM or Ctrl-C stops it gracefully.")
        .withOptions(
            Option.value("listen", "ADDR", "host:port or /path (default " + DEFAULT_ADDRESS + ")"),
            Option.value("threads", "N", "requests that run at a time (default 8)"))
        .withActions("start", new Action("start", Words.NONE, List.of(), "starts"));
  }

  @Override
  public int run(Invocation invocation) {
    Logger jettyLog = Logger.getLogger("org.eclipse.jetty");
    jettyLog.setLevel(Level.WARNING);
    FastCgiServer server = start(invocation);
    CountDownLatch stopped = new CountDownLatch(1);
    Thread stop = new Thread(() -> stop(server, invocation.out()), "fastcgi-stop");
    Runtime.getRuntime().addShutdownHook(stop);
    invocation.out().println("Listening on " + text(server.address(0)));
    await(stopped);
    // Without this reference the level of the logger could be forgotten while the server runs.
    jettyLog.setLevel(null);
    return ExitCode.OK.code();
  }

  private static FastCgiServer start(Invocation invocation) {
    ServerOptions defaults = ServerOptions.defaults();
    ServerOptions options =
        ServerOptions.builder()
            .threads(invocation.number("threads", defaults.threads(), 1, MAX_THREADS))
            .build();
    Host host = invocation.host();
    Engine engine = new Engine(EngineOptions.defaults().withHost(host));
    FastCgiServer.Builder builder =
        FastCgiServer.builder()
            .options(options)
            .webServers(allowed(host.environment().get("FCGI_WEB_SERVER_ADDRS")))
            .engine(engine);
    try {
      if (invocation.listener() == null) {
        String address = invocation.value("listen", DEFAULT_ADDRESS);
        ListenAddress.requirePort(address);
        builder.listen(address);
      } else {
        builder.listen(invocation.listener());
      }
      return builder.start();
    } catch (IOException e) {
      throw new CommandException(e.getMessage(), e);
    }
  }

  private static WebServerAddresses allowed(String list) {
    return WebServerAddresses.parse(
        list, problem -> LoggerFactory.getLogger(FastCgiCommand.class).error(problem));
  }

  private static String text(SocketAddress address) {
    if (address instanceof UnixDomainSocketAddress unix) {
      return unix.getPath().toString().isEmpty() ? "descriptor 0" : unix.getPath().toString();
    }
    InetSocketAddress inet = (InetSocketAddress) address;
    String host = inet.getAddress().getHostAddress();
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + inet.getPort();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Runs when a signal ends the process; a stop that was asked for is a success (P5). */
  private static void stop(FastCgiServer server, PrintStream out) {
    server.close();
    out.flush();
    Runtime.getRuntime().halt(ExitCode.OK.code());
  }
}
