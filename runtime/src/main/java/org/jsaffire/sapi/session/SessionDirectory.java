package org.jsaffire.sapi.session;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The directory of a file store. One of our own lies below the temporary directory, where anybody
 * could have put something under its name: it is used only if it belongs to us alone.
 */
final class SessionDirectory {
  private static final String PRIVATE = "rwx------";

  private final Path configured;
  private final Path temporary;
  private Path ready;

  SessionDirectory(Path configured, Path temporary) {
    this.configured = configured;
    this.temporary = temporary;
  }

  /** The directory, made when it is not there. */
  synchronized Path path() throws IOException {
    if (ready == null || !Files.isDirectory(ready)) {
      ready = configured == null ? own() : Files.createDirectories(configured, attributes());
    }
    return ready;
  }

  /** The file of a session; its directory exists. */
  Path file(String id) throws IOException {
    Path part = path().resolve(id.substring(0, 2));
    if (!Files.isDirectory(part)) {
      try {
        Files.createDirectory(part, attributes());
      } catch (FileAlreadyExistsException e) {
        // Another thread or process was faster.
      }
    }
    return part.resolve(id);
  }

  static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private FileAttribute<?>[] attributes() {
    return isPosix(temporary)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(PRIVATE))
        }
        : new FileAttribute<?>[0];
  }

  private Path own() throws IOException {
    if (!isPosix(temporary)) {
      return Files.createDirectories(temporary.resolve("saffire-sessions"));
    }
    Object user = ownUser();
    Path path = temporary.resolve("saffire-sessions-" + user);
    try {
      return Files.createDirectory(path, attributes());
    } catch (FileAlreadyExistsException e) {
      boolean isOurs =
          Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
              && user.equals(Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS))
              && PRIVATE.equals(
                  PosixFilePermissions.toString(
                      Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS)));
      if (!isOurs) {
        throw new IOException(path + " does not belong to us alone, set session.path", e);
      }
      return path;
    }
  }

  /** The user that files of this process belong to, whatever the process began as. */
  private Object ownUser() throws IOException {
    Path file = Files.createTempFile(temporary, "saffire-", ".user");
    try {
      return Files.getAttribute(file, "unix:uid");
    } finally {
      Files.delete(file);
    }
  }
}
