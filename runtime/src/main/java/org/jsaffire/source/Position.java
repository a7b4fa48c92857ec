package org.jsaffire.source;

/**
 * A place in a source file.
 *
 * @param line from 1
 * @param column from 1, in code points
 */
public record Position(int line, int column) {
  @Override
  public String toString() {
    return line + ":" + column;
  }
}
