package org.jsaffire.object;

/** The operators of list (objects.md 17). */
final class ListOperators {
  private ListOperators() {}

  static void define(NativeClass type) {
    type.define(
            "list __opr_add(list other)",
            "The elements of both lists.",
            (in, self, other) -> ListDerived.concat(in, (ListObject) self, (ListObject) other))
        .define(
            "list __opr_sub(list other)",
            "The elements that do not occur in another list.",
            (in, self, other) ->
                ListDerived.select(in, (ListObject) self, (ListObject) other, false))
        .define(
            "list __opr_mul(numerical n)",
            "The elements n times.",
            (in, self, n) -> repeat(in, (ListObject) self, CollectionMethods.count(n)))
        .define(
            "list __opr_shl(numerical n)",
            "The elements behind the first n.",
            (in, self, n) -> ListDerived.part(in, self, distance(n), Integer.MAX_VALUE))
        .define(
            "list __opr_shr(numerical n)",
            "The elements before the last n.",
            (in, self, n) ->
                ListDerived.part(
                    in, self, 0, Math.max(0, ((ListObject) self).size() - distance(n))));
    CollectionMethods.equality(type);
  }

  private static int distance(Value n) {
    if (((Numerical) n).signum() < 0) {
      throw Errors.argument("Shift count must be 0 or higher");
    }
    return CollectionMethods.count(n);
  }

  private static ListObject repeat(Invoker in, ListObject list, int n) {
    if (list.size() == 0 || n == 0) {
      return new ListObject();
    }
    ListObject repeated = new ListObject(in, (long) list.size() * n);
    for (int i = 0; i < n; i++) {
      repeated.addAll(in, list);
    }
    return repeated;
  }
}
