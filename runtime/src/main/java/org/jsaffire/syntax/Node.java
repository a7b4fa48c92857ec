package org.jsaffire.syntax;

/** A node of the syntax tree. Offsets are those of {@link org.jsaffire.source.SourceFile}. */
public interface Node {
  /** Offset of the first character. */
  int start();

  /** Offset behind the last character. */
  int end();
}
