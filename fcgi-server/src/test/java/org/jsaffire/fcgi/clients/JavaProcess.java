package org.jsaffire.fcgi.clients;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Java programs of the tests as processes of their own. */
public final class JavaProcess {
  private JavaProcess() {}

  /** The command that runs a class with the class path of the tests. */
  public static List<String> command(Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Djava.util.logging.config.file=" + loggingFile());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return command;
  }

  private static String loggingFile() {
    return System.getProperty("java.util.logging.config.file", "none");
  }

  /** Runs a program with that standard input and those variables, and returns what it prints. */
  public static String output(Class<?> main, String input, String... variables)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command(main));
    Map<String, String> environment = builder.environment();
    for (String variable : variables) {
      int equals = variable.indexOf('=');
      environment.put(variable.substring(0, equals), variable.substring(equals + 1));
    }
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (OutputStream out = process.getOutputStream()) {
      out.write(input.getBytes(StandardCharsets.ISO_8859_1));
    }
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("program did not end, printed: " + text);
    }
    return text;
  }
}
