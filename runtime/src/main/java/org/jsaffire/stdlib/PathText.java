package org.jsaffire.stdlib;

/** Paths as texts; nothing here looks at files (modules.md 13). */
final class PathText {
  private PathText() {}

  private static String withoutTrailingSlashes(String path) {
    int end = path.length();
    while (end > 1 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end);
  }

  /** The last part, without a suffix unless it is the whole. */
  static String basename(String path, String suffix) {
    String plain = withoutTrailingSlashes(path);
    String name = plain.equals("/") ? plain : plain.substring(plain.lastIndexOf('/') + 1);
    return name.length() > suffix.length() && name.endsWith(suffix)
        ? name.substring(0, name.length() - suffix.length())
        : name;
  }

  /** What stands before the last part; a dot without a slash. */
  static String dirname(String path) {
    String plain = withoutTrailingSlashes(path);
    int slash = plain.lastIndexOf('/');
    if (slash < 0) {
      return ".";
    }
    return slash == 0 ? "/" : withoutTrailingSlashes(plain.substring(0, slash));
  }

  /** What stands behind the last dot of the last part, unless it starts with that dot. */
  static String extension(String path) {
    String name = basename(path, "");
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? "" : name.substring(dot + 1);
  }

  /** The last part without dot and extension. */
  static String stem(String path) {
    String name = basename(path, "");
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? name : name.substring(0, dot);
  }

  /** A path with another one behind it, one slash between them. */
  static String join(String path, String part) {
    if (path.isEmpty() || part.isEmpty()) {
      return path + part;
    }
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    int start = 0;
    while (start < part.length() && part.charAt(start) == '/') {
      start++;
    }
    return path.substring(0, end) + "/" + part.substring(start);
  }
}
