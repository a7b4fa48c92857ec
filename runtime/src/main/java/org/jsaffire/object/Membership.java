package org.jsaffire.object;

import java.util.ArrayList;
import java.util.List;

/**
 * Elements, searched by lenient comparison (language.md 4.14). Plain values, for which that is the
 * same as equality of hash keys, are found in a table; the others are compared one by one.
 */
final class Membership {
  /** Tuples nested deeper than this are compared one by one. */
  private static final int PLAIN_DEPTH = 8;

  private final HashTable plain = new HashTable();
  private final List<Value> others = new ArrayList<>();

  /** No elements yet. */
  Membership() {}

  static Membership of(Invoker in, ListObject list) {
    Membership membership = new Membership();
    for (int i = 0; i < list.size(); i++) {
      membership.add(in, list.get(i));
    }
    return membership;
  }

  void add(Invoker in, Value element) {
    if (isPlain(element, 0)) {
      plain.put(in, element, element);
    } else {
      others.add(element);
    }
  }

  /** Some element equals the value. */
  boolean contains(Invoker in, Value value) {
    if (isPlain(value, 0)) {
      return plain.find(in, value) >= 0 || containsOther(in, value);
    }
    for (Value element : plain.liveKeys()) {
      if (Operators.isLenientlyEqual(in, element, value)) {
        return true;
      }
    }
    return containsOther(in, value);
  }

  private boolean containsOther(Invoker in, Value value) {
    if (!others.isEmpty()) {
      in.checkpoint();
    }
    for (Value element : others) {
      if (Operators.isLenientlyEqual(in, element, value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPlain(Value value, int depth) {
    if (value instanceof TupleObject tuple) {
      for (int i = 0; i < tuple.size(); i++) {
        if (depth == PLAIN_DEPTH || !isPlain(tuple.get(i), depth + 1)) {
          return false;
        }
      }
      return true;
    }
    return value instanceof Str
        || value instanceof Numerical
        || value instanceof DoubleValue
        || value instanceof Bool
        || value instanceof NullValue
        || value instanceof RegexValue;
  }

  /** The first index from {@code from} on whose element equals the value, or -1. */
  static int indexOf(Invoker in, ListObject list, Value value, int from) {
    if (list.isLongs() && (value instanceof Numerical || value instanceof Str)) {
      return value instanceof Numerical number ? indexOf(list, number, from) : -1;
    }
    for (int i = from; i < list.size(); i++) {
      if (Operators.isLenientlyEqual(in, list.get(i), value)) {
        return i;
      }
    }
    return -1;
  }

  private static int indexOf(ListObject list, Numerical number, int from) {
    long wanted = number.longValue();
    for (int i = from; number.isLong() && i < list.size(); i++) {
      if (list.getLong(i) == wanted) {
        return i;
      }
    }
    return -1;
  }

  /** The last index whose element equals the value, or -1. */
  static int lastIndexOf(Invoker in, ListObject list, Value value) {
    for (int i = list.size() - 1; i >= 0; i--) {
      if (i < list.size() && Operators.isLenientlyEqual(in, list.get(i), value)) {
        return i;
      }
    }
    return -1;
  }

  /** How many elements equal the value. */
  static int count(Invoker in, ListObject list, Value value) {
    int count = 0;
    for (int i = indexOf(in, list, value, 0); i >= 0; i = indexOf(in, list, value, i + 1)) {
      count++;
    }
    return count;
  }
}
