package org.jsaffire.object;

import java.util.List;
import java.util.regex.Matcher;

/**
 * The matches of a regular expression in a text, one after the other. Searches are bounded and
 * interruptible, except where the pattern makes sure that they are short. Offsets are in UTF-16
 * units.
 */
final class RegexMatching {
  /** Steps that any search may take; long texts are allowed more. */
  private static final long STEPS = 10_000_000;

  private static final int STEPS_PER_UNIT = 100;

  /** Linear searches of up to that many steps go unguarded. */
  private static final double LINEAR_STEPS = 2e8;

  /** What PCRE calls a match limit and a recursion limit. */
  private static final int MATCH_LIMIT = -8;

  private static final int RECURSION_LIMIT = -21;

  private final Invoker in;
  private final RegexGroups groups;
  private final String text;
  private final GuardedText guard;
  private final Matcher matcher;

  RegexMatching(Invoker in, RegexValue regex, String text) {
    this.in = in;
    this.groups = regex.groups();
    this.text = text;
    this.guard = isShort(regex.cost(), text.length()) ? null : new GuardedText(in, text);
    this.matcher = regex.pattern().matcher(guard == null ? text : guard);
  }

  private static boolean isShort(RegexCost cost, int length) {
    return cost.steps(length) <= (cost.exponent() == 1 ? LINEAR_STEPS : STEPS);
  }

  /** The pattern matches somewhere in the text. */
  static boolean find(Invoker in, RegexValue regex, Str text) {
    return new RegexMatching(in, regex, text.toString()).find(0);
  }

  /**
   * Finds the first match that starts at an offset or later.
   *
   * @throws ScriptException systemException when the search takes too many steps
   */
  boolean find(int from) {
    return search(from) && isFound();
  }

  /** The match found is one, or else there is another one that is. */
  private boolean isFound() {
    while (splitsPair(matcher.start())) {
      if (!search(matcher.start() + 1)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Searches.
   *
   * @param from an offset, or -1 to go on behind the last match
   */
  private boolean search(int from) {
    in.checkpoint();
    if (guard != null) {
      guard.allow(STEPS + (long) STEPS_PER_UNIT * text.length());
    }
    try {
      return from < 0 ? matcher.find() : matcher.find(from);
    } catch (GuardedText.LimitReached e) {
      throw failure(MATCH_LIMIT);
    } catch (StackOverflowError e) {
      throw failure(RECURSION_LIMIT);
    }
  }

  private static ScriptException failure(int code) {
    return Errors.system("Error while matching: error code " + code);
  }

  private boolean splitsPair(int at) {
    return at > 0
        && at < text.length()
        && Character.isLowSurrogate(text.charAt(at))
        && Character.isHighSurrogate(text.charAt(at - 1));
  }

  /** Finds the match behind the current one; an empty one may follow directly behind another. */
  boolean findNext() {
    int from = matcher.end();
    if (matcher.start() < from) {
      return search(-1) && isFound();
    }
    return from < text.length() && find(from + Character.charCount(text.codePointAt(from)));
  }

  /** The start of the match, or where it was reset by {@code \K}. */
  int start() {
    int start = matcher.start();
    for (int place : groups.starts()) {
      start = Math.max(start, matcher.start(place));
    }
    return Math.min(start, matcher.end());
  }

  int end() {
    return matcher.end();
  }

  /** The match. */
  String match() {
    return text.substring(start(), end());
  }

  /** What a group took, or null when it took no part; group 0 is the match. */
  String group(int number) {
    return number == 0 ? match() : taken(groups.ofNumber(number));
  }

  /** What a named group took, or null when it took no part. */
  String group(String name) {
    return taken(groups.ofName(name));
  }

  private String taken(List<Integer> places) {
    for (int i = places.size() - 1; i >= 0; i--) {
      int start = matcher.start(places.get(i));
      if (start >= 0) {
        return text.substring(start, matcher.end(places.get(i)));
      }
    }
    return null;
  }

  /** All groups: by number from 0 on, then by name; empty where one took no part. */
  HashObject groups() {
    HashObject hash = new HashObject();
    for (int i = 0; i <= groups.count(); i++) {
      hash.put(in, Numerical.of(i), str(group(i)));
    }
    for (String name : groups.names()) {
      hash.put(in, Str.of(name), str(group(name)));
    }
    return hash;
  }

  private static Str str(String group) {
    return group == null ? Str.EMPTY : Str.of(group);
  }
}
