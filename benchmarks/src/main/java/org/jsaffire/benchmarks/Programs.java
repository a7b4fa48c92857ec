package org.jsaffire.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jsaffire.cli.CliContext;
import org.jsaffire.engine.Engine;
import org.jsaffire.engine.EngineOptions;
import org.jsaffire.sapi.Host;
import org.jsaffire.sapi.Sapi;

/**
 * Runs programs repeatedly in one process, as {@code benchmarks/cpu/run} asks: {@code Programs
 * WARM-UP TIMED FILE...}. Prints for each its name, the time of the first run, the median of the
 * timed ones, both in ms, and the hash of its output.
 */
public final class Programs {
  private Programs() {}

  public static void main(String[] arguments) throws IOException, NoSuchAlgorithmException {
    int warm = Integer.parseInt(arguments[0]);
    int timed = Integer.parseInt(arguments[1]);
    try (Engine engine = new Engine(EngineOptions.defaults())) {
      for (String file : List.of(arguments).subList(2, arguments.length)) {
        run(engine, Path.of(file).toAbsolutePath(), warm, timed);
      }
    }
  }

  private static void run(Engine engine, Path file, int warm, int timed)
      throws NoSuchAlgorithmException {
    double[] times = new double[warm + timed];
    byte[] output = {};
    for (int i = 0; i < times.length; i++) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      Host host = Host.system().withStreams(InputStream.nullInputStream(), out, System.err);
      long start = System.nanoTime();
      engine.exec(file, List.of(file.toString()), new CliContext(host, Sapi.CLI));
      times[i] = (System.nanoTime() - start) / 1e6;
      output = out.toByteArray();
    }
    double cold = times[0];
    double[] measured = Arrays.copyOfRange(times, warm, times.length);
    Arrays.sort(measured);
    String text = new String(output, StandardCharsets.UTF_8).strip();
    byte[] hash = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
    System.out.printf(
        "%s %.2f %.2f %s%n",
        file.getFileName().toString().replace(".sf", ""),
        cold,
        measured[measured.length / 2],
        HexFormat.of().formatHex(hash));
  }
}
