package org.jsaffire.object;

import java.util.regex.Pattern;

/** A compiled regular expression (objects.md 7). Immutable and shared. */
public final class RegexValue extends Value {
  private final String source;
  private final String flags;
  private final Pattern pattern;

  /**
   * @param source the pattern without delimiters
   * @param flags as written
   * @param pattern what it was translated to
   */
  public RegexValue(String source, String flags, Pattern pattern) {
    this.source = source;
    this.flags = flags;
    this.pattern = pattern;
  }

  public String source() {
    return source;
  }

  public String flags() {
    return flags;
  }

  public Pattern pattern() {
    return pattern;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RegexValue that
        && source.equals(that.source)
        && flags.equals(that.flags);
  }

  @Override
  public int hashCode() {
    return source.hashCode() * 31 + flags.hashCode();
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
