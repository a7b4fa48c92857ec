package org.jsaffire.object;

/** Code points as numbers and characters. */
public final class CodePoints {
  private CodePoints() {}

  /**
   * The character of a code point.
   *
   * @throws ScriptException argumentException when it is outside 0 to 10FFFF, or a surrogate
   */
  public static Str text(Numerical number) {
    long value = number.clampedLong();
    boolean isSurrogate = value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE;
    if (value < 0 || value > Character.MAX_CODE_POINT || isSurrogate) {
      throw Errors.argument("Invalid code point " + number);
    }
    return Str.ofCodePoint((int) value);
  }
}
