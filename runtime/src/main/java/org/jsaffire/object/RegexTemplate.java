package org.jsaffire.object;

import java.util.ArrayList;
import java.util.List;

/**
 * A replacement text (objects.md 15): {@code $1}, {@code ${name}} and {@code $0} stand for groups,
 * {@code $$} for a dollar sign.
 */
final class RegexTemplate {
  /** Texts and, between them, groups: Integer or String in an array of one. */
  private final List<Object> parts = new ArrayList<>();

  private final RegexGroups groups;

  /**
   * Reads a replacement text.
   *
   * @throws ScriptException argumentException when it names a group that the expression lacks
   */
  RegexTemplate(String text, RegexGroups groups) {
    this.groups = groups;
    StringBuilder literal = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i++);
      int end = c == '$' ? endOfGroup(text, i) : i;
      if (c != '$' || end == i) {
        literal.append(c);
      } else if (text.charAt(i) == '$') {
        literal.append('$');
      } else {
        parts.add(literal.toString());
        literal.setLength(0);
        parts.add(new Object[] {group(text.substring(i, end))});
      }
      i = c == '$' ? end : i;
    }
    parts.add(literal.toString());
  }

  /** The offset behind what a dollar sign introduces; {@code from} when it stands for itself. */
  private static int endOfGroup(String text, int from) {
    if (from == text.length()) {
      return from;
    }
    char c = text.charAt(from);
    if (c == '$') {
      return from + 1;
    }
    if (c == '{') {
      int close = text.indexOf('}', from);
      return close < 0 ? from : close + 1;
    }
    int end = from;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private Object group(String reference) {
    String name =
        reference.charAt(0) == '{' ? reference.substring(1, reference.length() - 1) : reference;
    boolean isNumber = !name.isEmpty() && name.chars().allMatch(c -> isDigit((char) c));
    if (isNumber) {
      int number = name.length() > 5 ? Integer.MAX_VALUE : Integer.parseInt(name);
      if (number <= groups.count()) {
        return number;
      }
    } else if (groups.hasName(name)) {
      return name;
    }
    throw Errors.argument("Unknown group '" + name + "'");
  }

  /** Appends the replacement of a match. */
  void appendTo(TextBuilder out, RegexMatching matching) {
    for (Object part : parts) {
      if (part instanceof Object[] group) {
        String taken =
            group[0] instanceof Integer number
                ? matching.group(number)
                : matching.group((String) group[0]);
        out.append(taken == null ? "" : taken);
      } else {
        out.append((String) part);
      }
    }
  }
}
