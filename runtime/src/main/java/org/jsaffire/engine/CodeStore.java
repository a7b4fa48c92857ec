package org.jsaffire.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Consumer;
import org.jsaffire.bytecode.BytecodeException;
import org.jsaffire.bytecode.CodeFile;
import org.jsaffire.bytecode.CodeFile.Origin;
import org.jsaffire.bytecode.FileCode;
import org.jsaffire.bytecode.Opcode;
import org.jsaffire.bytecode.Verifier;
import org.jsaffire.object.RegexCompiler;
import org.jsaffire.sapi.BuildInfo;
import org.jsaffire.sapi.LogText;
import org.slf4j.LoggerFactory;

/**
 * A directory of compiled code (tools.md 3.4, {@code bytecode.cache}), shared by any number of
 * processes: files are written aside and renamed. What is stale is passed over, what is damaged
 * too, with a line in the log; what is read is verified. Failures never reach a script: its source
 * is compiled then. Safe for use by several threads.
 */
final class CodeStore {
  private static final Verifier VERIFIER =
      new Verifier((pattern, flags) -> RegexCompiler.check(pattern, flags) == null);

  private static final int MAX_NAME = 40;

  private final Path directory;
  private final Consumer<String> log;
  private final String engine;

  CodeStore(Path directory) {
    this(directory, LoggerFactory.getLogger(CodeStore.class)::warn);
  }

  /**
   * @param log gets a line for each file that is damaged or cannot be read or written
   */
  CodeStore(Path directory, Consumer<String> log) {
    this.directory = directory;
    this.log = log;
    BuildInfo build = BuildInfo.load();
    this.engine =
        build.version() + "+" + build.revision() + "." + Integer.toHexString(Opcode.fingerprint());
  }

  /**
   * The code of a source file as it is now, or null.
   *
   * @param source absolute path
   * @param attributes of the source
   */
  FileCode find(Path source, String namespace, BasicFileAttributes attributes) {
    Path file = file(source, namespace);
    try {
      byte[] bytes = Files.readAllBytes(file);
      if (!CodeFile.readOrigin(bytes).equals(origin(attributes))) {
        return null;
      }
      FileCode code = CodeFile.read(bytes).code();
      if (!code.file().equals(source.toString()) || !code.namespace().equals(namespace)) {
        return null;
      }
      VERIFIER.verify(code);
      return code;
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException e) {
      report("cannot read", file, Reasons.of(e));
      return null;
    } catch (BytecodeException e) {
      report("ignoring", file, e.getMessage());
      return null;
    }
  }

  /**
   * Keeps the code of a source file.
   *
   * @param attributes of the source as it was compiled
   */
  void keep(FileCode code, BasicFileAttributes attributes) {
    Path file = file(Path.of(code.file()), code.namespace());
    Path aside = null;
    try {
      Files.createDirectories(directory);
      aside = Files.createTempFile(directory, "new", ".tmp");
      Files.write(aside, CodeFile.write(code, origin(attributes)));
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      report("cannot write", file, Reasons.of(e));
      discard(aside);
    }
  }

  private void discard(Path aside) {
    try {
      if (aside != null) {
        Files.deleteIfExists(aside);
      }
    } catch (IOException e) {
      report("cannot delete", aside, Reasons.of(e));
    }
  }

  private void report(String what, Path file, String reason) {
    log.accept(LogText.escape(what + " compiled code " + file + ": " + reason));
  }

  private Origin origin(BasicFileAttributes attributes) {
    return new Origin(engine, attributes.lastModifiedTime().toMillis(), attributes.size());
  }

  /** The file's name for people, and a number for the rest of the path. */
  private Path file(Path source, String namespace) {
    String name = source.getFileName().toString().replaceAll("[^A-Za-z0-9_-]", "_");
    String start = name.substring(0, Math.min(name.length(), MAX_NAME));
    long hash = hash(source + "\n" + namespace);
    return directory.resolve(start + "-" + Long.toHexString(hash) + ".sfc");
  }

  /** FNV-1a; files that share a number push each other out, no more. */
  private static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ b & 0xff) * 0x100000001b3L;
    }
    return hash;
  }
}
