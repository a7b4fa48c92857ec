package org.jsaffire.fcgi.clients;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A real web server as a process of its own, in a directory of its own. */
final class WebServer implements AutoCloseable {
  private final Path directory;
  private final Map<String, String> values = new LinkedHashMap<>();
  private final List<Process> processes = new ArrayList<>();

  WebServer() throws IOException {
    directory = Files.createTempDirectory("web");
    open(directory);
    for (String name : new String[] {"root", "root/private", "root/checked", "run"}) {
      open(Files.createDirectory(directory.resolve(name)));
    }
    for (String name : new String[] {"echo.sf", "private/echo.sf", "checked/echo.sf"}) {
      Files.writeString(root().resolve(name), "");
    }
    values.put("ROOT", root().toString());
    values.put("RUN", run().toString());
    values.put("SOCKET", socket().toString());
    for (String port : new String[] {"PORT", "PORT2", "PORT3", "PORT4"}) {
      values.put(port, Integer.toString(freePort()));
    }
  }

  /** Web servers drop root before they come to these files. */
  private static void open(Path path) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
  }

  Path root() {
    return directory.resolve("root");
  }

  Path run() {
    return directory.resolve("run");
  }

  /** Where the application listens, or the web server lets it. */
  Path socket() {
    return run().resolve("app.sock");
  }

  void set(String name, String value) {
    values.put(name, value);
  }

  /** The URL of a path on one of the server's ports, counted from 1. */
  String url(int number, String path) {
    return "http://127.0.0.1:" + port(number) + path;
  }

  int port(int number) {
    return Integer.parseInt(values.get(number == 1 ? "PORT" : "PORT" + number));
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Skips the test unless all these programs or files are there. */
  static void require(String... paths) {
    for (String path : paths) {
      assumeTrue(Files.exists(Path.of(path)), path + " is not installed");
    }
  }

  /** Lets every user connect to the application's socket. */
  void openSocket() throws IOException {
    open(socket());
  }

  /** Fills in a configuration. */
  Path configure(String name) throws IOException {
    String text;
    try (InputStream in = WebServer.class.getResourceAsStream("/clients/" + name)) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    for (Map.Entry<String, String> entry : values.entrySet()) {
      text = text.replace("@" + entry.getKey() + "@", entry.getValue());
    }
    return Files.writeString(run().resolve(name), text);
  }

  /** Starts a program; its output goes to a log in its directory. */
  Process start(Map<String, String> environment, String... command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(run().toFile());
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(run().resolve("output.log").toFile());
    Process process = builder.start();
    processes.add(process);
    return process;
  }

  /** Starts nginx with a configuration that {@link #configure} filled in. */
  void startNginx(Path configuration) throws IOException {
    require("/usr/sbin/nginx");
    start(
        Map.of(),
        "/usr/sbin/nginx",
        "-p",
        run().toString(),
        "-e",
        run() + "/nginx-error.log",
        "-c",
        configuration.toString(),
        "-g",
        "daemon off;");
  }

  /** Copies a directory to the document root, for every user to read. */
  void publish(Path application) throws IOException {
    try (Stream<Path> files = Files.walk(application)) {
      for (Path file : files.sorted().toList()) {
        Path copy = root().resolve(application.relativize(file).toString());
        if (!Files.isDirectory(copy)) {
          open(Files.copy(file, copy));
        }
      }
    }
  }

  /** Waits until the server accepts connections at the given ports. */
  WebServer await(int... numbers) throws IOException {
    for (int number : numbers) {
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
      while (!accepts(port(number))) {
        if (System.nanoTime() > deadline || !processes.get(processes.size() - 1).isAlive()) {
          throw new IOException("web server did not start: " + log());
        }
        LockSupport.parkNanos(10_000_000);
      }
    }
    return this;
  }

  private static boolean accepts(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** All that the server has logged. */
  String log() throws IOException {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.list(run())) {
      for (Path file : files.filter(f -> f.toString().endsWith(".log")).sorted().toList()) {
        text.append(file.getFileName()).append(":\n").append(Files.readString(file));
      }
    }
    return text.toString();
  }

  @Override
  public void close() throws IOException {
    for (Process process : processes) {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
      try {
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
          process.destroyForcibly().waitFor();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
