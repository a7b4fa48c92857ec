package org.jsaffire.bytecode;

import java.util.List;

/** Constants that are more than a Java value. */
public final class Constants {
  private Constants() {}

  /** The literal null, where a Java null would mean none. */
  public enum Null {
    NULL
  }

  /** A regex literal. */
  public record Regex(String pattern, String flags) {}

  /**
   * A type name in {@code extends}, {@code implements}, {@code inherits}, {@code catch} or a hint.
   *
   * @param text as written, for messages
   * @param qualified the full name when the name has a separator; else null
   * @param global the global of the file with that name, or -1
   */
  public record TypeReference(String text, String qualified, int global) {}

  /**
   * An import.
   *
   * @param name as written
   * @param qualified the full name in the namespace of the file
   */
  public record Import(String name, String qualified) {}

  /** Jump targets, or the number of parts of each element of a literal. */
  public record Numbers(List<Integer> values) {
    public Numbers {
      values = List.copyOf(values);
    }

    /** All together; a sum beyond an int stays at its limit. */
    public int sum() {
      long sum = 0;
      for (int value : values) {
        sum += value;
      }
      return (int) Math.min(sum, Integer.MAX_VALUE);
    }
  }
}
