package org.jsaffire.object;

/** Methods of hash that make something else of it (objects.md 18). */
final class HashDerived {
  private HashDerived() {}

  static void define(NativeClass type) {
    type.define(
            "hash merged(hash other)",
            "The pairs of both; for common keys those of the other.",
            (in, self, other) -> merged(in, (HashObject) self, (HashObject) other))
        .alias("merged", "__opr_add")
        .define(
            "hash invert()",
            "Values as keys, keys as values.",
            (in, self) -> invert(in, (HashObject) self))
        .define(
            "hash pick(list keys)",
            "The pairs of these keys, in their order.",
            (in, self, keys) -> pick(in, (HashObject) self, (ListObject) keys))
        .define(
            "hash omit(list keys)",
            "The pairs of all other keys.",
            (in, self, keys) -> omit(in, (HashObject) self, (ListObject) keys))
        .define(
            "list items()",
            "Tuples of key and value.",
            (in, self) -> ListObject.owning(in, items((HashObject) self)))
        .define(
            "list toList()",
            "The values in order.",
            (in, self) -> ListObject.owning(in, ((HashObject) self).values()))
        .define(
            "string join(string pair = \"=\", string glue = \"&\")",
            "The texts of keys and values, joined.",
            (in, self, pair, glue) -> join(in, (HashObject) self, (Str) pair, (Str) glue));
  }

  private static HashObject merged(Invoker in, HashObject hash, HashObject other) {
    HashObject merged = hash.mutableCopy(in);
    HashChanges.putAll(in, merged, other);
    return merged;
  }

  private static HashObject invert(Invoker in, HashObject hash) {
    HashObject inverted = new HashObject();
    Cursor cursor = Cursor.overCore(hash);
    while (cursor.next(in)) {
      inverted.put(in, cursor.value(), cursor.key());
    }
    return inverted;
  }

  private static HashObject pick(Invoker in, HashObject hash, ListObject keys) {
    HashObject picked = new HashObject();
    for (Value key : keys.toArray()) {
      Value value = hash.get(in, key);
      if (value != null) {
        picked.put(in, key, value);
      }
    }
    return picked;
  }

  private static HashObject omit(Invoker in, HashObject hash, ListObject keys) {
    HashObject rest = hash.mutableCopy(in);
    for (Value key : keys.toArray()) {
      rest.remove(in, key);
    }
    return rest;
  }

  /** Tuples of key and value. */
  static Value[] items(HashObject hash) {
    Value[] items = hash.keys();
    Value[] values = hash.values();
    for (int i = 0; i < items.length; i++) {
      items[i] = TupleObject.of(items[i], values[i]);
    }
    return items;
  }

  private static Str join(Invoker in, HashObject hash, Str pair, Str glue) {
    ListObject parts = new ListObject();
    Cursor cursor = Cursor.overCore(hash);
    while (cursor.next(in)) {
      Str key = Conversions.text(in, cursor.key());
      Str value = Conversions.text(in, cursor.value());
      parts.add(in, Operators.add(in, Operators.add(in, key, pair), value));
    }
    return CollectionMethods.join(in, parts, glue);
  }
}
