package org.jsaffire.bytecode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsaffire.compile.Compiler;
import org.jsaffire.object.RegexCompiler;
import org.jsaffire.object.RegexFault;
import org.jsaffire.resolve.Resolver;
import org.jsaffire.resolve.ResolverOptions;
import org.jsaffire.source.SourceException;
import org.jsaffire.source.SourceFile;
import org.jsaffire.source.SourceFiles;
import org.jsaffire.syntax.RegexChecker;

/** Code to try things on, as the compiler makes it. */
public final class CodeSamples {
  private static final Path SCRIPTS = Path.of("src/test/scripts").toAbsolutePath();

  private static final RegexChecker REGEXES =
      (pattern, flags) -> {
        RegexFault fault = RegexCompiler.check(pattern, flags);
        return fault == null ? null : new RegexChecker.Fault(fault.offset(), fault.reason());
      };

  private CodeSamples() {}

  /** Compiles a program that is in order. */
  public static FileCode compile(String... lines) {
    try {
      return compile(new SourceFile("/sample.sf", String.join("\n", lines) + "\n"));
    } catch (SourceException e) {
      throw new IllegalArgumentException(e.first().text(), e);
    }
  }

  public static FileCode compile(SourceFile file) throws SourceException {
    return Compiler.compile(Resolver.resolve(file, REGEXES, ResolverOptions.forFile("\\")));
  }

  /** All files below the golden scripts that compile, imported ones included. */
  public static List<FileCode> golden() {
    List<FileCode> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SCRIPTS)) {
      for (Path path : files.filter(p -> p.toString().endsWith(".sf")).sorted().toList()) {
        FileCode code = compileOrNull(path);
        if (code != null) {
          all.add(code);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  /** Code that may do anything within its run without harm: no files, no processes, no waiting. */
  public static List<FileCode> harmless() {
    List<FileCode> all = new ArrayList<>();
    for (FileCode code : golden()) {
      String below = SCRIPTS.relativize(Path.of(code.file())).toString();
      boolean isHarmless = below.startsWith("language") || below.startsWith("core");
      if (isHarmless && !below.contains("limits")) {
        all.add(code);
      }
    }
    all.add(mixed());
    return all;
  }

  /** The code of a file; null for a script about a compile error, which has none. */
  private static FileCode compileOrNull(Path path) throws IOException {
    try {
      return compile(SourceFiles.decode(path.toString(), Files.readAllBytes(path)));
    } catch (SourceException e) {
      return null;
    }
  }

  /** A program with something of everything. */
  public static FileCode mixed() {
    return compile(
        "import io;",
        "class Shape implements iterator {",
        "  const SIDES = 4; const NAME = \"é一\"; const PI = 3.14159; const BIG = 99999999999999999999;",
        "  const R = /a+b/i; const N = null; const T = true; const L = -5000000000;",
        "  public property x = 1 + 2; protected static property y; private property ok? = true;",
        "  public method __ctor(numerical a, b = \"two\", string c = null, ... rest) { self.x = a; }",
        "  public static method make() { return Shape(1); }",
        "  public method big?() { return self.x > 10; }",
        "  private final method p() { return self; }",
        "  public method __iterator() { return self; } public method __key() { return 1; }",
        "  public method __value() { return 2; } public method __next() { return self; }",
        "  public method __rewind() { return self; } public method __hasNext() { return false; }",
        "  public method __length() { return 1; }",
        "  public method work(n) {",
        "    for (i = 0; i < n; i += 1) {",
        "      try {",
        "        if (i == 3) { continue; }",
        "        if (i == 5) { return i; }",
        "        foreach (list[[1, 2, 3]] as v, k, m) { self.x += v; }",
        "        else { self.x -= 1; }",
        "      } catch (typeException e) { throw e; }",
        "      finally { switch (i) { case 1: break; default: i = i; } }",
        "    }",
        "    a, b = b, a;",
        "    return (n ?? 7)[0..1];",
        "  }",
        "}",
        "abstract class Base extends Shape { abstract public method draw(x); }",
        "interface Drawing { public method draw(x); }",
        "s = Shape(3, ... list[[1]]);",
        "h = hash[[\"a\": 1, \"b\": 2]];",
        "while (s.x > 0 && !s.big?()) { s.x = s.x - 1; } else { goto done; }",
        "done:",
        "h[\"c\"] = 1 in h; h[\"d\"] = \"x\" ~= /x/;",
        "io.println(s.x, \\saffire\\io);");
  }
}
