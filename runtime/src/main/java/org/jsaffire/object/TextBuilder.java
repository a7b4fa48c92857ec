package org.jsaffire.object;

/**
 * Puts a text together from parts: charges the run for it as it grows, refuses what becomes too
 * long, and joins raw bytes that are UTF-8 together.
 */
public final class TextBuilder {
  private static final int CHARGED_FROM = 1024;

  private final Invoker in;
  private final StringBuilder text = new StringBuilder();

  /** Units that the run has been charged for. */
  private long charged = CHARGED_FROM;

  private boolean hasRawSeam;

  public TextBuilder(Invoker in) {
    this.in = in;
  }

  /**
   * Appends a part.
   *
   * @throws ScriptException systemException when the text becomes too long, or what charging throws
   */
  public TextBuilder append(CharSequence part) {
    return append(part, 0, part.length());
  }

  /** Appends a part of a text, between two offsets in units. */
  public TextBuilder append(CharSequence part, int from, int to) {
    if (to > from) {
      grow(to - from);
      int end = text.length();
      hasRawSeam |=
          end > 0 && RawBytes.isRaw(part.charAt(from)) && RawBytes.isRaw(text.charAt(end - 1));
      text.append(part, from, to);
    }
    return this;
  }

  public TextBuilder append(Str part) {
    return append(part.toString());
  }

  public TextBuilder append(char c) {
    grow(1);
    text.append(c);
    return this;
  }

  private void grow(int units) {
    long total = (long) text.length() + units;
    if (total > charged) {
      Str.checkUnits(total);
      in.charge(2 * (total * 2 - charged));
      charged = total * 2;
    }
  }

  public int units() {
    return text.length();
  }

  /** The text. */
  public Str toStr() {
    return Str.of(toString());
  }

  @Override
  public String toString() {
    String result = text.toString();
    return hasRawSeam ? RawBytes.canonical(result) : result;
  }
}
