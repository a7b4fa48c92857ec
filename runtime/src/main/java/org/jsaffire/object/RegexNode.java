package org.jsaffire.object;

import java.util.List;

/**
 * The tree of a parsed pattern. What a node writes is a piece of a {@link java.util.regex.Pattern};
 * what it tells about itself serves {@link RegexCost}. Immutable.
 */
abstract class RegexNode {
  /** Repetitions of at least this many count as unbounded. */
  static final int MANY = 64;

  /** Lengths from here on count as unbounded. */
  static final int UNBOUNDED = 1 << 20;

  abstract void write(RegexWriter out) throws RegexFault.Found;

  /** Can match without taking a character. */
  abstract boolean isNullable();

  /** What a match that takes characters can begin with; may be too large, never too small. */
  abstract CharSet first();

  /** The most code points that a match takes, at most {@link #UNBOUNDED}. */
  abstract int maxLength();

  /** Contains a repetition of {@link #MANY} times or more. */
  abstract boolean hasLoop();

  /** Number of leaves, repetitions counted as often as they must happen, as far as it matters. */
  abstract int size();

  /** Cannot fail, whatever comes. */
  boolean alwaysSucceeds() {
    return false;
  }

  /** What the last character taken can be, or more; null when that is not known. */
  CharSet last() {
    return null;
  }

  /** All characters that loops inside take. */
  CharSet loopSet() {
    return CharSet.NONE;
  }

  /** One character. */
  static final class Atom extends RegexNode {
    private final String java;
    private final String item;
    private final CharSet set;

    /**
     * @param java how it is written
     * @param item how it is written inside of brackets; null when that is impossible
     * @param set what it matches, or more
     */
    Atom(String java, String item, CharSet set) {
      this.java = java;
      this.item = item;
      this.set = set;
    }

    String item() {
      return item;
    }

    @Override
    void write(RegexWriter out) {
      out.put(java);
    }

    @Override
    boolean isNullable() {
      return false;
    }

    @Override
    CharSet first() {
      return set;
    }

    @Override
    CharSet last() {
      return set;
    }

    @Override
    int maxLength() {
      return 1;
    }

    @Override
    boolean hasLoop() {
      return false;
    }

    @Override
    int size() {
      return 1;
    }
  }

  /** Something that takes no character: an anchor, a boundary, a change of options. */
  static class Mark extends RegexNode {
    private final String java;
    private final boolean isStart;
    private final boolean isOption;

    /**
     * @param isStart holds only where a search begins
     * @param isOption a change of options, which cannot fail
     */
    Mark(String java, boolean isStart, boolean isOption) {
      this.java = java;
      this.isStart = isStart;
      this.isOption = isOption;
    }

    boolean isStart() {
      return isStart;
    }

    boolean isOption() {
      return isOption;
    }

    @Override
    void write(RegexWriter out) {
      out.put(java);
    }

    @Override
    boolean isNullable() {
      return true;
    }

    @Override
    CharSet first() {
      return CharSet.NONE;
    }

    @Override
    int maxLength() {
      return 0;
    }

    @Override
    boolean hasLoop() {
      return false;
    }

    @Override
    int size() {
      return 1;
    }

    @Override
    boolean alwaysSucceeds() {
      return isOption;
    }
  }

  /**
   * An edge of a word, or no edge. Engines differ in what a word is, and are slow where they are
   * told exactly; so what is known of the neighbours decides how it is written.
   */
  static final class Boundary extends Mark {
    /** {@code \b} looks at ASCII, as it does from Java 19 on. */
    private static final boolean IS_EXACT =
        java.util.regex.Pattern.compile("a\\b").matcher("a\u00e9").find();

    private final boolean isNegated;

    Boundary(boolean isNegated) {
      super(isNegated ? "\\B" : "\\b", false, false);
      this.isNegated = isNegated;
    }

    @Override
    void write(RegexWriter out) {
      if (IS_EXACT) {
        super.write(out);
      } else {
        out.put(
            isNegated
                ? "(?:(?<=\\w)(?=\\w)|(?<!\\w)(?!\\w))"
                : "(?:(?<=\\w)(?!\\w)|(?<!\\w)(?=\\w))");
      }
    }

