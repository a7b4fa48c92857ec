package org.jsaffire.source;

/**
 * One error in a source text.
 *
 * @param kind decides the prefix (language.md 2.8)
 * @param message without position, for syntax errors including the words {@code syntax error, }
 */
public record Diagnostic(Kind kind, String message, SourceFile file, Span span) {
  /** The two forms of errors that a compiler reports. */
  public enum Kind {
    SYNTAX("Error: "),
    CHECK("Fatal error: ");

    private final String prefix;

    Kind(String prefix) {
      this.prefix = prefix;
    }
  }

  public int line() {
    return file.line(span.start());
  }

  public Position position() {
    return file.position(span.start());
  }

  /** {@code MESSAGE, found in FILE on line N}. */
  public String located() {
    return message + ", found in " + file.name() + " on line " + line();
  }

  /** The line that a user sees (language.md 2.8), without a line end. */
  public String text() {
    return kind.prefix + located();
  }
}
