package org.jsaffire.object;

/** Methods of list about the order of its elements (objects.md 17). */
final class ListOrder {
  private ListOrder() {}

  static void define(NativeClass type) {
    sorting(type);
    type.define(
            "self reverse()",
            "Reverses the order.",
            (in, self) -> {
              ((ListObject) self).reverse();
              return self;
            })
        .define(
            "list reversed()",
            "The elements in reverse order.",
            (in, self) -> {
              ListObject list = copy(in, self);
              list.reverse();
              return list;
            })
        .define(
            "list shuffled()",
            "The elements in random order.",
            (in, self) -> shuffle(in, copy(in, self)))
        .define(
            "self unique()",
            "Takes out elements that equal an earlier one.",
            (in, self) -> {
              ListObject list = (ListObject) self;
              list.checkMutable();
              list.replaceAll(unique(in, list));
              return self;
            })
        .define(
            "list uniqued()",
            "The elements without those that equal an earlier one.",
            (in, self) -> unique(in, (ListObject) self));
  }

  private static void sorting(NativeClass type) {
    type.define(
            "self sort(callable cmp = natural)",
            "Sorts; equal elements keep their order.",
            (in, self, cmp) -> {
              ListObject list = (ListObject) self;
              list.checkMutable();
              list.replaceAll(sorted(in, list, cmp));
              return self;
            })
        .define(
            "self sortBy(callable key)",
            "Sorts by what key makes of the elements.",
            (in, self, key) -> {
              ListObject list = (ListObject) self;
              list.checkMutable();
              list.replaceAll(sortedBy(new Pass(in, list, key)));
              return self;
            })
        .define(
            "list sorted(callable cmp = natural)",
            "The elements in order.",
            (in, self, cmp) -> sorted(in, (ListObject) self, cmp))
        .define(
            "list sortedBy(callable key)",
            "The elements ordered by what key makes of them.",
            (in, self, key) -> sortedBy(new Pass(in, self, key)));
  }

  private static ListObject copy(Invoker in, Value self) {
    ListObject list = (ListObject) self;
    return list.slice(in, 0, list.size());
  }

  static Value shuffle(Invoker in, Value self) {
    ListObject list = (ListObject) self;
    list.checkMutable();
    RandomSource random = in.service(RandomSource.class);
    for (int i = list.size() - 1; i > 0; i--) {
      list.swap(i, random.below(i + 1));
    }
    return list;
  }

  private static ListObject unique(Invoker in, ListObject list) {
    Membership seen = new Membership();
    ListObject kept = new ListObject();
    for (int i = 0; i < list.size(); i++) {
      Value element = list.get(i);
      if (!seen.contains(in, element)) {
        seen.add(in, element);
        kept.add(in, element);
      }
    }
    return kept;
  }

  private static ListObject sorted(Invoker in, ListObject list, Value comparison) {
    if (comparison == null && list.isLongs()) {
      ListObject numbers = list.slice(in, 0, list.size());
      numbers.sortLongs();
      return numbers;
    }
    return ListObject.owning(in, sort(in, list.toArray(), comparison));
  }

  /**
   * Sorts an array in place and returns it.
   *
   * @param comparison a callable, or null for the natural order
   */
  static Value[] sort(Invoker in, Value[] elements, Value comparison) {
    if (comparison == null) {
      Ordering.check(elements);
      Ordering.sort(elements, Ordering.natural(in));
    } else {
      Ordering.sort(elements, (a, b) -> compare(in, comparison, a, b) > 0);
    }
    return elements;
  }

  /** The sign of what a comparison of a script returns. */
  static int compare(Invoker in, Value comparison, Value a, Value b) {
    Value result = Callbacks.call(in, comparison, a, b).unwrap();
    if (result instanceof Numerical number) {
      return number.signum();
    }
    if (result instanceof DoubleValue number) {
      return number.value().signum();
    }
    throw Errors.type(
        "Comparison must return a numerical, but got a " + Conversions.typeName(result));
  }

  private static ListObject sortedBy(Pass pass) {
    ListObject keys = new ListObject();
    ListObject elements = new ListObject();
    while (pass.next()) {
      keys.add(pass.in(), pass.call());
      elements.add(pass.in(), pass.value());
    }
    Ordering.check(keys.toArray());
    Value[] pairs = new Value[keys.size()];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = TupleObject.of(keys.get(i), elements.get(i));
    }
    Ordering.Order natural = Ordering.natural(pass.in());
    Ordering.sort(pairs, (a, b) -> natural.isAfter(first(a), first(b)));
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = ((TupleObject) pairs[i]).get(1);
    }
    return ListObject.owning(pass.in(), pairs);
  }

  private static Value first(Value pair) {
    return ((TupleObject) pair).get(0);
  }
}