    /** Writes the edge between what is known to stand on its sides. */
    void write(RegexWriter out, Side left, Side right) {
      if (IS_EXACT || (left == Side.UNKNOWN && right == Side.UNKNOWN)) {
        write(out);
      } else if (right != Side.UNKNOWN) {
        out.put((right == Side.WORD) == isNegated ? "(?<=\\w)" : "(?<!\\w)");
      } else {
        out.put((left == Side.WORD) == isNegated ? "(?=\\w)" : "(?!\\w)");
      }
    }
  }

  /** What stands next to an edge. */
  private enum Side {
    WORD,
    OTHER,
    UNKNOWN;

    static Side of(CharSet set) {
      return set.isWithin(CharSet.WORD) ? WORD : set.meets(CharSet.WORD) ? UNKNOWN : OTHER;
    }
  }

  /** A reference to what a group matched, or a grapheme cluster: nothing is known of the text. */
  static final class Unknown extends RegexNode {
    private final String java;
    private final int offset;
    private final Object target;

    /** A cluster. */
    Unknown(String java) {
      this(java, 0, null);
    }

    /**
     * @param target number (Integer) or name (String) of a group; null for a cluster
     */
    Unknown(String java, int offset, Object target) {
      this.java = java;
      this.offset = offset;
      this.target = target;
    }

    @Override
    void write(RegexWriter out) throws RegexFault.Found {
      if (target == null) {
        out.put(java);
      } else {
        out.putReference(target, offset);
      }
    }

    @Override
    boolean isNullable() {
      return target != null;
    }

    @Override
    CharSet first() {
      return CharSet.ALL;
    }

    @Override
    int maxLength() {
      return UNBOUNDED;
    }

    @Override
    boolean hasLoop() {
      return true;
    }

    @Override
    CharSet loopSet() {
      return CharSet.ALL;
    }

    @Override
    int size() {
      return 1;
    }
  }

  /** One after the other; none is the empty pattern. */
  static final class Sequence extends RegexNode {
    private final List<RegexNode> parts;

    Sequence(List<RegexNode> parts) {
      this.parts = List.copyOf(parts);
    }

    List<RegexNode> parts() {
      return parts;
    }

    @Override
    void write(RegexWriter out) throws RegexFault.Found {
      for (int i = 0; i < parts.size(); i++) {
        if (parts.get(i) instanceof Boundary boundary) {
          boundary.write(out, side(i, -1), side(i, 1));
        } else {
          parts.get(i).write(out);
        }
      }
    }

    /** What the next character taken on one side of a part is. */
    private Side side(int of, int step) {
      CharSet set = CharSet.NONE;
      for (int i = of + step; i >= 0 && i < parts.size(); i += step) {
        RegexNode part = parts.get(i);
        CharSet edge = step < 0 && part.maxLength() > 0 ? part.last() : part.first();
        if (edge == null) {
          return Side.UNKNOWN;
        }
        set = set.or(edge);
        if (!part.isNullable()) {
          return Side.of(set);
        }
      }
      return Side.UNKNOWN;
    }

    @Override
    CharSet last() {
      return parts.isEmpty() || parts.get(parts.size() - 1).isNullable()
          ? null
          : parts.get(parts.size() - 1).last();
    }

    @Override
    boolean isNullable() {
      return parts.stream().allMatch(RegexNode::isNullable);
    }

    @Override
    CharSet first() {
      CharSet set = CharSet.NONE;
      for (RegexNode part : parts) {
        set = set.or(part.first());
        if (!part.isNullable()) {
          break;
        }
      }
      return set;
    }

    @Override
    int maxLength() {
      int sum = 0;
      for (RegexNode part : parts) {
        sum = Math.min(UNBOUNDED, sum + part.maxLength());
      }
      return sum;
    }

    @Override
    boolean hasLoop() {
      return parts.stream().anyMatch(RegexNode::hasLoop);
    }

    @Override
    CharSet loopSet() {
      return parts.stream().map(RegexNode::loopSet).reduce(CharSet.NONE, CharSet::or);
    }

    @Override
    boolean alwaysSucceeds() {
      return parts.stream().allMatch(RegexNode::alwaysSucceeds);
    }

