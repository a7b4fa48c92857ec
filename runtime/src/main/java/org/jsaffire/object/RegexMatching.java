package org.jsaffire.object;

import java.util.regex.Matcher;

/** Matching of regular expressions, bounded and interruptible. */
final class RegexMatching {
  private RegexMatching() {}

  /** The pattern matches somewhere in the text. */
  static boolean find(Invoker in, RegexValue regex, Str text) {
    return matcher(in, regex, text.toString()).find();
  }

  static Matcher matcher(Invoker in, RegexValue regex, String text) {
    in.checkpoint();
    return regex.pattern().matcher(text);
  }
}
