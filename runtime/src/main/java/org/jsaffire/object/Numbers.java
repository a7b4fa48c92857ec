package org.jsaffire.object;

import java.math.BigDecimal;

/** Numericals and doubles taken together. */
public final class Numbers {
  private Numbers() {}

  /** The core value is a numerical or a double. */
  public static boolean isNumber(Value value) {
    return value instanceof Numerical || value instanceof DoubleValue;
  }

  /** The exact value of a numerical or double. */
  public static BigDecimal decimal(Value number) {
    return number instanceof Numerical n ? new BigDecimal(n.bigValue()) : decimalOf(number);
  }

  private static BigDecimal decimalOf(Value number) {
    return ((DoubleValue) number).value();
  }

  /** Compares two numericals or doubles by value. */
  public static int compare(Value a, Value b) {
    if (a instanceof Numerical x && b instanceof Numerical y) {
      return x.compareTo(y);
    }
    return decimal(a).compareTo(decimal(b));
  }

  /** The sign of a numerical or double: -1, 0 or 1. */
  public static int signum(Value number) {
    return number instanceof Numerical n ? n.signum() : decimalOf(number).signum();
  }
}