    @Override
    int size() {
      int sum = 0;
      for (RegexNode part : parts) {
        sum = Math.min(UNBOUNDED, sum + part.size());
      }
      return sum;
    }
  }

  /** One of several, the first that fits. */
  static final class Alternation extends RegexNode {
    private final List<RegexNode> branches;

    Alternation(List<RegexNode> branches) {
      this.branches = List.copyOf(branches);
    }

    List<RegexNode> branches() {
      return branches;
    }

    /**
     * Single characters become one set: the engine then needs no stack where they repeat, and does
     * not try one after the other.
     */
    @Override
    void write(RegexWriter out) throws RegexFault.Found {
      String set = asSet();
      if (set != null) {
        out.put(set);
        return;
      }
      String separator = "";
      for (RegexNode branch : branches) {
        out.put(separator);
        branch.write(out);
        separator = "|";
      }
    }

    private String asSet() {
      StringBuilder set = new StringBuilder("[");
      for (RegexNode branch : branches) {
        if (!(branch instanceof Sequence sequence
            && sequence.parts().size() == 1
            && sequence.parts().get(0) instanceof Atom atom
            && atom.item() != null)) {
          return null;
        }
        set.append(atom.item());
      }
      return set.append(']').toString();
    }

    @Override
    boolean isNullable() {
      return branches.stream().anyMatch(RegexNode::isNullable);
    }

    @Override
    CharSet first() {
      return branches.stream().map(RegexNode::first).reduce(CharSet.NONE, CharSet::or);
    }

    @Override
    int maxLength() {
      return branches.stream().mapToInt(RegexNode::maxLength).max().orElse(0);
    }

    @Override
    boolean hasLoop() {
      return branches.stream().anyMatch(RegexNode::hasLoop);
    }

    @Override
    CharSet loopSet() {
      return branches.stream().map(RegexNode::loopSet).reduce(CharSet.NONE, CharSet::or);
    }

    @Override
    boolean alwaysSucceeds() {
      return branches.stream().anyMatch(RegexNode::alwaysSucceeds);
    }

    @Override
    int size() {
      int sum = 0;
      for (RegexNode branch : branches) {
        sum = Math.min(UNBOUNDED, sum + branch.size());
      }
      return sum;
    }
  }

  /** The kinds of group. */
  enum GroupKind {
    CAPTURE,
    PLAIN,
    ATOMIC,
    LOOK_AHEAD,
    LOOK_BEHIND;

    boolean isLook() {
      return this == LOOK_AHEAD || this == LOOK_BEHIND;
    }
  }

  /** Something in parentheses. */
  static final class Group extends RegexNode {
    private final GroupKind kind;
    private final String open;
    private final RegexNode body;
    private final int offset;

    /**
     * @param open what is written in front of the body
     */
    Group(GroupKind kind, String open, RegexNode body, int offset) {
      this.kind = kind;
      this.open = open;
      this.body = body;
      this.offset = offset;
    }

    GroupKind kind() {
      return kind;
    }

    RegexNode body() {
      return body;
    }

    @Override
    void write(RegexWriter out) throws RegexFault.Found {
      if (kind == GroupKind.LOOK_BEHIND && body.maxLength() >= UNBOUNDED) {
        throw new RegexFault.Found(offset, "lookbehind assertion has no maximum length");
      }
      String set = kind == GroupKind.PLAIN ? bareSet() : null;
      if (set != null) {
        out.put(set);
        return;
      }
      if (kind == GroupKind.CAPTURE) {
        out.countGroup();
      }
      out.put(open);
      body.write(out);
      out.put(")");
    }

    /** The body without the parentheses, where it is a single set and they hold no options. */
    private String bareSet() {
      return open.equals("(?:") && body instanceof Alternation alternation
          ? alternation.asSet()
          : null;
    }

    @Override
    boolean isNullable() {
      return kind.isLook() || body.isNullable();
    }

    @Override
    CharSet first() {
      return kind.isLook() ? CharSet.NONE : body.first();
    }

    @Override
    CharSet last() {
      return kind.isLook() ? null : body.last();
    }

    @Override
    int maxLength() {
      return kind.isLook() ? 0 : body.maxLength();
    }

