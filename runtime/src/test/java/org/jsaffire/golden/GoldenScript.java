package org.jsaffire.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A script with its expectations: {@code name.out} beside it holds standard output, {@code
 * name.err} standard error, {@code name.in} standard input. A line that ends in {@code // expect
 * error: TEXT} must be the one that the program fails on: TEXT and the line number stand in its
 * output then.
 */
public record GoldenScript(Path path, String name) {
  private static final String MARK = "// expect error: ";
  private static final Pattern CLI_ONLY =
      Pattern.compile(
          "\\bsapi\\b|saffire\\.(args|cli|fastcgi|exit)\\b|ExceptionHandler|import [^;]*\\b(web|os|process|socket)\\b");

  /** An error that a script must end with. */
  public record ExpectedError(String text, int line) {}

  /** All scripts below a directory, sorted by path. */
  public static List<GoldenScript> below(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(file -> file.toString().endsWith(".sf"))
          .filter(file -> !isPart(directory.relativize(file)))
          .sorted()
          .map(file -> new GoldenScript(file, directory.relativize(file).toString()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Files below a directory named modules are imported by scripts, not run themselves; those below
   * {@code web} answer requests ({@link WebCase}).
   */
  private static boolean isPart(Path relative) {
    if (relative.startsWith("web")) {
      return true;
    }
    for (Path part : relative) {
      if (part.toString().equals("modules")) {
        return true;
      }
    }
    return false;
  }

  /** The text of a file beside the script, or null. */
  public String beside(String suffix) {
    String file = path.getFileName().toString();
    Path other = path.resolveSibling(file.substring(0, file.length() - 3) + suffix);
    return Files.exists(other) ? read(other) : null;
  }

  public List<ExpectedError> expectedErrors() {
    List<ExpectedError> errors = new ArrayList<>();
    int number = 0;
    for (String line : read(path).split("\n", -1)) {
      number++;
      int mark = line.indexOf(MARK);
      if (mark >= 0) {
        errors.add(new ExpectedError(line.substring(mark + MARK.length()).strip(), number));
      }
    }
    return errors;
  }

  /**
   * As a page the script prints what it prints on the command line. Left out are those that end in
   * an error, whose page differs, and those that are about the command line: they name the ways of
   * running, read its arguments, set its exit status or handler, or use what depends on the process
   * or is off in web modes.
   */
  public boolean isPage() {
    return expectedErrors().isEmpty()
        && beside(".out") != null
        && beside(".err") == null
        && !CLI_ONLY.matcher(read(path)).find();
  }

  /** The script wants the fixed clock of the tests. */
  public boolean readsClock() {
    return read(path).contains("datetime.now");
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
