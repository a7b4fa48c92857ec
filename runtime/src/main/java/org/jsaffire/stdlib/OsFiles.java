package org.jsaffire.stdlib;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jsaffire.object.Bool;
import org.jsaffire.object.Invoker;
import org.jsaffire.object.NativeClass;
import org.jsaffire.object.Numerical;
import org.jsaffire.object.Str;
import org.jsaffire.object.Value;
import org.jsaffire.sapi.Host;

/** Methods of {@code os} that change files and directories (modules.md 13). */
final class OsFiles {
  private static final int ALL_PERMISSIONS = 0777;

  /** Permissions from the highest bit, as in {@code rwxrwxrwx}. */
  private static final PosixFilePermission[] PERMISSIONS = {
    PosixFilePermission.OWNER_READ,
    PosixFilePermission.OWNER_WRITE,
    PosixFilePermission.OWNER_EXECUTE,
    PosixFilePermission.GROUP_READ,
    PosixFilePermission.GROUP_WRITE,
    PosixFilePermission.GROUP_EXECUTE,
    PosixFilePermission.OTHERS_READ,
    PosixFilePermission.OTHERS_WRITE,
    PosixFilePermission.OTHERS_EXECUTE
  };

  private OsFiles() {}

  /** What a method does, for {@link #perform}. */
  @FunctionalInterface
  private interface Action {
    void run(FileAccess access) throws IOException;
  }

  static void define(NativeClass type) {
    directories(type);
    moving(type);
    type.define(
            "static self unlink(string p)",
            "Removes a file.",
            (in, self, p) -> perform(in, "remove", p, access -> unlink(access.entry(p.toString()))))
        .define(
            "static self touch(string p, numerical epoch = now)",
            "Sets the time of a file, which is made where needed.",
            (in, self, p, epoch) ->
                perform(in, "touch", p, access -> touch(in, access.follow(p.toString()), epoch)))
        .define(
            "static self chmod(string p, numerical mode)",
            "Changes permissions.",
            (in, self, p, mode) ->
                perform(
                    in,
                    "change mode of",
                    p,
                    access ->
                        Files.setAttribute(
                            access.follow(p.toString()),
                            "unix:mode",
                            ((Numerical) mode).clampedInt() & 07777)));
    links(type);
    temporary(type);
  }

  private static Value perform(Invoker in, String what, Value path, Action action) {
    try {
      action.run(in.service(FileAccess.class));
    } catch (IOException e) {
      throw IoErrors.file("Cannot " + what + " '" + path + "'", e);
    }
    return path;
  }

  private static void directories(NativeClass type) {
    type.define(
            "static self mkdir(string p, numerical mode = 511, boolean parents = false)",
            "Makes a directory, with those above it where wanted.",
            (in, self, p, mode, parents) ->
                perform(
                    in,
                    "create directory",
                    p,
                    access -> mkdir(access.follow(p.toString()), (Numerical) mode, parents)))
        .define(
            "static self rmdir(string p, boolean recursive = false)",
            "Removes a directory, with its content where wanted.",
            (in, self, p, recursive) ->
                perform(
                    in,
                    "remove directory",
                    p,
                    access ->
                        Directories.remove(access.entry(p.toString()), recursive == Bool.TRUE)));
  }

  private static void mkdir(Path directory, Numerical mode, Value parents) throws IOException {
    var permissions =
        PosixFilePermissions.asFileAttribute(permissions(mode.clampedInt() & ALL_PERMISSIONS));
    if (parents != Bool.TRUE) {
      Files.createDirectory(directory, permissions);
    } else if (Files.exists(directory) && !Files.isDirectory(directory)) {
      throw new FileAlreadyExistsException(directory.toString());
    } else {
      Files.createDirectories(directory, permissions);
    }
  }

  private static Set<PosixFilePermission> permissions(int mode) {
    Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
    for (int i = 0; i < PERMISSIONS.length; i++) {
      if ((mode & 0400 >> i) != 0) {
        permissions.add(PERMISSIONS[i]);
      }
    }
    return permissions;
  }

