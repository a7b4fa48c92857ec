package org.jsaffire.golden;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsaffire.engine.Engine;
import org.jsaffire.engine.EngineOptions;
import org.jsaffire.engine.Limits;
import org.jsaffire.sapi.Sapi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs golden scripts whose tokens were shuffled, dropped and exchanged: whatever comes out, it
 * ends within its limits, and not by an error of the engine. {@link #main} runs any number: {@code
 * MutatedScriptsTest COUNT SEED}.
 */
class MutatedScriptsTest {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\"(?:[^\"\\\\\n]|\\\\.)*\"|[A-Za-z_][A-Za-z0-9_]*\\??|\\d+|\\s+|.", Pattern.DOTALL);

  /** Modules that act on the machine have no place here. */
  private static final Pattern ACTS =
      Pattern.compile("\\b(os|file|process|socket|exit|usleep|sleep|readln|readAll)\\b");

  private static final Limits LIMITS = new Limits(300, 100, 500, 1 << 24, 1 << 20);

  @TempDir Path directory;

  @Test
  @Timeout(300)
  void endWithinTheirLimits() throws IOException {
    long seed = new Random().nextLong();
    System.out.println("MutatedScriptsTest seed " + seed);
    run(directory.resolve("mutant.sf"), 1000, seed);
  }

  public static void main(String[] arguments) throws IOException {
    Path script = Files.createTempDirectory("mutants").resolve("mutant.sf");
    run(script, Integer.parseInt(arguments[0]), Long.parseLong(arguments[1]));
    System.out.println(arguments[0] + " mutated scripts ended as they should");
  }

  private static void run(Path script, int count, long seed) throws IOException {
    List<List<String>> programs = programs();
    Random random = new Random(seed);
    try (Engine engine = new Engine(EngineOptions.forDevelopment().withLimits(LIMITS))) {
      for (int i = 0; i < count; i++) {
        String source = mutate(programs, random);
        Files.writeString(script, source);
        MemoryContext request =
            new MemoryContext(
                Sapi.FASTCGI, Map.of("SCRIPT_FILENAME", script.toString()), new byte[0]);
        int round = i;
        engine.serve(request);
        String log = new String(request.errors(), UTF_8);
        assertFalse(
            log.contains("internal error"),
            () -> "seed " + seed + ", round " + round + ":\n" + log + "\n" + source);
      }
    }
  }

  private static List<List<String>> programs() {
    List<List<String>> programs = new ArrayList<>();
    Path scripts = Path.of("src/test/scripts").toAbsolutePath();
    for (GoldenScript script : GoldenScript.below(scripts)) {
      boolean isPlain = script.name().startsWith("language/") || script.name().startsWith("core/");
      String source = read(script.path());
      if (isPlain && !ACTS.matcher(source).find()) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(source);
        while (matcher.find()) {
          tokens.add(matcher.group());
        }
        programs.add(tokens);
      }
    }
    return programs;
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String mutate(List<List<String>> programs, Random random) {
    List<String> tokens = new ArrayList<>(any(programs, random));
    int changes = 1 + random.nextInt(6);
    for (int i = 0; i < changes && !tokens.isEmpty(); i++) {
      int at = random.nextInt(tokens.size());
      switch (random.nextInt(5)) {
        case 0 -> tokens.remove(at);
        case 1 -> tokens.add(at, tokens.get(random.nextInt(tokens.size())));
        case 2 -> tokens.set(at, any(any(programs, random), random));
        case 3 -> {
          int other = random.nextInt(tokens.size());
          String kept = tokens.get(at);
          tokens.set(at, tokens.get(other));
          tokens.set(other, kept);
        }
        default -> {
          List<String> donor = any(programs, random);
          int from = random.nextInt(donor.size());
          tokens.addAll(at, donor.subList(from, Math.min(donor.size(), from + 20)));
        }
      }
    }
    return String.join("", tokens);
  }

  private static <T> T any(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }
}
