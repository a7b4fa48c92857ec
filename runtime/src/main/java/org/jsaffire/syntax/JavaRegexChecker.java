package org.jsaffire.syntax;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Accepts what {@link Pattern} accepts. Stateless. */
public final class JavaRegexChecker implements RegexChecker {
  public static final JavaRegexChecker INSTANCE = new JavaRegexChecker();

  private JavaRegexChecker() {}

  @Override
  public Fault check(String pattern, String flags) {
    try {
      Pattern.compile(pattern, patternFlags(flags));
      return null;
    } catch (PatternSyntaxException e) {
      int index = Math.min(Math.max(e.getIndex(), 0), pattern.length());
      return new Fault(pattern.codePointCount(0, index), e.getDescription());
    }
  }

  private static int patternFlags(String flags) {
    int result = Pattern.UNICODE_CASE;
    for (int i = 0; i < flags.length(); i++) {
      result |= patternFlag(flags.charAt(i));
    }
    return result;
  }

  private static int patternFlag(char flag) {
    return switch (flag) {
      case 'i' -> Pattern.CASE_INSENSITIVE;
      case 'm' -> Pattern.MULTILINE;
      case 's' -> Pattern.DOTALL;
      case 'x' -> Pattern.COMMENTS;
      default -> 0;
    };
  }
}