  private static void moving(NativeClass type) {
    type.define(
            "static self copy(string a, string b)",
            "Copies a file.",
            (in, self, a, b) ->
                perform(
                    in,
                    "copy",
                    a,
                    access -> copy(access.follow(a.toString()), access.follow(b.toString()))))
        .define(
            "static self rename(string a, string b)",
            "Renames a file or directory.",
            (in, self, a, b) ->
                perform(
                    in,
                    "rename",
                    a,
                    access -> rename(access.entry(a.toString()), access.entry(b.toString()))));
  }

  private static void copy(Path from, Path to) throws IOException {
    if (Files.isDirectory(from) || Files.isDirectory(to)) {
      throw new FileSystemException(from.toString(), to.toString(), "is a directory");
    }
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void rename(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void unlink(Path file) throws IOException {
    if (OsModule.isDirectory(file)) {
      throw new FileSystemException(file.toString(), null, "is a directory");
    }
    Files.delete(file);
  }

  private static void touch(Invoker in, Path file, Value epoch) throws IOException {
    if (!Files.exists(file)) {
      Files.createFile(file);
    }
    Instant time =
        epoch == null
            ? in.service(Host.class).clock().instant()
            : Instant.ofEpochSecond(
                Math.max(
                    Instant.MIN.getEpochSecond(),
                    Math.min(Instant.MAX.getEpochSecond(), ((Numerical) epoch).clampedLong())));
    Files.setLastModifiedTime(file, FileTime.from(time));
  }

  private static void links(NativeClass type) {
    type.define(
            "static self symlink(string t, string l)",
            "Makes a symbolic link l to t.",
            (in, self, t, l) ->
                perform(
                    in,
                    "create link",
                    l,
                    access ->
                        Files.createSymbolicLink(
                            access.entry(l.toString()), FileAccess.path(t.toString()))))
        .define(
            "static string readlink(string l)",
            "What a symbolic link leads to.",
            (in, self, l) -> {
              try {
                Path link = in.service(FileAccess.class).entry(l.toString());
                // Links alone have attributes; a missing one is not found, another no link.
                FileStat.of(link, LinkOption.NOFOLLOW_LINKS);
                return Str.of(Files.readSymbolicLink(link).toString());
              } catch (IOException e) {
                throw IoErrors.file("Cannot read link '" + l + "'", e);
              }
            });
  }

  private static void temporary(NativeClass type) {
    type.define(
            "static string tempFile(string prefix = \"sf\")",
            "Makes an empty file with a name of its own; its path.",
            (in, self, prefix) -> tempFile(in, prefix.toString()))
        .define(
            "static string tempDir()",
            "The directory for temporary files.",
            (in, self) -> Str.of(tempDir(in)))
        .define(
            "static numerical freeSpace(string p)",
            "Bytes that are free where a file lies.",
            (in, self, p) -> {
              try {
                Path file = in.service(FileAccess.class).follow(p.toString());
                return Numerical.of(Files.getFileStore(file).getUsableSpace());
              } catch (IOException e) {
                throw IoErrors.file("Cannot read free space of '" + p + "'", e);
              }
            });
  }

  private static String tempDir(Invoker in) {
    String configured = in.service(Host.class).environment().getOrDefault("TMPDIR", "");
    return configured.isEmpty() ? "/tmp" : configured;
  }

  private static Str tempFile(Invoker in, String prefix) {
    String directory = tempDir(in);
    try {
      if (prefix.indexOf('/') >= 0 || prefix.indexOf('\0') >= 0) {
        throw new FileSystemException(prefix, null, "prefix is no part of a file name");
      }
      Path below = in.service(FileAccess.class).follow(directory);
      Path file = Files.createTempFile(below, prefix, "");
      return Str.of(PathText.join(directory, file.getFileName().toString()));
    } catch (IOException e) {
      throw IoErrors.file("Cannot create temporary file in '" + directory + "'", e);
    }
  }
}
