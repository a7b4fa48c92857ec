package org.jsaffire.config;

/**
 * A shell pattern for keys and values: {@code *} for any text, {@code ?} for any character, {@code
 * [ab]}, {@code [a-z]} and {@code [!a]} for one of several. A bracket that is not closed stands for
 * itself.
 */
public final class KeyPattern {
  private final String pattern;

  public KeyPattern(String pattern) {
    this.pattern = pattern;
  }

  /** The pattern matches the whole text. */
  public boolean matches(String text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int mark = 0;
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        mark = t;
      } else if (p < pattern.length() && matchesOne(p, text.charAt(t))) {
        p = next(p);
        t++;
      } else if (star >= 0) {
        // The last star takes one character more.
        p = star + 1;
        t = ++mark;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  /** Where the element at {@code p} ends. */
  private int next(int p) {
    int close = close(p);
    return close < 0 ? p + 1 : close + 1;
  }

  /** The closing bracket of a set that begins at {@code p}, or -1. */
  private int close(int p) {
    if (pattern.charAt(p) != '[') {
      return -1;
    }
    int first = p + 1;
    if (first < pattern.length() && pattern.charAt(first) == '!') {
      first++;
    }
    // A bracket right at the start belongs to the set.
    return pattern.indexOf(']', first + 1);
  }

  private boolean matchesOne(int p, char c) {
    int close = close(p);
    if (close < 0) {
      return pattern.charAt(p) == '?' || pattern.charAt(p) == c;
    }
    boolean negated = pattern.charAt(p + 1) == '!';
    boolean found = false;
    for (int i = p + (negated ? 2 : 1); i < close; i++) {
      if (i + 2 < close && pattern.charAt(i + 1) == '-') {
        found |= c >= pattern.charAt(i) && c <= pattern.charAt(i + 2);
        i += 2;
      } else {
        found |= pattern.charAt(i) == c;
      }
    }
    return found != negated;
  }
}
