package org.jsaffire.object;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a pattern in the syntax of PCRE (objects.md 7) into a tree. What the engine of Java has no
 * counterpart for is refused: recursion, subroutine calls, callouts, conditions, verbs.
 */
final class RegexParser {
  private static final int MAX_NESTING = 250;
  private static final int MAX_NAME = 32;

  private static final CharSet NEWLINES =
      RegexSetParser.charSet("[\\n\\x0B\\f\\r]", RegexOptions.of(""), true);

  private final RegexScanner in;
  private final RegexGroups groups;
  private final boolean endsOnlyAtEnd;
  private RegexOptions options;
  private int nesting;

  /** The number of the last group opened, as scripts count. */
  private int lastNumber;

  private RegexParser(RegexScanner in, String flags, RegexGroups groups) {
    this.in = in;
    this.groups = groups;
    this.options = RegexOptions.of(flags);
    this.endsOnlyAtEnd = flags.indexOf('D') >= 0;
  }

  /**
   * Reads a pattern.
   *
   * @param groups gets the groups found
   */
  static RegexNode parse(String pattern, String flags, RegexGroups groups) throws RegexFault.Found {
    RegexScanner in = new RegexScanner(pattern);
    RegexParser parser = new RegexParser(in, flags, groups);
    RegexNode tree = parser.alternation(false);
    if (!in.isAtEnd()) {
      throw in.fault("unmatched )");
    }
    return tree;
  }

  /** Branches up to a closing parenthesis, which stays, or the end. */
  private RegexNode alternation(boolean resetsNumbers) throws RegexFault.Found {
    int firstNumber = lastNumber;
    int highestNumber = lastNumber;
    List<RegexNode> branches = new ArrayList<>();
    do {
      if (resetsNumbers) {
        highestNumber = Math.max(highestNumber, lastNumber);
        lastNumber = firstNumber;
      }
      branches.add(sequence());
    } while (in.accept("|"));
    lastNumber = Math.max(highestNumber, lastNumber);
    return branches.size() == 1 ? branches.get(0) : new RegexNode.Alternation(branches);
  }

  private RegexNode sequence() throws RegexFault.Found {
    List<RegexNode> parts = new ArrayList<>();
    while (!in.isAtEnd() && in.peek() != '|' && in.peek() != ')') {
      if (skipIgnored()) {
        continue;
      }
      if (in.accept("\\Q")) {
        quoted(parts);
        continue;
      }
      int start = in.offset();
      RegexNode item = item(start);
      if (item == null) {
        continue;
      }
      parts.add(quantified(item));
    }
    return new RegexNode.Sequence(parts);
  }

  /** Passes one blank or comment that does not count. */
  private boolean skipIgnored() throws RegexFault.Found {
    int start = in.offset();
    if (in.accept("\\E")) {
      return true;
    }
    if (in.accept("(?#")) {
      if (in.until(')') == null) {
        throw in.fault(start, "missing ) behind a comment");
      }
      return true;
    }
    if (!options.isExtended()) {
      return false;
    }
    if (in.peek() == '#') {
      if (in.until('\n') == null) {
        in.seek(in.length());
      }
      return true;
    }
    if (isBlank(in.peek())) {
      in.next();
      return true;
    }
    return false;
  }

