package org.jsaffire.sapi;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What the path of a request means in a web application: a script and its path info, or something
 * else. For servers that have no rule of their own for it (servlet containers, {@code serve}).
 *
 * @param kind what it is
 * @param script path of the script in the application, such as {@code /blog/index.sf}; empty unless
 *     it is a script
 * @param pathInfo what follows the script, beginning with a slash; may be empty
 */
public record WebPath(Kind kind, String script, String pathInfo) {
  /** What a path may mean. */
  public enum Kind {
    /** A script, which need not exist. */
    SCRIPT,
    /** A directory with an index, asked for without the slash at its end. */
    DIRECTORY,
    /** Must not be served at all: hidden files, WEB-INF, META-INF, our own other files. */
    HIDDEN,
    /** Anything else: a static file, or nothing. */
    OTHER
  }

  public static final String SUFFIX = ".sf";
  public static final String INDEX = "index.sf";

  private static final WebPath HIDDEN = new WebPath(Kind.HIDDEN, "", "");
  private static final WebPath OTHER = new WebPath(Kind.OTHER, "", "");

  /** Where the files of the application are. */
  @FunctionalInterface
  public interface Tree {
    /** The file for a path that begins with a slash; null when there cannot be one. */
    Path file(String path);
  }

  /**
   * Splits a path at the first segment that ends in {@code .sf} and is no directory. Names count
   * exactly: {@code .SF} is no script.
   *
   * @param path decoded, in the application; dots resolved by the server
   */
  public static WebPath of(String path, Tree files) {
    String full = path.isEmpty() ? "/" : path;
    int start = 1;
    while (full.charAt(0) == '/' && start <= full.length()) {
      int slash = full.indexOf('/', start);
      int end = slash < 0 ? full.length() : slash;
      String segment = full.substring(start, end);
      if (isHidden(segment, start == 1)) {
        return HIDDEN;
      }
      if (segment.endsWith(SUFFIX) && !isDirectory(files, full.substring(0, end))) {
        return new WebPath(Kind.SCRIPT, full.substring(0, end), full.substring(end));
      }
      start = end + 1;
    }
    return withoutScript(full, files);
  }

  private static WebPath withoutScript(String path, Tree files) {
    boolean slash = path.endsWith("/");
    String index = path + (slash ? "" : "/") + INDEX;
    if (!isDirectory(files, path) || !isRegular(files, index)) {
      return OTHER;
    }
    return slash ? new WebPath(Kind.SCRIPT, index, "") : new WebPath(Kind.DIRECTORY, "", "");
  }

  /** Names that no client may see; {@code .well-known} is for clients (RFC 8615). */
  private static boolean isHidden(String segment, boolean first) {
    for (int i = 0; i < segment.length(); i++) {
      if (segment.charAt(i) < ' ' || segment.charAt(i) == 0x7f) {
        return true;
      }
    }
    if (segment.startsWith(".")) {
      return !(first && segment.equals(".well-known"));
    }
    String lower = segment.toLowerCase(Locale.ROOT);
    return (first && (lower.equals("web-inf") || lower.equals("meta-inf")))
        || lower.equals("saffire.ini")
        || lower.endsWith(".sfc");
  }

  private static boolean isDirectory(Tree files, String path) {
    Path file = file(files, path);
    return file != null && Files.isDirectory(file);
  }

  private static boolean isRegular(Tree files, String path) {
    Path file = file(files, path);
    return file != null && Files.isRegularFile(file);
  }

  private static Path file(Tree files, String path) {
    try {
      return files.file(path);
    } catch (InvalidPathException e) {
      // The file system cannot hold such a name.
      return null;
    }
  }
}
