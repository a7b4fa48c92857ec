package org.jsaffire.stdlib;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jsaffire.object.Invoker;
import org.jsaffire.object.ScriptException;

/**
 * The files that a script may touch: all, or those below the directories of {@code
 * security.basedir}. A service of the run.
 */
public final class FileAccess {
  /** A file that a script must not touch. */
  static final class OutsideException extends FileSystemException {
    private static final long serialVersionUID = 1;

    OutsideException(String path) {
      super(path, null, "outside the allowed directories");
    }
  }

  private final Path currentDirectory;
  private final List<Path> roots;

  /** Everything is allowed; relative paths start at the directory of the process. */
  public FileAccess() {
    this(Path.of("").toAbsolutePath(), List.of());
  }

  /**
   * @param currentDirectory where relative paths start
   * @param roots allowed directories; none allow everything
   */
  public FileAccess(Path currentDirectory, List<Path> roots) {
    this.currentDirectory = currentDirectory;
    this.roots = List.copyOf(roots);
  }

  /**
   * The file that a path of a script names, for a run.
   *
   * @param action for the error: {@code Cannot ACTION 'path': reason}
   * @throws ScriptException fileException when it is outside the allowed directories,
   *     fileNotFoundException when no file can have that name
   */
  public static Path resolve(Invoker in, String path, String action) {
    try {
      return in.service(FileAccess.class).follow(path);
    } catch (IOException e) {
      throw IoErrors.file("Cannot " + action + " '" + path + "'", e);
    }
  }

  Path currentDirectory() {
    return currentDirectory;
  }

  /**
   * The file behind all links. It need not exist.
   *
   * @throws NoSuchFileException no file can have that name
   * @throws OutsideException it is outside the allowed directories
   */
  Path follow(String path) throws IOException {
    Path file = parse(path);
    if (roots.isEmpty()) {
      return file;
    }
    return checked(real(file), path);
  }

  /**
   * The directory entry of that name, even if it is a link. It need not exist.
   *
   * @throws NoSuchFileException no file can have that name
   * @throws OutsideException it is outside the allowed directories
   */
  Path entry(String path) throws IOException {
    Path file = parse(path);
    Path name = file.getFileName();
    if (roots.isEmpty()) {
      return file;
    }
    if (name == null || name.toString().equals("..") || name.toString().equals(".")) {
      return checked(real(file), path);
    }
    return checked(real(file.getParent()).resolve(name), path);
  }

  private Path parse(String path) throws NoSuchFileException {
    return currentDirectory.resolve(path(path)).toAbsolutePath();
  }

  /**
   * A path as it is written.
   *
   * @throws NoSuchFileException no file can have that name
   */
  static Path path(String path) throws NoSuchFileException {
    try {
      return Path.of(path);
    } catch (InvalidPathException e) {
      throw new NoSuchFileException(path);
    }
  }

  private Path checked(Path real, String path) throws IOException {
    for (Path root : roots) {
      if (Files.exists(root) && real.startsWith(root.toRealPath())) {
        return real;
      }
    }
    throw new OutsideException(path);
  }

  /** The real path of a file that may not exist yet: that of its nearest ancestor, and the rest. */
  private static Path real(Path file) throws IOException {
    Path existing = file;
    while (!Files.exists(existing, LinkOption.NOFOLLOW_LINKS)) {
      existing = existing.getParent();
      if (existing == null) {
        throw new NoSuchFileException(file.toString());
      }
    }
    Path rest = existing.relativize(file);
    for (Path part : rest) {
      if (part.toString().equals("..")) {
        throw new NoSuchFileException(file.toString());
      }
    }
    return existing.toRealPath().resolve(rest).normalize();
  }
}
