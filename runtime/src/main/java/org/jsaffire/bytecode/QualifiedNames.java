package org.jsaffire.bytecode;

/** The shapes of names in code (language.md 1.3, 2.1). */
final class QualifiedNames {
  private QualifiedNames() {}

  static boolean isIdentifier(String text) {
    int end = text.endsWith("?") ? text.length() - 1 : text.length();
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      boolean isLetter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
      if (!isLetter && (i == 0 || c < '0' || c > '9')) {
        return false;
      }
    }
    return end > 0;
  }

  /** Identifiers, each behind a backslash. */
  static boolean isAbsolute(String text) {
    return text.startsWith("\\") && isRelative(text.substring(1));
  }

  /** Identifiers with backslashes between them. */
  static boolean isRelative(String text) {
    int from = 0;
    for (int end = text.indexOf('\\'); end >= 0; end = text.indexOf('\\', from)) {
      if (!isIdentifier(text.substring(from, end))) {
        return false;
      }
      from = end + 1;
    }
    return isIdentifier(text.substring(from));
  }

  /** A name as a program may write it. */
  static boolean isWritten(String text) {
    return isRelative(text) || isAbsolute(text);
  }

  static boolean isNamespace(String text) {
    return text.equals("\\") || isAbsolute(text);
  }
}
