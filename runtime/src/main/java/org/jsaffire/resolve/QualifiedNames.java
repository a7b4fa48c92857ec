package org.jsaffire.resolve;

import org.jsaffire.syntax.QualifiedName;

/** Names with namespaces (language.md 3.2). */
public final class QualifiedNames {
  private static final String SEPARATOR = "\\";

  private QualifiedNames() {}

  /**
   * The fully qualified form of a name, as {@code \a\b}.
   *
   * @param namespace of the file in which the name stands
   */
  public static String absolute(QualifiedName name, String namespace) {
    if (name.absolute()) {
      return name.text();
    }
    String prefix = namespace.equals(SEPARATOR) ? SEPARATOR : namespace + SEPARATOR;
    return prefix + name.text();
  }
}
