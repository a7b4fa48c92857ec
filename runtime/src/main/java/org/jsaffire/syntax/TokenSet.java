package org.jsaffire.syntax;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What the parser accepts at some place. Immutable. */
final class TokenSet {
  /** A syntax error lists no more than this (language.md 2.8). */
  private static final int MOST_LISTED = 4;

  private final Set<TokenKind> kinds;

  private TokenSet(Collection<TokenKind> kinds) {
    this.kinds = EnumSet.copyOf(kinds);
  }

  static TokenSet of(TokenKind... kinds) {
    return new TokenSet(Arrays.asList(kinds));
  }

  TokenSet and(TokenKind... more) {
    EnumSet<TokenKind> union = EnumSet.copyOf(kinds);
    union.addAll(Arrays.asList(more));
    return new TokenSet(union);
  }

  TokenSet and(TokenSet more) {
    return and(more.kinds.toArray(TokenKind[]::new));
  }

  boolean contains(TokenKind kind) {
    return kinds.contains(kind);
  }

  /** The tail of a syntax error: {@code , expecting A or B}, or nothing for a long list. */
  String expecting() {
    if (kinds.size() > MOST_LISTED) {
      return "";
    }
    return kinds.stream()
        .map(TokenKind::display)
        .collect(Collectors.joining(" or ", ", expecting ", ""));
  }
}
