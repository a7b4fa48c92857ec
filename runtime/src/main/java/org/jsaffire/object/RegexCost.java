package org.jsaffire.object;

import java.util.List;

/**
 * How long matching can take, as a power of the length of the text. A backtracking engine tries, at
 * every start, every way through the pattern; this finds out how many ways there can be, by
 * comparing what a choice can go on with on either side. Patterns of which it knows nothing better
 * count as exponential.
 *
 * @param exponent of the length of the text; {@link #EXPONENTIAL} when there is no such power
 * @param weight steps for each unit of that
 */
record RegexCost(int exponent, double weight) {
  static final int EXPONENTIAL = 99;

  /** More ways than this through the bounded parts of a pattern count as exponential. */
  private static final double MANY_WAYS = 1e6;

  /**
   * Ways through a part.
   *
   * @param paths a bounded number of ways
   * @param degree further ways, as a power of the length
   * @param tail work on each of them, as a power of the length
   */
  private record Ways(double paths, int degree, int tail) {
    static final Ways ONE = new Ways(1, 0, 0);
    static final Ways EXPLOSIVE = new Ways(1, EXPONENTIAL, 0);

    static Ways of(double paths, int degree, int tail) {
      return paths > MANY_WAYS || degree + tail >= EXPONENTIAL
          ? EXPLOSIVE
          : new Ways(paths, degree, tail);
    }

    /** Ways through this and then through another part. */
    Ways then(Ways next) {
      return of(paths * next.paths, degree + next.degree, Math.max(tail - next.degree, next.tail));
    }

    int exponent() {
      return degree + tail;
    }
  }

  /** The cost of a pattern. */
  static RegexCost of(RegexNode tree) {
    Ways ways = ways(tree, CharSet.NONE);
    double weight = ways.paths * Math.max(1, tree.size());
    if (ways.degree >= EXPONENTIAL) {
      return new RegexCost(EXPONENTIAL, weight);
    }
    if (!tree.hasLoop() || isSureAfterLoop(tree, true)) {
      return new RegexCost(1, weight);
    }
    boolean isAnchored = isAnchored(tree);
    boolean startsApart =
        !tree.isNullable() && !tree.first().meets(tree.loopSet()) && !hasLoopingLook(tree);
    int starts = isAnchored || startsApart ? 0 : 1;
    return new RegexCost(starts + Math.max(1, ways.exponent()), weight);
  }

  /** Steps that matching a text of that length takes at most, roughly. */
  double steps(int length) {
    return exponent >= EXPONENTIAL
        ? Double.POSITIVE_INFINITY
        : weight * Math.pow(length + 1.0, exponent);
  }

  /**
   * The ways through a node.
   *
   * @param follow what can come behind it; nothing where the match ends
   */
  private static Ways ways(RegexNode node, CharSet follow) {
    if (node instanceof RegexNode.Unknown) {
      return Ways.EXPLOSIVE;
    }
    if (node instanceof RegexNode.Sequence sequence) {
      return sequence(sequence.parts(), follow);
    }
    if (node instanceof RegexNode.Alternation alternation) {
      return alternation(alternation.branches(), follow);
    }
    if (node instanceof RegexNode.Group group) {
      return group(group, follow);
    }
    return node instanceof RegexNode.Repeat repeat ? repeat(repeat, follow) : Ways.ONE;
  }

  private static Ways sequence(List<RegexNode> parts, CharSet follow) {
    CharSet behind = follow;
    Ways ways = Ways.ONE;
    for (int i = parts.size() - 1; i >= 0; i--) {
      RegexNode part = parts.get(i);
      ways = ways(part, behind).then(ways);
      behind = part.isNullable() ? behind.or(part.first()) : part.first();
    }
    return ways;
  }

  /** Branches that begin differently are no choice. */
  private static Ways alternation(List<RegexNode> branches, CharSet follow) {
    double sum = 0;
    double most = 1;
    int degree = 0;
    int exponent = 0;
    boolean isClear = true;
    CharSet seen = CharSet.NONE;
    for (RegexNode branch : branches) {
      Ways ways = ways(branch, follow);
      sum += ways.paths;
      most = Math.max(most, ways.paths);
      degree = Math.max(degree, ways.degree);
      exponent = Math.max(exponent, ways.exponent());
      CharSet begin = branch.isNullable() ? branch.first().or(follow) : branch.first();
      isClear &= !begin.meets(seen);
      seen = seen.or(begin);
    }
    boolean manyEmpty = branches.stream().filter(RegexNode::isNullable).count() > 1;
    return Ways.of(isClear && !manyEmpty ? most : sum, degree, exponent - degree);
  }

