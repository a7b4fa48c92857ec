package org.jsaffire.object;

/** Methods of hash that change it (objects.md 18). */
final class HashChanges {
  private HashChanges() {}

  static void define(NativeClass type) {
    type.define(
            "self add(object k, object v)",
            "Adds a pair if the key is absent.",
            (in, self, k, v) -> {
              ((HashObject) self).addAbsent(in, k, v);
              return self;
            })
        .define(
            "self removeAll(list keys)",
            "Takes out the pairs of these keys.",
            (in, self, keys) -> removeAll(in, (HashObject) self, (ListObject) keys))
        .define(
            "self clear()",
            "Takes out all pairs.",
            (in, self) -> {
              ((HashObject) self).clear();
              return self;
            })
        .define(
            "self merge(hash other, callable|null resolve = null)",
            "Adds the pairs of another hash; resolve(key, own, other) decides between values.",
            (in, self, other, resolve) -> merge(in, (HashObject) self, (HashObject) other, resolve))
        .define(
            "self append(object key, object value)",
            "Adds to the list stored under a key.",
            (in, self, key, value) -> append(in, (HashObject) self, key, value))
        .define(
            "self increment(object key, numerical|double n = 1)",
            "Adds to the number stored under a key.",
            (in, self, key, n) -> increment(in, (HashObject) self, key, n));
  }

  private static Value removeAll(Invoker in, HashObject hash, ListObject keys) {
    hash.checkMutable();
    for (Value key : keys.toArray()) {
      hash.remove(in, key);
    }
    return hash;
  }

  private static Value merge(Invoker in, HashObject hash, HashObject other, Value resolve) {
    hash.checkMutable();
    if (resolve == null || resolve == NullValue.NULL) {
      putAll(in, hash, other);
      return hash;
    }
    HashObject merged = hash.mutableCopy(in);
    Cursor cursor = Cursor.overCore(other);
    while (cursor.next(in)) {
      Value key = cursor.key();
      Value theirs = cursor.value();
      Value own = merged.get(in, key);
      merged.put(in, key, own == null ? theirs : Callbacks.call(in, resolve, key, own, theirs));
    }
    hash.replaceAll(merged);
    return hash;
  }

  static void putAll(Invoker in, HashObject hash, HashObject other) {
    if (hash == other) {
      return;
    }
    Cursor cursor = Cursor.overCore(other);
    while (cursor.next(in)) {
      hash.put(in, cursor.key(), cursor.value());
    }
  }

  private static Value append(Invoker in, HashObject hash, Value key, Value value) {
    hash.checkMutable();
    Value stored = hash.get(in, key);
    if (stored == null) {
      ListObject list = new ListObject();
      list.add(value);
      hash.put(in, key, list);
    } else if (!(stored instanceof ClassObject) && stored.unwrap() instanceof ListObject list) {
      list.add(in, value);
    } else {
      throw wrongValue("list", stored);
    }
    return hash;
  }

  private static Value increment(Invoker in, HashObject hash, Value key, Value n) {
    hash.checkMutable();
    Value stored = hash.get(in, key);
    Value number = stored == null ? Numerical.of(0) : stored.unwrap();
    if (!Numbers.isNumber(number)) {
      throw wrongValue("numerical", stored);
    }
    hash.put(in, key, Operators.arithmetic(in, Operator.ADD, number, n));
    return hash;
  }

  private static ScriptException wrongValue(String wanted, Value found) {
    return Errors.type(
        "Stored value must be a " + wanted + ", but is a " + Conversions.typeName(found));
  }
}
