package org.jsaffire.bytecode;

/** What the verifier knows about a slot or about a value on the operand stack. Immutable. */
final class Kind {
  enum Form {
    UNSET("nothing"),
    /** A plain value of a script, as are the next four. */
    VALUE("a value"),
    INT("a number"),
    /** A number that says why a {@code finally} part was entered. */
    REASON("a reason"),
    STRUCTURE("a class for literals"),
    EXCEPTION("an exception"),
    /** Unset or a plain value. */
    MAYBE("a value or nothing"),
    /** An exception, or what ends the run. */
    CAUGHT("what a handler got"),
    CALLEE("a callee"),
    RECEIVER("a receiver"),
    ABSENT("no receiver"),
    ITERATION("an iteration"),
    PREPARED("a prepared definition"),
    /** Different things on different ways. */
    CONFLICT("one of several things");

    private final String text;

    Form(String text) {
      this.text = text;
    }
  }

  static final Kind UNSET = new Kind(Form.UNSET);
  static final Kind VALUE = new Kind(Form.VALUE);
  static final Kind STRUCTURE = new Kind(Form.STRUCTURE);
  static final Kind EXCEPTION = new Kind(Form.EXCEPTION);
  static final Kind MAYBE = new Kind(Form.MAYBE);
  static final Kind CAUGHT = new Kind(Form.CAUGHT);
  static final Kind CALLEE = new Kind(Form.CALLEE);
  static final Kind RECEIVER = new Kind(Form.RECEIVER);
  static final Kind ABSENT = new Kind(Form.ABSENT);
  private static final Kind CONFLICT = new Kind(Form.CONFLICT);

  private final Form form;
  private final int data;
  private final Reasons reasons;

  private Kind(Form form) {
    this(form, 0, null);
  }

  private Kind(Form form, int data, Reasons reasons) {
    this.form = form;
    this.data = data;
    this.reasons = reasons;
  }

  Form form() {
    return form;
  }

  /** The number of INT, the targets of ITERATION, the constant of PREPARED; else 0. */
  int data() {
    return data;
  }

  /** Of REASON; else null. */
  Reasons reasons() {
    return reasons;
  }

  static Kind integer(int value) {
    return new Kind(Form.INT, value, null);
  }

  static Kind iteration(int targets) {
    return new Kind(Form.ITERATION, targets, null);
  }

  static Kind prepared(int constant) {
    return new Kind(Form.PREPARED, constant, null);
  }

  static Kind reason(Reasons reasons) {
    return new Kind(Form.REASON, 0, reasons);
  }

  /** Instructions may do with it what they do with values. */
  boolean isPlain() {
    return form.ordinal() >= Form.VALUE.ordinal() && form.ordinal() <= Form.EXCEPTION.ordinal();
  }

  /** A handler got it, so it can be raised again. */
  boolean isRaised() {
    return form == Form.EXCEPTION || form == Form.CAUGHT;
  }

  /** A plain value, or nothing, or one of both. */
  boolean isPlainOrUnset() {
    return isPlain() || form == Form.MAYBE || form == Form.UNSET;
  }

  /**
   * What holds where two ways meet.
   *
   * @return {@code old} itself when the other way brings nothing new
   */
  static Kind merge(Kind old, Kind other, WorkLimit limit) throws BytecodeException {
    if (old == other || old.form == Form.CONFLICT) {
      return old;
    }
    if (old.form == Form.REASON && other.form == Form.REASON) {
      Reasons merged = Reasons.merge(old.reasons, other.reasons, limit);
      return merged == old.reasons ? old : reason(merged);
    }
    return old.form == other.form && old.data == other.data ? old : join(old, other);
  }

  private static Kind join(Kind old, Kind other) {
    if (old.isPlain() && other.isPlain()) {
      return VALUE;
    }
    if (old.isPlainOrUnset() && other.isPlainOrUnset()) {
      return MAYBE;
    }
    return old.isRaised() && other.isRaised() ? CAUGHT : CONFLICT;
  }

  @Override
  public String toString() {
    return form.text;
  }
}