  /** Nothing goes back into an atomic group or a look: what was tried there is work only. */
  private static Ways group(RegexNode.Group group, CharSet follow) {
    boolean isClosed = group.kind().isLook() || group.kind() == RegexNode.GroupKind.ATOMIC;
    if (!isClosed) {
      return ways(group.body(), follow);
    }
    Ways ways = ways(group.body(), CharSet.NONE);
    return Ways.of(ways.paths, 0, ways.exponent());
  }

  private static Ways repeat(RegexNode.Repeat repeat, CharSet follow) {
    RegexNode body = repeat.body();
    Ways once = ways(body, body.first().or(follow));
    boolean endsClearly = repeat.mode() == RegexNode.Mode.POSSESSIVE || !body.first().meets(follow);
    if (repeat.isLoop()) {
      if (once.paths > 1 || once.degree > 0 || body.isNullable() || hasLoopingLook(body)) {
        return Ways.EXPLOSIVE;
      }
      return new Ways(1, endsClearly ? 0 : 1, endsClearly ? 1 : 0);
    }
    int times = Math.max(1, repeat.max());
    double paths = Math.pow(once.paths, times);
    if (!endsClearly || body.isNullable()) {
      paths *= times - repeat.min() + 1.0;
    }
    return Ways.of(paths, once.degree * times, once.tail);
  }

  /** Once a loop is entered the whole pattern matches: no start is tried in what it has passed. */
  private static boolean isSureAfterLoop(RegexNode node, boolean restSucceeds) {
    if (!node.hasLoop()) {
      return true;
    }
    if (node instanceof RegexNode.Sequence sequence) {
      boolean rest = restSucceeds;
      boolean isSure = true;
      for (int i = sequence.parts().size() - 1; i >= 0; i--) {
        isSure &= isSureAfterLoop(sequence.parts().get(i), rest);
        rest &= sequence.parts().get(i).alwaysSucceeds();
      }
      return isSure;
    }
    if (node instanceof RegexNode.Alternation alternation) {
      return alternation.branches().stream().allMatch(b -> isSureAfterLoop(b, restSucceeds));
    }
    if (node instanceof RegexNode.Group group) {
      return !group.kind().isLook() && isSureAfterLoop(group.body(), restSucceeds);
    }
    if (node instanceof RegexNode.Repeat repeat) {
      return restSucceeds
          && (repeat.isLoop()
              ? !repeat.body().hasLoop() && repeat.min() < RegexNode.MANY
              : repeat.max() == 1 && isSureAfterLoop(repeat.body(), true));
    }
    return false;
  }

  /** Can match at the start of a search only. */
  private static boolean isAnchored(RegexNode node) {
    if (node instanceof RegexNode.Mark mark) {
      return mark.isStart();
    }
    if (node instanceof RegexNode.Sequence sequence) {
      for (RegexNode part : sequence.parts()) {
        if (!(part instanceof RegexNode.Mark mark && mark.isOption())) {
          return isAnchored(part);
        }
      }
      return false;
    }
    if (node instanceof RegexNode.Alternation alternation) {
      return alternation.branches().stream().allMatch(RegexCost::isAnchored);
    }
    return node instanceof RegexNode.Group group
        && !group.kind().isLook()
        && isAnchored(group.body());
  }

  private static boolean hasLoopingLook(RegexNode node) {
    if (node instanceof RegexNode.Sequence sequence) {
      return sequence.parts().stream().anyMatch(RegexCost::hasLoopingLook);
    }
    if (node instanceof RegexNode.Alternation alternation) {
      return alternation.branches().stream().anyMatch(RegexCost::hasLoopingLook);
    }
    if (node instanceof RegexNode.Group group) {
      return group.kind().isLook() ? group.hasLoop() : hasLoopingLook(group.body());
    }
    return node instanceof RegexNode.Repeat repeat && hasLoopingLook(repeat.body());
  }
}
