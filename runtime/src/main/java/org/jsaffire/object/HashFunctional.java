package org.jsaffire.object;

/** Methods of hash that take callbacks (objects.md 18); the callbacks get {@code (key, value)}. */
final class HashFunctional {
  private HashFunctional() {}

  static void define(NativeClass type) {
    type.define(
            "hash mapValues(callable f)",
            "The results of f under the same keys.",
            (in, self, f) -> {
              HashObject result = new HashObject();
              for (Pass pass = new Pass(in, self, f); pass.next(); ) {
                Value key = pass.key();
                result.put(in, key, pass.call());
              }
              return result;
            })
        .define(
            "hash mapKeys(callable f)",
            "The values under the results of f.",
            (in, self, f) -> {
              HashObject result = new HashObject();
              for (Pass pass = new Pass(in, self, f); pass.next(); ) {
                Value value = pass.value();
                result.put(in, pass.call(), value);
              }
              return result;
            })
        .define(
            "hash filter(callable f)",
            "The pairs for which f is true.",
            (in, self, f) -> select(new Pass(in, self, f), true))
        .define(
            "hash reject(callable f)",
            "The pairs for which f is not true.",
            (in, self, f) -> select(new Pass(in, self, f), false))
        .define(
            "object find(callable f)",
            "Key and value of the first pair for which f is true, or null.",
            (in, self, f) -> {
              Pass pass = new Pass(in, self, f);
              return pass.search(true) ? TupleObject.of(pass.key(), pass.value()) : NullValue.NULL;
            });
    sorting(type);
  }

  private static HashObject select(Pass pass, boolean wanted) {
    HashObject selected = new HashObject();
    while (pass.search(wanted)) {
      selected.put(pass.in(), pass.key(), pass.value());
    }
    return selected;
  }

  private static void sorting(NativeClass type) {
    type.define(
            "hash sortByKey(callable cmp = natural)",
            "The pairs in the order of their keys.",
            (in, self, cmp) -> sorted(in, (HashObject) self, 0, cmp))
        .define(
            "hash sortByValue(callable cmp = natural)",
            "The pairs in the order of their values.",
            (in, self, cmp) -> sorted(in, (HashObject) self, 1, cmp));
  }

  /**
   * Sorts by one part of the pairs.
   *
   * @param part 0 for keys, 1 for values
   */
  private static HashObject sorted(Invoker in, HashObject hash, int part, Value comparison) {
    Ordering.Order order;
    if (comparison == null) {
      Ordering.check(part == 0 ? hash.keys() : hash.values());
      order = Ordering.natural(in);
    } else {
      order = (a, b) -> ListOrder.compare(in, comparison, a, b) > 0;
    }
    Value[] pairs = HashDerived.items(hash);
    Ordering.sort(pairs, (a, b) -> order.isAfter(get(a, part), get(b, part)));
    HashObject sorted = new HashObject();
    for (Value pair : pairs) {
      sorted.put(in, get(pair, 0), get(pair, 1));
    }
    return sorted;
  }

  private static Value get(Value pair, int part) {
    return ((TupleObject) pair).get(part);
  }
}