  private static boolean isBlank(int c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  private void quoted(List<RegexNode> parts) throws RegexFault.Found {
    while (!in.isAtEnd() && !in.accept("\\E")) {
      RegexNode literal = literal(in.next());
      boolean isLast = in.isAtEnd() || in.accept("\\E");
      parts.add(isLast ? quantified(literal) : literal);
      if (isLast) {
        return;
      }
    }
  }

  private RegexNode.Atom literal(int codePoint) {
    String java = RegexEscapes.quote(codePoint);
    return new RegexNode.Atom(
        java, java, options.foldsCase() ? CharSet.ofFolded(codePoint) : CharSet.of(codePoint));
  }

  private RegexNode.Atom set(String java, boolean beyond) {
    return new RegexNode.Atom(java, java, RegexSetParser.charSet(java, options, beyond));
  }

  /** One thing that a quantifier can follow, or null for a change of options that needs nothing. */
  private RegexNode item(int start) throws RegexFault.Found {
    int c = in.next();
    switch (c) {
      case '\\':
        return escape(start);
      case '[':
        if (isNamedSet()) {
          throw in.fault(start, "named sets are possible within brackets only");
        }
        return RegexSetParser.parse(in, options);
      case '(':
        return group(start);
      case '.':
        return new RegexNode.Atom(".", null, CharSet.ALL);
      case '^':
        return new RegexNode.Mark("^", !options.multiline(), false);
      case '$':
        return new RegexNode.Mark(
            endsOnlyAtEnd && !options.multiline() ? "\\z" : "$", false, false);
      case '*':
      case '+':
      case '?':
        throw in.fault(start, "nothing to repeat");
      default:
        in.seek(start);
        if (c == '{' && bounds() != null) {
          throw in.fault(start, "nothing to repeat");
        }
        in.seek(start + 1);
        return literal(c);
    }
  }

  /** {@code [:name:]} without brackets around it, a frequent mistake. */
  private boolean isNamedSet() {
    int start = in.offset();
    boolean isNamed = false;
    if (in.peek() == ':') {
      in.next();
      in.accept("^");
      while (in.peek() >= 'a' && in.peek() <= 'z') {
        in.next();
      }
      isNamed = in.accept(":]");
    }
    in.seek(start);
    return isNamed;
  }

  private RegexNode escape(int start) throws RegexFault.Found {
    int letter = in.next();
    String set = RegexEscapes.set(letter);
    if (set != null) {
      return set(set, letter != 'd' && letter != 'w' && letter != 's');
    }
    switch (letter) {
      case 'p':
      case 'P':
        return set("[" + RegexEscapes.property(in, letter == 'P', start) + "]", true);
      case 'A':
      case 'G':
        return new RegexNode.Mark("\\" + (char) letter, true, false);
      case 'Z':
      case 'z':
        return new RegexNode.Mark("\\" + (char) letter, false, false);
      case 'b':
      case 'B':
        return new RegexNode.Boundary(letter == 'B');
      case 'R':
        return newline();
      case 'X':
        return new RegexNode.Unknown("\\X");
      case 'K':
        groups.addStart();
        return new RegexNode.Group(
            RegexNode.GroupKind.CAPTURE, "(", new RegexNode.Sequence(List.of()), start);
      case 'N':
        if (in.peek() != '{') {
          return set("[^\\n]", true);
        }
        break;
      case 'g':
      case 'k':
        return reference(letter, start);
      case 'C':
        throw in.fault(start, "\\C is not supported");
      default:
        break;
    }
    if (letter >= '1' && letter <= '9' && isReference(letter)) {
      in.seek(in.offset() - 1);
      return new RegexNode.Unknown("", start, number(in.digits(10, 5)));
    }
    return literal(RegexEscapes.character(in, letter, start));
  }

  private static RegexNode newline() {
    RegexNode single = new RegexNode.Atom("[\\n\\x0B\\f\\r\\x85\\u2028\\u2029]", null, NEWLINES);
    RegexNode pair = new RegexNode.Atom("\\r\\n", null, CharSet.of('\r'));
    return new RegexNode.Group(
        RegexNode.GroupKind.ATOMIC,
        "(?>",
        new RegexNode.Alternation(
            List.of(
                new RegexNode.Sequence(List.of(pair)), new RegexNode.Sequence(List.of(single)))),
        0);
  }

  /**
   * Digits behind a backslash refer to a group if they are one digit, or begin with 8 or 9, or
   * there are that many groups already; else they are an octal number.
   */
  private boolean isReference(int first) {
    int start = in.offset();
    String digits = (char) first + in.digits(10, 5);
    in.seek(start);
    return digits.length() == 1 || first >= '8' || number(digits) <= lastNumber;
  }

  private static Integer number(String digits) {
    return Integer.valueOf(digits);
  }

  /** {@code \g} or {@code \k} with what follows. */
  private RegexNode reference(int letter, int start) throws RegexFault.Found {
    int open = in.peek();
    if (letter == 'g' && (open == '<' || open == '\'')) {
      throw in.fault(start, "subroutine calls are not supported");
    }
    int close = open == '{' ? '}' : open == '<' ? '>' : open == '\'' ? '\'' : 0;
    String target;
    if (close != 0) {
      in.next();
      target = in.until(close);
    } else if (letter == 'g') {
      String sign = in.accept("-") ? "-" : in.accept("+") ? "+" : "";
      target = sign + in.digits(10, 5);
    } else {
      target = null;
    }
    if (target == null || target.isEmpty()) {
      throw in.fault(start, "name or number of a group wanted behind \\" + (char) letter);
    }
    if (letter == 'g' && target.matches("[+-]?[0-9]{1,5}")) {
      return new RegexNode.Unknown("", start, absolute(target));
    }
    checkName(target, start);
    return new RegexNode.Unknown("", start, target);
  }

  private Integer absolute(String text) {
    int value = Integer.parseInt(text);
    return text.charAt(0) == '-'
        ? lastNumber + 1 + value
        : text.charAt(0) == '+' ? lastNumber + value : value;
  }

  private void checkName(String name, int start) throws RegexFault.Found {
    int length = name.codePointCount(0, name.length());
    boolean isName = length > 0 && !Character.isDigit(name.codePointAt(0));
    for (int i = 0; i < name.length() && isName; i += Character.charCount(name.codePointAt(i))) {
      int c = name.codePointAt(i);
      isName = c == '_' || Character.isLetterOrDigit(c);
    }
    if (!isName) {
      throw in.fault(start, "'" + name + "' is no name of a group");
    }
    if (length > MAX_NAME) {
      throw in.fault(start, "name of a group is longer than " + MAX_NAME + " characters");
    }
  }

  /** A parenthesis and all up to its counterpart; null when it only changed options. */
  private RegexNode group(int start) throws RegexFault.Found {
    if (++nesting > MAX_NESTING) {
      throw in.fault(start, "parentheses are nested too deeply");
    }
    RegexOptions outer = options;
    RegexNode node = opened(start);
    if (node == null || node instanceof RegexNode.Mark) {
      // Options hold up to the end of the group around them.
      nesting--;
      return node;
    }
    options = outer;
    nesting--;
    return node;
  }

  private RegexNode opened(int start) throws RegexFault.Found {
    if (in.peek() == '*' && in.peek(1) != RegexScanner.END && in.peek(1) < 128) {
      if (Character.isLetter(in.peek(1)) || in.peek(1) == ':') {
        throw in.fault(start, "verbs are not supported");
      }
    }
    if (!in.accept("?")) {
      return options.isNameless()
          ? closed(RegexNode.GroupKind.PLAIN, "(?:", false, start)
          : capture(null, start);
    }
    int c = in.next();
    switch (c) {
      case ':':
        return closed(RegexNode.GroupKind.PLAIN, "(?:", false, start);
      case '|':
        return closed(RegexNode.GroupKind.PLAIN, "(?:", true, start);
      case '>':
        return closed(RegexNode.GroupKind.ATOMIC, "(?>", false, start);
      case '=':
      case '!':
        return closed(RegexNode.GroupKind.LOOK_AHEAD, "(?" + (char) c, false, start);
      case '<':
        if (in.peek() == '=' || in.peek() == '!') {
          String open = "(?<" + (char) in.next();
          return closed(RegexNode.GroupKind.LOOK_BEHIND, open, false, start);
        }
        return capture(name('>', start), start);
      case '\'':
        return capture(name('\'', start), start);
      case 'P':
        return python(start);
      case '(':
        throw in.fault(start, "conditional groups are not supported");
      case 'C':
        throw in.fault(start, "callouts are not supported");
      case 'R':
      case '&':
        throw in.fault(start, "recursion is not supported");
      case RegexScanner.END:
        throw in.fault("missing )");
      default:
        in.seek(in.offset() - 1);
        if ((c >= '0' && c <= '9')
            || ((c == '+' || c == '-') && in.peek(1) >= '0' && in.peek(1) <= '9')) {
          throw in.fault(start, "recursion is not supported");
        }
        return optionGroup(start);
    }
  }

  private RegexNode python(int start) throws RegexFault.Found {
    if (in.accept("<")) {
      return capture(name('>', start), start);
    }
    if (in.accept("=")) {
      return new RegexNode.Unknown("", start, name(')', start));
    }
    throw in.fault(start, in.peek() == '>' ? "recursion is not supported" : "unknown group '(?P'");
  }

  private String name(int terminator, int start) throws RegexFault.Found {
    String name = in.until(terminator);
    if (name == null) {
      throw in.fault("missing " + (char) terminator + " behind the name of a group");
    }
    checkName(name, start);
    return name;
  }

  private RegexNode capture(String name, int start) throws RegexFault.Found {
    int place = groups.add(++lastNumber);
    if (name != null) {
      boolean isKnown = groups.hasName(name);
      if (isKnown
          && !options.allowsDuplicates()
          && !groups.ofNumber(lastNumber).contains(groups.ofName(name).get(0))) {
        throw in.fault(start, "two groups have the name '" + name + "'");
      }
      groups.name(name, place);
    }
    return closed(RegexNode.GroupKind.CAPTURE, "(", false, start);
  }

  private RegexNode closed(RegexNode.GroupKind kind, String open, boolean resetsNumbers, int start)
      throws RegexFault.Found {
    RegexNode body = alternation(resetsNumbers);
    if (!in.accept(")")) {
      throw in.fault("missing )");
    }
    return new RegexNode.Group(kind, open, body, start);
  }

  /** {@code (?i)}, {@code (?i-s:...)}: the engine is told of i, m and s alone. */
  private RegexNode optionGroup(int start) throws RegexFault.Found {
    StringBuilder on = new StringBuilder();
    StringBuilder off = new StringBuilder();
    boolean isOn = true;
    for (int c = in.next(); c != ')' && c != ':'; c = in.next()) {
      if (c == '-' && isOn) {
        isOn = false;
        continue;
      }
      RegexOptions changed = c == 'x' && isOn && in.accept("x") ? extendedMore() : null;
      changed = changed == null ? options.with(c, isOn) : changed;
      if (changed == null) {
        throw c == RegexScanner.END
            ? in.fault("missing )")
            : in.fault(in.offset() - 1, "unknown option '" + Character.toString(c) + "'");
      }
      options = changed;
      if (c == 'i' || c == 'm' || c == 's') {
        (isOn ? on : off).append((char) c);
      }
    }
    String java = on + (off.length() == 0 ? "" : "-" + off);
    if (in.peek(-1) == ':') {
      return closed(RegexNode.GroupKind.PLAIN, "(?" + java + ":", false, start);
    }
    return java.isEmpty() ? null : new RegexNode.Mark("(?" + java + ")", false, true);
  }

  private RegexOptions extendedMore() {
    return new RegexOptions(
        options.foldsCase(),
        options.multiline(),
        true,
        true,
        options.isLazy(),
        options.allowsDuplicates(),
        options.isNameless());
  }

  /** The item with the quantifier behind it, if there is one. */
  private RegexNode quantified(RegexNode item) throws RegexFault.Found {
    if (item instanceof RegexNode.Mark mark && mark.isOption()) {
      return item;
    }
    int before = in.offset();
    while (skipIgnored()) {
      before = in.offset();
    }
    int[] bounds = bounds();
    if (bounds == null) {
      in.seek(before);
      return item;
    }
    RegexNode.Mode mode = options.isLazy() ? RegexNode.Mode.LAZY : RegexNode.Mode.GREEDY;
    if (in.accept("?")) {
      mode = options.isLazy() ? RegexNode.Mode.GREEDY : RegexNode.Mode.LAZY;
    } else if (acceptPossessive()) {
      mode = RegexNode.Mode.POSSESSIVE;
    }
    RegexNode repeat = new RegexNode.Repeat(item, bounds[0], bounds[1], mode);
    if (repeat.size() >= RegexNode.UNBOUNDED) {
      throw in.fault(before, "regular expression is too large");
    }
    return repeat;
  }

  private boolean acceptPossessive() {
    int start = in.offset();
    while (options.isExtended() && isBlank(in.peek())) {
      in.next();
    }
    if (in.accept("+")) {
      return true;
    }
    in.seek(start);
    return false;
  }

  /** The bounds of a quantifier, which is passed; -1 for no upper one. Null if none comes next. */
  private int[] bounds() throws RegexFault.Found {
    if (in.accept("*")) {
      return new int[] {0, -1};
    }
    if (in.accept("+")) {
      return new int[] {1, -1};
    }
    if (in.accept("?")) {
      return new int[] {0, 1};
    }
    int start = in.offset();
    if (!in.accept("{")) {
      return null;
    }
    String least = in.digits(10, 10);
    boolean hasComma = in.accept(",");
    String most = hasComma ? in.digits(10, 10) : least;
    if (least.isEmpty() || !in.accept("}")) {
      in.seek(start);
      return null;
    }
    int min = count(least, start);
    int max = most.isEmpty() ? -1 : count(most, start);
    if (max >= 0 && max < min) {
      throw in.fault(start, "numbers in {} are out of order");
    }
    return new int[] {min, max};
  }

  private int count(String digits, int start) throws RegexFault.Found {
    long value = Long.parseLong(digits);
    if (value > 65535) {
      throw in.fault(start, "number in {} is too big");
    }
    return (int) value;
  }
}
