package org.jsaffire.object;

import java.math.BigInteger;

/** Methods of hash that look at pairs (objects.md 18). */
final class HashAccess {
  private HashAccess() {}

  static void define(NativeClass type) {
    type.define(
            "object first()",
            "Key and value of the first pair, or null.",
            (in, self) -> pairAt(table(self), table(self).start()))
        .define(
            "object last()",
            "Key and value of the last pair, or null.",
            (in, self) -> pairAt(table(self), table(self).end() - 1))
        .define(
            "boolean isEmpty()", "Has it no pairs?", (in, self) -> Bool.of(table(self).size() == 0))
        .define(
            "boolean contains(object value)",
            "Is a value equal?",
            (in, self, value) -> Bool.of(keyOf(in, (HashObject) self, value) != null))
        .define(
            "object keyOf(object value)",
            "The first key of an equal value, or null.",
            (in, self, value) -> {
              Value key = keyOf(in, (HashObject) self, value);
              return key == null ? NullValue.NULL : key;
            })
        .define(
            "object fetch(object key)", "The value of a key that must be there.", HashAccess::fetch)
        .define(
            "object getOrSet(object key, callable make)",
            "The value of a key; where absent, what make returns, which is added.",
            HashAccess::getOrSet)
        .define(
            "object path(string dotted, object default = null)",
            "What lies at the end of a path through nested collections.",
            (in, self, dotted, d) -> path(in, self, dotted.toString(), d));
  }

  private static HashTable table(Value self) {
    return ((HashObject) self).table();
  }

  private static Value pairAt(HashTable table, int position) {
    return table.size() == 0
        ? NullValue.NULL
        : TupleObject.of(table.keyAt(position), table.valueAt(position));
  }

  private static Value keyOf(Invoker in, HashObject hash, Value value) {
    Cursor cursor = Cursor.overCore(hash);
    while (cursor.next(in)) {
      if (Operators.isLenientlyEqual(in, cursor.value(), value)) {
        return cursor.key();
      }
    }
    return null;
  }

  private static Value fetch(Invoker in, Value self, Value key) {
    Value value = ((HashObject) self).get(in, key);
    if (value == null) {
      throw Errors.of(Exceptions.INDEX, "Key '" + Conversions.text(in, key) + "' not found");
    }
    return value;
  }

  private static Value getOrSet(Invoker in, Value self, Value key, Value make) {
    HashObject hash = (HashObject) self;
    Value value = hash.get(in, key);
    if (value == null) {
      hash.checkMutable();
      value = Callbacks.call(in, make, key);
      hash.put(in, key, value);
    }
    return value;
  }

  private static Value path(Invoker in, Value start, String dotted, Value otherwise) {
    Value value = start;
    int from = 0;
    while (value != null && from <= dotted.length()) {
      int dot = dotted.indexOf('.', from);
      int end = dot < 0 ? dotted.length() : dot;
      value = step(in, value, dotted.substring(from, end));
      from = end + 1;
    }
    return value == null ? otherwise : value;
  }

  /** What a part of a path leads to, or null. */
  private static Value step(Invoker in, Value value, String part) {
    Numerical number = number(part);
    if (value instanceof HashObject hash) {
      Value found = hash.get(in, Str.of(part));
      return found == null && number != null ? hash.get(in, number) : found;
    }
    if (number == null || !number.isLong()) {
      return null;
    }
    if (value instanceof ListObject list && number.longValue() < list.size()) {
      return list.get((int) number.longValue());
    }
    return value instanceof TupleObject tuple && number.longValue() < tuple.size()
        ? tuple.get((int) number.longValue())
        : null;
  }

  /** The number that digits stand for, or null. */
  private static Numerical number(String digits) {
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
        return null;
      }
    }
    return digits.isEmpty() || digits.length() > 1000 ? null : Numerical.of(new BigInteger(digits));
  }
}
