package org.jsaffire.object;

/**
 * Equality and hash codes of hash keys and set elements (language.md 4.21, objects.md 9): by type
 * and value for plain values, regexes and tuples, numericals and doubles by value; by {@code
 * __hash} and {@code __cmp_eq} where a class defines both; otherwise by identity.
 */
final class HashKeys {
  private static final int MAX_DEPTH = 1000;

  private HashKeys() {}

  static int hash(Invoker in, Value key) {
    return hash(in, key, 0);
  }

  private static int hash(Invoker in, Value key, int depth) {
    if (key instanceof Str
        || key instanceof Numerical
        || key instanceof DoubleValue
        || key instanceof RegexValue) {
      return key.hashCode();
    }
    if (key instanceof Bool bool) {
      return bool.value() ? 1231 : 1237;
    }
    if (key instanceof TupleObject tuple) {
      checkDepth(in, depth);
      int hash = 17;
      for (int i = 0; i < tuple.size(); i++) {
        hash = hash * 31 + hash(in, tuple.get(i), depth + 1);
      }
      return hash;
    }
    Value hashed = hashedValue(in, key);
    return hashed == key ? System.identityHashCode(key) : hash(in, hashed, depth);
  }

  /** Tuples can be nested deeply, and contain one another many times over. */
  static void checkDepth(Invoker in, int depth) {
    if (depth > MAX_DEPTH) {
      throw Errors.system("Maximum call depth exceeded");
    }
    if (depth > 0) {
      in.checkpoint();
    }
  }

  /**
   * What stands for an object in its hash code: the result of its {@code __hash}, or the plain
   * value inside; the object itself where identity counts.
   *
   * @throws ScriptException typeException
   */
  static Value hashedValue(Invoker in, Value key) {
    if (!(key instanceof Instance instance)) {
      return key;
    }
    if (hasOwnEquality(instance)) {
      Value hash = in.call(instance.layout().findMethod("__hash"), instance).unwrap();
      if (!(hash instanceof Str) && !(hash instanceof Numerical)) {
        throw Errors.type(
            "Method '" + instance.type().name() + ".__hash' must return a string or a numerical");
      }
      return hash;
    }
    Value inner = instance.unwrap();
    return isPlain(inner) ? inner : key;
  }

  static boolean equal(Invoker in, Value a, Value b) {
    if (a == b) {
      return true;
    }
    return a instanceof Str x && b instanceof Str y ? x.equals(y) : equal(in, a, b, 0);
  }

  private static boolean equal(Invoker in, Value a, Value b, int depth) {
    if (a == b) {
      return true;
    }
    if (a instanceof Instance x && hasOwnEquality(x)) {
      return b instanceof Instance y
          && hasOwnEquality(y)
          && Conversions.isTrue(in, in.call(x.layout().findMethod("__cmp_eq"), x, y));
    }
    if (b instanceof Instance y && hasOwnEquality(y)) {
      return false;
    }
    Value x = a.unwrap();
    Value y = b.unwrap();
    if (x instanceof Numerical n && y instanceof DoubleValue d) {
      return n.equals(d.exactNumerical());
    }
    if (x instanceof DoubleValue d && y instanceof Numerical n) {
      return n.equals(d.exactNumerical());
    }
    if (x instanceof TupleObject s && y instanceof TupleObject t) {
      checkDepth(in, depth);
      return equalTuples(in, s, t, depth + 1);
    }
    return isPlain(x) && x.equals(y);
  }

  private static boolean equalTuples(Invoker in, TupleObject a, TupleObject b, int depth) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (!equal(in, a.get(i), b.get(i), depth)) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasOwnEquality(Instance instance) {
    Layout layout = instance.layout();
    return layout.findMethod("__hash") != null && layout.findMethod("__cmp_eq") != null;
  }

  /** Compared by value. */
  private static boolean isPlain(Value value) {
    return value instanceof Str
        || value instanceof Numerical
        || value instanceof DoubleValue
        || value instanceof Bool
        || value instanceof NullValue
        || value instanceof RegexValue
        || value instanceof TupleObject;
  }
}
