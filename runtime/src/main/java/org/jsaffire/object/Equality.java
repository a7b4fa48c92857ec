package org.jsaffire.object;

/** Equality of core values without operator methods of scripts (language.md 4.14, fallback 5). */
final class Equality {
  /** Containers nested deeper than this, cycles included, are not compared. */
  private static final int MAX_DEPTH = 1000;

  private Equality() {}

  /** The two are equal: by value, element by element, or by identity. */
  static boolean core(Invoker in, Value a, Value b, int depth) {
    if (a == b) {
      return true;
    }
    if (a instanceof Numerical
        || a instanceof Str
        || a instanceof DoubleValue
        || a instanceof RegexValue) {
      return a.equals(b);
    }
    if (depth > MAX_DEPTH) {
      throw Errors.system("Maximum call depth exceeded");
    }
    if (a instanceof ListObject x && b instanceof ListObject y) {
      return lists(in, x, y, depth);
    }
    if (a instanceof TupleObject x && b instanceof TupleObject y) {
      return tuples(in, x, y, depth);
    }
    if (a instanceof HashObject x && b instanceof HashObject y) {
      return hashes(in, x, y, depth);
    }
    if (a instanceof SetObject x && b instanceof SetObject y) {
      return sets(in, x, y);
    }
    return a instanceof CallableObject x && b instanceof CallableObject y && callables(x, y);
  }

  private static boolean element(Invoker in, Value a, Value b, int depth) {
    if (a == b && !(a instanceof Instance)) {
      return true;
    }
    if (isPlainContainer(a) && isPlainContainer(b)) {
      return a.tag() == b.tag() && core(in, a, b, depth + 1);
    }
    return Operators.isLenientlyEqual(in, a, b);
  }

  private static boolean isPlainContainer(Value value) {
    return value instanceof Container || value instanceof TupleObject;
  }

  private static boolean lists(Invoker in, ListObject a, ListObject b, int depth) {
    if (a.size() != b.size()) {
      return false;
    }
    if (a.isLongs() && b.isLongs()) {
      return a.hasSameLongs(b);
    }
    for (int i = 0; i < a.size() && i < b.size(); i++) {
      if (!element(in, a.get(i), b.get(i), depth)) {
        return false;
      }
    }
    return true;
  }

  private static boolean tuples(Invoker in, TupleObject a, TupleObject b, int depth) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (!element(in, a.get(i), b.get(i), depth)) {
        return false;
      }
    }
    return true;
  }

  private static boolean hashes(Invoker in, HashObject a, HashObject b, int depth) {
    if (a.size() != b.size()) {
      return false;
    }
    for (Value key : a.keys()) {
      Value other = b.get(in, key);
      if (other == null || !element(in, a.get(in, key), other, depth)) {
        return false;
      }
    }
    return true;
  }

  private static boolean sets(Invoker in, SetObject a, SetObject b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (Value element : a.elements()) {
      if (!b.has(in, element)) {
        return false;
      }
    }
    return true;
  }

  /** The same method of the same receiver. */
  private static boolean callables(CallableObject a, CallableObject b) {
    return a.method() == b.method()
        && a.receiver() == b.receiver()
        && a.isBound() == b.isBound()
        && a.partial().length == 0
        && b.partial().length == 0;
  }
}
