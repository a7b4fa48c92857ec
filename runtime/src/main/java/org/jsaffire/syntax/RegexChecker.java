package org.jsaffire.syntax;

/** Decides whether the engine that will run a regex literal accepts its pattern. */
@FunctionalInterface
public interface RegexChecker {
  /**
   * @param flags letters of {@code imsxu}, in any order and number
   * @return null for a good pattern
   */
  Fault check(String pattern, String flags);

  /**
   * What is wrong with a pattern.
   *
   * @param offset in the pattern, counted in code points from 0
   */
  record Fault(int offset, String reason) {}
}
