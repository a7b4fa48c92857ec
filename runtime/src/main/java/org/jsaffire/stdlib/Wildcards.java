package org.jsaffire.stdlib;

/** One part of a path with the wildcards of the shell: {@code * ? [abc] [a-z] [!x]}. */
final class Wildcards {
  private final int[] pattern;

  Wildcards(String pattern) {
    this.pattern = pattern.codePoints().toArray();
  }

  /** The whole name matches. A dot at its start matches only a dot. */
  boolean matches(String name) {
    int[] text = name.codePoints().toArray();
    if (text.length > 0 && text[0] == '.' && !startsWithDot()) {
      return false;
    }
    return matches(text);
  }

  private boolean startsWithDot() {
    return pattern.length > 0
        && (pattern[0] == '.' || (pattern[0] == '\\' && pattern.length > 1 && pattern[1] == '.'));
  }

  /** Goes back to the last star only, which is enough, so that the time is bounded. */
  private boolean matches(int[] text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int starText = 0;
    while (t < text.length) {
      if (p < pattern.length && pattern[p] == '*') {
        star = p++;
        starText = t;
      } else if (p < pattern.length && matchesOne(p, text[t])) {
        p = behind(p);
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++starText;
      } else {
        return false;
      }
    }
    while (p < pattern.length && pattern[p] == '*') {
      p++;
    }
    return p == pattern.length;
  }

  private boolean matchesOne(int p, int c) {
    switch (pattern[p]) {
      case '?':
        return true;
      case '\\':
        return pattern[Math.min(p + 1, pattern.length - 1)] == c;
      case '[':
        int end = setEnd(p);
        return end < 0 ? c == '[' : inSet(p, end, c);
      default:
        return pattern[p] == c;
    }
  }

  private int behind(int p) {
    if (pattern[p] == '\\') {
      return Math.min(p + 2, pattern.length);
    }
    int end = pattern[p] == '[' ? setEnd(p) : -1;
    return end < 0 ? p + 1 : end + 1;
  }

  /** The bracket that closes a set, or -1; one right at the start belongs to the set. */
  private int setEnd(int open) {
    int i = open + 1;
    if (i < pattern.length && (pattern[i] == '!' || pattern[i] == '^')) {
      i++;
    }
    for (int first = i; i < pattern.length; i++) {
      if (pattern[i] == ']' && i > first) {
        return i;
      }
      if (pattern[i] == '\\') {
        i++;
      }
    }
    return -1;
  }

  private boolean inSet(int open, int end, int c) {
    int i = open + 1;
    boolean negated = pattern[i] == '!' || pattern[i] == '^';
    if (negated) {
      i++;
    }
    boolean found = false;
    while (i < end) {
      if (pattern[i] == '\\' && i + 1 < end) {
        i++;
      }
      int low = pattern[i++];
      int high = low;
      if (i + 1 < end && pattern[i] == '-') {
        i++;
        if (pattern[i] == '\\' && i + 1 < end) {
          i++;
        }
        high = pattern[i++];
      }
      found |= c >= low && c <= high;
    }
    return found != negated;
  }

  /** The text without its backslashes. */
  static String unquote(String part) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < part.length(); i++) {
      if (part.charAt(i) == '\\' && i + 1 < part.length()) {
        i++;
      }
      plain.append(part.charAt(i));
    }
    return plain.toString();
  }

  /** The part has wildcards, not only backslashes. */
  static boolean hasWildcards(String part) {
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '*' || c == '?' || c == '[') {
        return true;
      }
    }
    return false;
  }
}
