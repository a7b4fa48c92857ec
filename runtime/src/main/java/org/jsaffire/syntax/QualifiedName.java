package org.jsaffire.syntax;

import java.util.List;

/**
 * A name with or without namespaces: {@code io}, {@code a\b}, {@code \a\b}.
 *
 * @param absolute has a leading separator
 * @param parts at least one
 */
public record QualifiedName(boolean absolute, List<String> parts, int start, int end)
    implements Node {
  public QualifiedName {
    parts = List.copyOf(parts);
  }

  public boolean isSimple() {
    return !absolute && parts.size() == 1;
  }

  public String last() {
    return parts.get(parts.size() - 1);
  }

  /** As written, without white space. */
  public String text() {
    return (absolute ? "\\" : "") + String.join("\\", parts);
  }
}
