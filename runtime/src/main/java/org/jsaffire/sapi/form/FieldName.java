package org.jsaffire.sapi.form;

import java.util.ArrayList;
import java.util.List;

/**
 * The name of a form field, taken apart (modules.md 14): {@code a[x][]} leads to the key {@code x}
 * of {@code a} and appends there.
 */
public final class FieldName {
  /** How many pairs of brackets a name may have. */
  public static final int MAX_DEPTH = 32;

  private FieldName() {}

  /**
   * The parts of a name: what stands in front of the brackets, then what stands in each, empty for
   * {@code []}. A name whose brackets are not well-formed and at its end is plain: one part.
   */
  public static List<String> parts(String name) {
    int open = name.indexOf('[');
    if (open <= 0 || !name.endsWith("]")) {
      return List.of(name);
    }
    List<String> parts = new ArrayList<>();
    parts.add(name.substring(0, open));
    while (open < name.length()) {
      int close = name.charAt(open) == '[' ? name.indexOf(']', open) : -1;
      if (close < 0) {
        return List.of(name);
      }
      parts.add(name.substring(open + 1, close));
      open = close + 1;
    }
    return parts;
  }

  static void checkDepth(String name) throws RefusedRequestException {
    int brackets = 0;
    for (int i = name.indexOf('['); i >= 0; i = name.indexOf('[', i + 1)) {
      brackets++;
    }
    if (brackets > MAX_DEPTH) {
      throw RefusedRequestException.malformed(
          "a field name with more than " + MAX_DEPTH + " brackets");
    }
  }
}
