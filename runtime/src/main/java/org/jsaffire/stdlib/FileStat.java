package org.jsaffire.stdlib;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;

/** What the system knows about a file; 0 for what the platform cannot tell. */
record FileStat(
    long dev,
    long inode,
    long links,
    long mode,
    long uid,
    long gid,
    long rdev,
    long size,
    long atime,
    long ctime,
    long mtime) {
  static final long TYPE_MASK = 0170000;
  static final long DIRECTORY = 040000;
  static final long REGULAR = 0100000;
  static final long LINK = 0120000;

  /** Of the file behind all links, or of a link itself. */
  static FileStat of(Path file, LinkOption... options) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return ofBasic(Files.readAttributes(file, BasicFileAttributes.class, options));
    }
    Map<String, Object> unix = Files.readAttributes(file, "unix:*", options);
    return new FileStat(
        number(unix, "dev"),
        number(unix, "ino"),
        number(unix, "nlink"),
        number(unix, "mode"),
        number(unix, "uid"),
        number(unix, "gid"),
        number(unix, "rdev"),
        number(unix, "size"),
        seconds(unix.get("lastAccessTime")),
        seconds(unix.get("ctime")),
        seconds(unix.get("lastModifiedTime")));
  }

  private static FileStat ofBasic(BasicFileAttributes basic) {
    long type = basic.isDirectory() ? DIRECTORY : basic.isSymbolicLink() ? LINK : REGULAR;
    return new FileStat(
        0,
        0,
        0,
        type,
        0,
        0,
        0,
        basic.size(),
        seconds(basic.lastAccessTime()),
        seconds(basic.creationTime()),
        seconds(basic.lastModifiedTime()));
  }

  private static long number(Map<String, Object> attributes, String name) {
    return attributes.get(name) instanceof Number number ? number.longValue() : 0;
  }

  private static long seconds(Object time) {
    return time instanceof FileTime fileTime ? fileTime.toInstant().getEpochSecond() : 0;
  }

  /** Is it a file of that type? */
  boolean isType(long type) {
    return (mode & TYPE_MASK) == type;
  }
}
