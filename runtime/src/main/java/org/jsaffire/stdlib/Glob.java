package org.jsaffire.stdlib;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jsaffire.object.Invoker;
import org.jsaffire.object.ListObject;
import org.jsaffire.object.Str;

/** Finds the files that a pattern of the shell names (modules.md 13). */
final class Glob {
  private static final int MAX_DEPTH = 256;

  private final Invoker in;
  private final FileAccess access;
  private final List<String> parts;
  private final TreeSet<Str> found = new TreeSet<>();

  private Glob(Invoker in, String pattern) {
    this.in = in;
    this.access = in.service(FileAccess.class);
    this.parts = new ArrayList<>(List.of(pattern.split("/", -1)));
  }

  /** The paths that match, sorted by code point. */
  static ListObject find(Invoker in, String pattern) {
    if (pattern.isEmpty()) {
      return new ListObject();
    }
    Glob glob = new Glob(in, pattern);
    glob.expand("", 0, 0);
    return ListObject.of(glob.found);
  }

  /**
   * Follows the pattern from one of its parts on.
   *
   * @param prefix what the parts before have become, with a slash behind it unless empty
   */
  private void expand(String prefix, int i, int depth) {
    in.checkpoint();
    String part = parts.get(i);
    boolean isLast = i == parts.size() - 1;
    if (part.equals("**")) {
      anyDirectories(prefix, i, depth);
    } else if (Wildcards.hasWildcards(part)) {
      Wildcards wildcards = new Wildcards(part);
      for (String name : names(prefix)) {
        if (wildcards.matches(name)) {
          proceed(prefix + name, i, isLast, depth);
        }
      }
    } else {
      proceed(prefix + Wildcards.unquote(part), i, isLast, depth);
    }
  }

  private void proceed(String path, int i, boolean isLast, int depth) {
    if (isLast) {
      if (exists(path)) {
        found.add(Str.of(path));
      }
    } else if (path.isEmpty() || isDirectory(path)) {
      expand(path + "/", i + 1, depth);
    }
  }

  /** {@code **}: here, or in any directory below that is no link and not hidden. */
  private void anyDirectories(String prefix, int i, int depth) {
    if (i == parts.size() - 1) {
      for (String name : names(prefix)) {
        if (!name.startsWith(".")) {
          found.add(Str.of(prefix + name));
        }
      }
    } else {
      expand(prefix, i + 1, depth);
    }
    if (depth == MAX_DEPTH) {
      return;
    }
    for (String name : names(prefix)) {
      if (!name.startsWith(".") && isOwnDirectory(prefix + name)) {
        anyDirectories(prefix + name + "/", i, depth + 1);
      }
    }
  }

  private boolean exists(String path) {
    try {
      // A slash at the end asks for a directory.
      return path.endsWith("/")
          ? Files.isDirectory(access.follow(path))
          : Files.exists(access.entry(path), LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      // What may not be touched is not there.
      return false;
    }
  }

  private boolean isDirectory(String path) {
    try {
      return Files.isDirectory(access.follow(path));
    } catch (IOException e) {
      // What may not be touched is not there.
      return false;
    }
  }

  private boolean isOwnDirectory(String path) {
    try {
      return Files.isDirectory(access.entry(path), LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      // What may not be touched is not there.
      return false;
    }
  }

  private List<String> names(String prefix) {
    try {
      Path directory = access.follow(prefix.isEmpty() ? "." : prefix);
      return Directories.names(directory);
    } catch (IOException e) {
      // The shell, too, passes over what it cannot read.
      return List.of();
    }
  }
}
