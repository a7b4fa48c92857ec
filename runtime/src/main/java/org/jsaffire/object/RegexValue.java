package org.jsaffire.object;

import java.util.regex.Pattern;

/**
 * A compiled regular expression (objects.md 7), made by {@link RegexCompiler}. Immutable and
 * shared.
 */
public final class RegexValue extends Value {
  private final String source;
  private final String flags;

  /** The flags once each and in one order: what counts for equality. */
  private final String canonicalFlags;

  private final Pattern pattern;
  private final RegexGroups groups;
  private final RegexCost cost;

  RegexValue(
      String source,
      String flags,
      String canonicalFlags,
      Pattern pattern,
      RegexGroups groups,
      RegexCost cost) {
    this.source = source;
    this.flags = flags;
    this.canonicalFlags = canonicalFlags;
    this.pattern = pattern;
    this.groups = groups;
    this.cost = cost;
  }

  /** An equal value with an identity of its own. */
  RegexValue copy() {
    return new RegexValue(source, flags, canonicalFlags, pattern, groups, cost);
  }

  /** The pattern without delimiters. */
  public String source() {
    return source;
  }

  /** As written. */
  public String flags() {
    return flags;
  }

  /** What the pattern was translated to; its groups are not those that scripts count. */
  Pattern pattern() {
    return pattern;
  }

  RegexGroups groups() {
    return groups;
  }

  RegexCost cost() {
    return cost;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RegexValue that
        && source.equals(that.source)
        && canonicalFlags.equals(that.canonicalFlags);
  }

  @Override
  public int hashCode() {
    return source.hashCode() * 31 + canonicalFlags.hashCode();
  }

  @Override
  public String toString() {
    return source;
  }

  @Override
  public Layout layout() {
    return Core.REGEX.instanceLayout();
  }

  @Override
  public ClassObject type() {
    return Core.REGEX;
  }

  @Override
  public TypeTag tag() {
    return TypeTag.REGEX;
  }
}
