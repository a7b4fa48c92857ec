package org.jsaffire.object;

import java.util.List;

/** Writes a parsed pattern for {@link java.util.regex.Pattern}. */
final class RegexWriter {
  private final StringBuilder out = new StringBuilder();
  private final RegexGroups groups;

  /** Groups opened so far. */
  private int opened;

  /** How often the place being written can be run through without taking a character. */
  private int emptyRuns = 1;

  RegexWriter(RegexGroups groups) {
    this.groups = groups;
  }

  void put(String text) {
    out.append(text);
  }

  void countGroup() {
    opened++;
  }

  int emptyRuns() {
    return emptyRuns;
  }

  void setEmptyRuns(int runs) {
    emptyRuns = runs;
  }

  /**
   * A reference to whichever of the groups with a number or name took part.
   *
   * @param target Integer or String
   * @param offset of the reference in the pattern
   */
  void putReference(Object target, int offset) throws RegexFault.Found {
    List<Integer> places =
        target instanceof Integer number ? groups.ofNumber(number) : groups.ofName((String) target);
    if (places.isEmpty()) {
      throw new RegexFault.Found(offset, "reference to group '" + target + "', which is not there");
    }
    String separator = "(?:";
    for (int place : places) {
      // The engine reads further digits only for groups that it has met already.
      if (place > 9 && place > opened) {
        throw new RegexFault.Found(offset, "forward reference to a group above 9 is not supported");
      }
      out.append(separator).append('\\').append(place);
      separator = "|";
    }
    out.append(')');
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
