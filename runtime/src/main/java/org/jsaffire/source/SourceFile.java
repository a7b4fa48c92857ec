package org.jsaffire.source;

import java.util.Arrays;
import java.util.Objects;

/**
 * The text of one source file with its name. Immutable; safe for use by several threads.
 *
 * <p>Offsets count UTF-16 units of {@link #text()} from 0; lines and columns count from 1, columns
 * in code points.
 */
public final class SourceFile {
  private final String name;
  private final String text;
  private final int[] lineStarts;

  public SourceFile(String name, String text) {
    this.name = Objects.requireNonNull(name);
    this.text = Objects.requireNonNull(text);
    this.lineStarts = lineStarts(text);
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = i + 1;
    }
    return Arrays.copyOf(starts, count);
  }

  /** The absolute path, or a name in angle brackets for text that is in no file. */
  public String name() {
    return name;
  }

  public String text() {
    return text;
  }

  /** The number of the line that holds {@code offset}; the end of the text belongs to the last. */
  public int line(int offset) {
    int i = Arrays.binarySearch(lineStarts, offset);
    return i >= 0 ? i + 1 : -i - 1;
  }

  public Position position(int offset) {
    int line = line(offset);
    int column = text.codePointCount(lineStarts[line - 1], Math.min(offset, text.length())) + 1;
    return new Position(line, column);
  }

  /** The text of a line without its line end, for excerpts. */
  public String lineText(int line) {
    int start = lineStarts[line - 1];
    int end = line < lineStarts.length ? lineStarts[line] - 1 : text.length();
    if (end > start && text.charAt(end - 1) == '\r') {
      end--;
    }
    return text.substring(start, end);
  }

  public int lineCount() {
    return lineStarts.length;
  }

  @Override
  public String toString() {
    return name;
  }
}
