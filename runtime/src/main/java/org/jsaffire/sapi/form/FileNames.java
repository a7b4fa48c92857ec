package org.jsaffire.sapi.form;

/** Names that clients give to files. */
final class FileNames {
  private FileNames() {}

  /**
   * The last part of a path in the style of any system, without control characters. Names of
   * nothing but dots, which mean directories, become empty.
   */
  static String clean(String path) {
    int slash = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
    StringBuilder name = new StringBuilder(path.length());
    boolean onlyDots = true;
    for (int i = slash + 1; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c >= ' ' && c != 0x7f) {
        name.append(c);
        onlyDots &= c == '.';
      }
    }
    return onlyDots ? "" : name.toString();
  }
}
