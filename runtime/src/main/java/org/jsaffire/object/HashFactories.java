package org.jsaffire.object;

/** Methods of the class hash that make hashes (objects.md 9 and 18). */
final class HashFactories {
  private HashFactories() {}

  static void define(NativeClass type) {
    type.define(
            "static hash from(list ofTuples)",
            "A hash of pairs.",
            (in, self, pairs) -> fromPairs(in, pairs))
        .define(
            "static hash combine(list keys, list values)",
            "A hash of the keys and the values that stand beside them.",
            (in, self, keys, values) -> combine(in, (ListObject) keys, (ListObject) values));
  }

  /** The pairs of a hash, or of an iterable of tuples. */
  static HashObject collect(Invoker in, Value from) {
    return !(from instanceof ClassObject) && from.unwrap() instanceof HashObject hash
        ? hash.mutableCopy(in)
        : fromPairs(in, from);
  }

  private static HashObject fromPairs(Invoker in, Value pairs) {
    HashObject hash = new HashObject();
    Cursor cursor = Cursor.over(in, pairs, 1);
    for (int n = 1; cursor.next(in); n++) {
      TupleObject pair = pair(cursor.value(), n);
      hash.put(in, pair.get(0), pair.get(1));
    }
    return hash;
  }

  private static TupleObject pair(Value value, int n) {
    if (value instanceof ClassObject || !(value.unwrap() instanceof TupleObject pair)) {
      throw Errors.argument(
          "Error while parsing argument list: wanted a tuple, but got a "
              + Conversions.typeName(value));
    }
    if (pair.size() != 2) {
      throw Datastructures.wrongCount(n);
    }
    return pair;
  }

  private static HashObject combine(Invoker in, ListObject keys, ListObject values) {
    if (keys.size() != values.size()) {
      throw Errors.argument("Lists must have the same length");
    }
    Value[] allKeys = keys.toArray();
    Value[] allValues = values.toArray();
    HashObject hash = new HashObject();
    for (int i = 0; i < allKeys.length; i++) {
      hash.put(in, allKeys[i], allValues[i]);
    }
    return hash;
  }
}