    @Override
    boolean hasLoop() {
      return body.hasLoop();
    }

    @Override
    CharSet loopSet() {
      return body.loopSet();
    }

    @Override
    boolean alwaysSucceeds() {
      return !kind.isLook() && body.alwaysSucceeds();
    }

    @Override
    int size() {
      return Math.min(UNBOUNDED, body.size() + 1);
    }
  }

  /** How a repetition chooses. */
  enum Mode {
    GREEDY(""),
    LAZY("?"),
    POSSESSIVE("+");

    private final String suffix;

    Mode(String suffix) {
      this.suffix = suffix;
    }
  }

  /** A repetition. */
  static final class Repeat extends RegexNode {
    private final RegexNode body;
    private final int min;
    private final int max;
    private final Mode mode;

    /**
     * @param max -1 for no limit
     */
    Repeat(RegexNode body, int min, int max, Mode mode) {
      this.body = body;
      this.min = min;
      this.max = max;
      this.mode = mode;
    }

    RegexNode body() {
      return body;
    }

    int min() {
      return min;
    }

    int max() {
      return max;
    }

    Mode mode() {
      return mode;
    }

    /** May happen {@link #MANY} times or more. */
    boolean isLoop() {
      return max < 0 || max >= MANY;
    }

    /**
     * A body that can be empty may be run through again and again without a look at the text, which
     * no step count would notice. Empty runs beyond the first change nothing: so what matches
     * nothing is written once, and many obligatory runs become a few, the others optional.
     */
    @Override
    void write(RegexWriter out) throws RegexFault.Found {
      if (body.maxLength() == 0) {
        writeOnce(out);
        return;
      }
      int outer = out.emptyRuns();
      int least = body.isNullable() ? Math.min(min, Math.max(1, MANY / outer)) : min;
      out.setEmptyRuns(body.isNullable() ? outer * Math.max(1, least) : outer);
      body.write(out);
      out.put(least == max ? "{" + max + "}" : between(least));
      out.put(max == min && mode == Mode.LAZY ? Mode.GREEDY.suffix : mode.suffix);
      out.setEmptyRuns(outer);
    }

    private String between(int least) {
      if (max < 0) {
        return least == 0 ? "*" : least == 1 ? "+" : "{" + least + ",}";
      }
      return least == 0 && max == 1 ? "?" : "{" + least + "," + max + "}";
    }

    private void writeOnce(RegexWriter out) throws RegexFault.Found {
      out.put("(?:");
      body.write(out);
      out.put(min > 0 ? ")" : ")" + "?" + mode.suffix);
    }

    @Override
    boolean isNullable() {
      return min == 0 || body.isNullable();
    }

    @Override
    CharSet first() {
      return body.first();
    }

    @Override
    CharSet last() {
      return body.last();
    }

    @Override
    int maxLength() {
      int once = body.maxLength();
      if (max < 0) {
        return once == 0 ? 0 : UNBOUNDED;
      }
      return (int) Math.min(UNBOUNDED, (long) once * max);
    }

    @Override
    boolean hasLoop() {
      return isLoop() || body.hasLoop();
    }

    @Override
    CharSet loopSet() {
      return isLoop() ? allOf(body) : body.loopSet();
    }

    /** Every character that a match of the node can take, or more. */
    private static CharSet allOf(RegexNode node) {
      if (node instanceof Atom atom) {
        return atom.first();
      }
      if (node instanceof Repeat repeat) {
        return allOf(repeat.body);
      }
      if (node instanceof Group group) {
        return allOf(group.body);
      }
      List<RegexNode> children =
          node instanceof Sequence sequence
              ? sequence.parts()
              : node instanceof Alternation alternation ? alternation.branches() : List.of();
      CharSet set = node instanceof Unknown ? CharSet.ALL : CharSet.NONE;
      for (RegexNode child : children) {
        set = set.or(allOf(child));
      }
      return set;
    }

    @Override
    boolean alwaysSucceeds() {
      return min == 0 || body.alwaysSucceeds();
    }

    @Override
    int size() {
      return (int) Math.min(UNBOUNDED, (long) body.size() * Math.max(1, min));
    }
  }
}
