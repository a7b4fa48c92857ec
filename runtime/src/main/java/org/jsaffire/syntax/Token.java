package org.jsaffire.syntax;

import org.jsaffire.source.Span;

/**
 * A token. Offsets are those of {@link org.jsaffire.source.SourceFile}.
 *
 * @param value the {@link Number} of a numeral (as in {@link Expression.NumberLiteral}), the text
 *     of a string with its escapes resolved, the name of an identifier, the {@link Regex} of a
 *     regex literal; else null
 * @param start of the first character
 * @param end behind the last
 */
public record Token(TokenKind kind, Object value, int start, int end) {
  /** The parts of a regex literal, as written. */
  public record Regex(String pattern, String flags) {}

  /** The text of an identifier or string. */
  String text() {
    return (String) value;
  }

  Span span() {
    return new Span(start, end);
  }
}
