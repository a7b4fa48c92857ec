package org.jsaffire.object;

/** {@code __memory()}: an estimate of what one object occupies, without what it refers to. */
final class Footprint {
  private static final int HEADER = 16;
  private static final int REFERENCE = 8;
  private static final int STRING = 72;

  private Footprint() {}

  /** Bytes, always positive. */
  static long of(Value value) {
    if (value instanceof Str text) {
      return STRING + 2L * text.units();
    }
    if (value instanceof Numerical number) {
      return HEADER * 2L + (number.isLong() ? 0 : number.bigValue().bitLength() / 8);
    }
    if (value instanceof DoubleValue number) {
      return HEADER * 4L + number.value().unscaledValue().bitLength() / 8;
    }
    if (value instanceof ListObject list) {
      return HEADER * 2L + (long) REFERENCE * list.size();
    }
    if (value instanceof Container container) {
      return HEADER * 4L + 4L * REFERENCE * container.size();
    }
    if (value instanceof TupleObject tuple) {
      return HEADER * 2L + (long) REFERENCE * tuple.size();
    }
    return value instanceof Instance instance ? ofInstance(instance) : HEADER * 2L;
  }

  private static long ofInstance(Instance instance) {
    Value inner = instance.unwrap();
    return HEADER * 4L
        + (long) REFERENCE * instance.layout().slotCount()
        + (inner == instance ? 0 : of(inner));
  }
}
