package org.jsaffire.object;

/** What string and regex do with each other (objects.md 15 and 19). */
final class RegexOperations {
  private RegexOperations() {}

  /**
   * The groups of the first match at an offset or later, or false.
   *
   * @throws ScriptException indexException when the offset is not in the text
   */
  static Value find(Invoker in, RegexValue regex, Str text, Numerical offset) {
    int from = position(offset, text.length());
    RegexMatching matching = new RegexMatching(in, regex, text.toString());
    return matching.find(text.offset(from)) ? matching.groups() : Bool.FALSE;
  }

  /** An offset from 0 to {@code length}. */
  static int position(Numerical offset, int length) {
    long value = offset.clampedLong();
    if (value < 0 || value > length) {
      throw Errors.index();
    }
    return (int) value;
  }

  /** The groups of all matches. */
  static ListObject findAll(Invoker in, RegexValue regex, Str text) {
    ListObject all = new ListObject();
    RegexMatching matching = new RegexMatching(in, regex, text.toString());
    for (boolean found = matching.find(0); found; found = matching.findNext()) {
      all.add(matching.groups());
    }
    return all;
  }

  /** {@code (matched, groups)}. */
  static TupleObject match(Invoker in, RegexValue regex, Str text) {
    RegexMatching matching = new RegexMatching(in, regex, text.toString());
    return matching.find(0)
        ? TupleObject.of(Bool.TRUE, matching.groups())
        : TupleObject.of(Bool.FALSE, new HashObject());
  }

  /**
   * Replaces matches.
   *
   * @param replacement a string with {@code $1} and the like, or something to call with the match
   *     and its groups
   * @param count how many at most, from the left; all if negative
   */
  static Str replace(Invoker in, RegexValue regex, Str text, Value replacement, Numerical count) {
    RegexTemplate template =
        replacement instanceof Str s ? new RegexTemplate(s.toString(), regex.groups()) : null;
    String subject = text.toString();
    RegexMatching matching = new RegexMatching(in, regex, subject);
    long left = count.signum() < 0 ? Long.MAX_VALUE : count.clampedLong();
    if (left == 0 || !matching.find(0)) {
      return text;
    }
    TextBuilder out = new TextBuilder(in);
    int from = 0;
    do {
      out.append(subject, from, matching.start());
      from = matching.end();
      if (template != null) {
        template.appendTo(out, matching);
      } else {
        out.append(called(in, replacement, matching));
      }
    } while (--left > 0 && matching.findNext());
    return out.append(subject, from, subject.length()).toStr();
  }

  private static Str called(Invoker in, Value callee, RegexMatching matching) {
    return Conversions.requireText(
        in, Callbacks.call(in, callee, Str.of(matching.match()), matching.groups()));
  }

  /** The pieces between matches; with a maximum the last one holds the rest. */
  static ListObject split(Invoker in, RegexValue regex, Str text, Numerical max) {
    ListObject pieces = new ListObject();
    String subject = text.toString();
    RegexMatching matching = new RegexMatching(in, regex, subject);
    long most = max.signum() <= 0 ? Long.MAX_VALUE : max.clampedLong();
    int from = 0;
    if (most > 1 && matching.find(0)) {
      do {
        pieces.add(Str.of(subject.substring(from, matching.start())));
        from = matching.end();
      } while (pieces.size() < most - 1 && matching.findNext());
    }
    pieces.add(Str.of(subject.substring(from)));
    return pieces;
  }

  /** Patterns that are compiled at run time again and again. A service of the run. */
  static final class Cache {
    private static final int MOST = 128;

    private final java.util.LinkedHashMap<String, RegexValue> compiled =
        new java.util.LinkedHashMap<>(16, 0.75f, true);

    /** Compiles the delimited form, or finds it again. */
    RegexValue get(String delimited) {
      RegexValue regex = compiled.get(delimited);
      if (regex == null) {
        regex = RegexCompiler.compileDelimited(delimited);
        compiled.put(delimited, regex);
        if (compiled.size() > MOST) {
          compiled.remove(compiled.keySet().iterator().next());
        }
      }
      return regex;
    }
  }
}
