package org.jsaffire.object;

/** Methods of list that look at elements (objects.md 17). */
final class ListAccess {
  private ListAccess() {}

  static void define(NativeClass type) {
    subscription(type);
    type.define(
            "object first(object default = null)",
            "The first element.",
            (in, self, d) -> list(self).size() > 0 ? list(self).get(0) : d)
        .define(
            "object last(object default = null)",
            "The last element.",
            (in, self, d) -> list(self).size() > 0 ? list(self).get(list(self).size() - 1) : d)
        .define(
            "list slice(numerical start, numerical length = all)",
            "A part; a negative start counts from the end, a negative length stops before it.",
            (in, self, start, length) ->
                part(
                    in, list(self), Slices.part((Numerical) start, (Numerical) length, size(self))))
        .define(
            "numerical indexOf(object v)",
            "The first index of an equal element, or -1.",
            (in, self, v) -> Numerical.of(Membership.indexOf(in, list(self), v, 0)))
        .define(
            "numerical lastIndexOf(object v)",
            "The last index of an equal element, or -1.",
            (in, self, v) -> Numerical.of(Membership.lastIndexOf(in, list(self), v)))
        .define(
            "boolean contains(object v)",
            "Is an element equal?",
            (in, self, v) -> Bool.of(Membership.indexOf(in, list(self), v, 0) >= 0))
        .define("boolean isEmpty()", "Has it no elements?", (in, self) -> Bool.of(size(self) == 0))
        .define(
            "numerical count(object v)",
            "Number of equal elements.",
            (in, self, v) -> Numerical.of(Membership.count(in, list(self), v)));
  }

  private static void subscription(NativeClass type) {
    type.define(
            "object __get(numerical i)",
            "The element at an index.",
            (in, self, i) -> Subscripts.getCore(in, self, i))
        .define(
            "self __set(numerical i, object v)",
            "Replaces an element, or appends one.",
            (in, self, i, v) -> {
              Subscripts.setCore(in, self, i, v);
              return self;
            })
        .alias("add", "__add")
        .define(
            "boolean __has(numerical i)",
            "Is there an element?",
            (in, self, i) -> Bool.of(isIndex((Numerical) i, size(self))))
        .define(
            "list __splice(numerical|null min = null, numerical|null max = null)",
            "The elements from one index to another, both included.",
            (in, self, min, max) -> part(in, list(self), Slices.of(min, max, size(self))));
  }

  static ListObject list(Value self) {
    return (ListObject) self;
  }

  private static int size(Value self) {
    return list(self).size();
  }

  static boolean isIndex(Numerical i, int size) {
    return i.isLong() && i.longValue() >= 0 && i.longValue() < size;
  }

  static Value get(ListObject list, Numerical i) {
    return isIndex(i, list.size()) ? list.get((int) i.longValue()) : NullValue.NULL;
  }

  static Value random(Invoker in, Value self) {
    int size = size(self);
    return size == 0 ? NullValue.NULL : list(self).get(in.service(RandomSource.class).below(size));
  }

  static ListObject part(Invoker in, ListObject list, Slices.Range range) {
    return list.slice(in, range.from(), range.to());
  }
}
