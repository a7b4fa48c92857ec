package org.jsaffire.command;

import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jsaffire.cli.spi.Command;
import org.jsaffire.cli.spi.CommandException;
import org.jsaffire.cli.spi.Description;
import org.jsaffire.cli.spi.ExitCode;
import org.jsaffire.cli.spi.Invocation;
import org.jsaffire.cli.spi.Option;
import org.jsaffire.cli.spi.Words;
import org.jsaffire.engine.EngineOptions;
import org.jsaffire.engine.EngineSettings;

/** {@code saffire serve [DIR]} (tools.md 8.7). */
public final class ServeCommand implements Command {
  private static final int FIRST_PORT = 8080;
  private static final int LAST_PORT = 8179;

  @Override
  public Description description() {
    return Description.of("serve", "serves a directory for development", "saffire serve public")
        .withAliases("webserver")
        .withText(
            "Scripts (*.sf) run, other files are sent as they are. Changes show at once, and\n"
                + "errors show in the browser. Ctrl-C stops the server.")
        .withWords(Words.of("[DIR]", 0, 1))
        .withOptions(
            Option.value("port", "N", "port (default 8080, or the next free one); 0: any"),
            Option.value("host", "ADDR", "address to listen on (default 127.0.0.1)"),
            Option.flag("https", "encrypt, with a certificate made on the spot"));
  }

  @Override
  public int run(Invocation invocation) {
    Logger jettyLog = Logger.getLogger("org.eclipse.jetty");
    jettyLog.setLevel(Level.WARNING);
    int port = invocation.number("port", -1, 0, 65535);
    InetAddress address = address(invocation.value("host", "127.0.0.1"));
    Path directory = directory(invocation);
    DevServer server =
        new DevServer(
            options(invocation, directory, address),
            directory,
            address,
            invocation.has("https"),
            new AccessLines(
                invocation.out(), invocation.host().clock(), invocation.host().isTerminal()),
            invocation.err()::println);
    open(server, port, address, invocation.out());
    start(server);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "serve-stop"));
    invocation.out().println("Serving " + directory + " at " + server.url());
    invocation.out().println("Development mode. Press Ctrl-C to stop.");
    server.await();
    // Without this reference the level of the logger could be forgotten while the server runs.
    jettyLog.setLevel(null);
    return ExitCode.OK.code();
  }

  /** Reports are for the person at this machine: other clients see an id only. */
  private static EngineOptions options(Invocation invocation, Path directory, InetAddress address) {
    EngineOptions options =
        EngineSettings.toOptions(invocation.settings(), true)
            .withHost(invocation.host())
            .withRoots(List.of(directory));
    return address.isLoopbackAddress() ? options : options.withDisplayErrors(false);
  }

  private static void open(DevServer server, int port, InetAddress address, PrintStream out) {
    int last = port < 0 ? LAST_PORT : port;
    for (int candidate = port < 0 ? FIRST_PORT : port; ; candidate++) {
      try {
        server.open(candidate);
        return;
      } catch (BindException e) {
        if (candidate == last) {
          throw cannotListen(address, candidate, e);
        }
        out.println("Port " + candidate + " is taken, trying " + (candidate + 1) + ".");
      } catch (IOException e) {
        throw cannotListen(address, candidate, e);
      }
    }
  }

  private static CommandException cannotListen(InetAddress address, int port, IOException e) {
    Throwable reason = e.getCause() == null ? e : e.getCause();
    return new CommandException(
        "cannot listen on " + DevServer.authority(address, port) + ": " + reason.getMessage(), e);
  }

  private static void start(DevServer server) {
    try {
      server.start();
    } catch (IOException e) {
      throw new CommandException("cannot start the server: " + e.getMessage(), e);
    }
  }

  /** Runs when a signal ends the process; a stop that was asked for is a success. */
  private static void stop(DevServer server) {
    server.close();
    Runtime.getRuntime().halt(ExitCode.OK.code());
  }

  private static Path directory(Invocation invocation) {
    String name = invocation.words().isEmpty() ? "." : invocation.words().get(0);
    try {
      Path directory = invocation.host().currentDirectory().resolve(name);
      if (Files.isDirectory(directory)) {
        return directory.toRealPath();
      }
    } catch (InvalidPathException | IOException e) {
      throw new CommandException("cannot serve '" + name + "': " + e.getMessage(), e);
    }
    throw new CommandException("cannot serve '" + name + "': it is not a directory");
  }

  private static InetAddress address(String host) {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new CommandException("cannot listen on '" + host + "': unknown host", e);
    }
  }
}
