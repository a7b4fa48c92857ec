package org.jsaffire.sapi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * Finds the file that a SCRIPT_FILENAME names and decides whether it may run (DESIGN.md 6, tools.md
 * 8.6). Paths are compared after links and dots are resolved; suffixes exactly, in ASCII.
 */
public final class ScriptPath {
  /** What a name led to. */
  public enum Outcome {
    FOUND,
    /** No such regular file: status 404. */
    MISSING,
    /** Outside the roots, or of another suffix: status 403. */
    FORBIDDEN
  }

  /**
   * A decision.
   *
   * @param path the real path of the script; null unless found
   */
  public record Decision(Outcome outcome, Path path) {}

  private static final Decision MISSING = new Decision(Outcome.MISSING, null);
  private static final Decision FORBIDDEN = new Decision(Outcome.FORBIDDEN, null);

  private ScriptPath() {}

  /**
   * Decides.
   *
   * @param name an absolute path of the file system
   * @param roots directories that scripts may lie below; none means anywhere
   * @param suffix with its dot
   */
  public static Decision resolve(String name, List<Path> roots, String suffix) {
    if (name == null || name.isEmpty() || name.indexOf('\0') >= 0) {
      return MISSING;
    }
    try {
      Path given = Path.of(name);
      if (!given.isAbsolute() || !Files.isRegularFile(given)) {
        return MISSING;
      }
      Path real = given.toRealPath();
      if (!real.toString().endsWith(suffix) || !name.endsWith(suffix)) {
        return FORBIDDEN;
      }
      return isBelow(real, roots) ? new Decision(Outcome.FOUND, real) : FORBIDDEN;
    } catch (InvalidPathException | IOException e) {
      // A name that the file system cannot hold, or a file that vanished meanwhile.
      return MISSING;
    }
  }

  private static boolean isBelow(Path real, List<Path> roots) throws IOException {
    if (roots.isEmpty()) {
      return true;
    }
    for (Path root : roots) {
      if (Files.isDirectory(root) && real.startsWith(root.toRealPath())) {
        return true;
      }
    }
    return false;
  }
}
