package org.jsaffire.object;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Makes regular expressions (objects.md 7): reads the syntax of PCRE, writes that of {@link
 * Pattern}. Stateless.
 */
public final class RegexCompiler {
  /** Flags in the order in which equal expressions are compared. */
  private static final String FLAGS = "imsxuADUXJ";

  private static final String TOO_LARGE = "regular expression is too large";

  private RegexCompiler() {}

  /**
   * Compiles a pattern.
   *
   * @param pattern without delimiters
   * @param flags letters of {@code imsxuADUXJ}, in any order and number
   * @throws ScriptException argumentException that names what is wrong
   */
  public static RegexValue compile(String pattern, String flags) {
    for (int i = 0; i < flags.length(); i++) {
      if (FLAGS.indexOf(flags.charAt(i)) < 0) {
        String flag = Character.toString(flags.codePointAt(i));
        throw Errors.argument("Incorrect regex flag found '" + flag + "'");
      }
    }
    try {
      return translate(pattern, flags);
    } catch (RegexFault.Found e) {
      throw Errors.argument(e.fault().message());
    }
  }

  /**
   * What is wrong with a pattern, or null.
   *
   * @param flags valid letters
   */
  public static RegexFault check(String pattern, String flags) {
    try {
      translate(pattern, flags);
      return null;
    } catch (RegexFault.Found e) {
      return e.fault();
    }
  }

  /**
   * Compiles the delimited form, {@code /pattern/flags} with any character in place of the slash.
   *
   * @throws ScriptException argumentException that names what is wrong
   */
  public static RegexValue compileDelimited(String text) {
    int start = text.isEmpty() ? 0 : Character.charCount(text.codePointAt(0));
    int end = text.isEmpty() ? -1 : text.lastIndexOf(text.codePointAt(0));
    if (end <= 0) {
      throw Errors.argument(new RegexFault(0, "no delimiter").message());
    }
    return compile(text.substring(start, end), text.substring(end + start));
  }

  private static RegexValue translate(String pattern, String flags) throws RegexFault.Found {
    int length = pattern.codePointCount(0, pattern.length());
    try {
      RegexGroups groups = new RegexGroups();
      RegexNode tree = RegexParser.parse(pattern, flags, groups);
      if (tree.size() >= RegexNode.UNBOUNDED) {
        throw new RegexFault.Found(length, TOO_LARGE);
      }
      RegexWriter writer = new RegexWriter(groups);
      boolean isAnchored = flags.indexOf('A') >= 0;
      writer.put(isAnchored ? "\\G(?:" : "");
      tree.write(writer);
      writer.put(isAnchored ? ")" : "");
      Pattern java = Pattern.compile(writer.toString(), engineFlags(flags));
      RegexCost cost = RegexCost.of(isAnchored ? anchored(tree) : tree);
      return new RegexValue(pattern, flags, canonical(flags), java, groups, cost);
    } catch (PatternSyntaxException e) {
      boolean isOverflow = e.getDescription().startsWith("Stack overflow");
      throw new RegexFault.Found(length, isOverflow ? TOO_LARGE : e.getDescription());
    } catch (StackOverflowError e) {
      throw new RegexFault.Found(length, TOO_LARGE);
    }
  }

  private static RegexNode anchored(RegexNode tree) {
    return new RegexNode.Sequence(java.util.List.of(new RegexNode.Mark("\\G", true, false), tree));
  }

  private static int engineFlags(String flags) {
    int result = Pattern.UNIX_LINES;
    for (int i = 0; i < flags.length(); i++) {
      result |=
          switch (flags.charAt(i)) {
            case 'i' -> Pattern.CASE_INSENSITIVE;
            case 'm' -> Pattern.MULTILINE;
            case 's' -> Pattern.DOTALL;
            default -> 0;
          };
    }
    // Also for patterns that turn folding on themselves.
    return result | Pattern.UNICODE_CASE;
  }

  /** The flags once each and in one order. */
  private static String canonical(String flags) {
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < FLAGS.length(); i++) {
      if (flags.indexOf(FLAGS.charAt(i)) >= 0) {
        result.append(FLAGS.charAt(i));
      }
    }
    return result.toString();
  }
}
