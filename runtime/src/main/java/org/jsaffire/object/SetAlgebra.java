package org.jsaffire.object;

/** Unions, intersections, differences and subset tests of sets (language.md 8.2). */
final class SetAlgebra {
  private SetAlgebra() {}

  static void define(NativeClass type) {
    type.define("set union(set s)", "The elements of both.", SetAlgebra::union)
        .define(
            "set intersect(set s)",
            "The elements that are in both.",
            (in, self, s) -> select(in, (SetObject) self, (SetObject) s, true))
        .define(
            "set diff(set s)",
            "The elements that are not in the other.",
            (in, self, s) -> select(in, (SetObject) self, (SetObject) s, false))
        .define(
            "boolean isSubsetOf(set s)",
            "Are all elements in the other?",
            (in, self, s) -> Bool.of(isSubset(in, self, s)))
        .define(
            "list toList()",
            "A list of the elements.",
            (in, self) -> ListObject.owning(in, ((SetObject) self).elements()))
        .alias("union", "__opr_add", "__opr_or")
        .alias("diff", "__opr_sub")
        .alias("intersect", "__opr_and")
        .define(
            "set __opr_xor(set s)", "The elements that are in one of the two.", SetAlgebra::xor);
    comparisons(type);
  }

  private static void comparisons(NativeClass type) {
    type.alias("isSubsetOf", "__cmp_le")
        .define(
            "boolean __cmp_lt(set s)",
            "Are all elements in the other, which has more?",
            (in, self, s) -> Bool.of(size(self) < size(s) && isSubset(in, self, s)))
        .define(
            "boolean __cmp_ge(set s)",
            "Are all elements of the other in this one?",
            (in, self, s) -> Bool.of(isSubset(in, s, self)))
        .define(
            "boolean __cmp_gt(set s)",
            "Are all elements of the other in this one, which has more?",
            (in, self, s) -> Bool.of(size(s) < size(self) && isSubset(in, s, self)));
  }

  private static int size(Value set) {
    return ((SetObject) set).size();
  }

  private static Value union(Invoker in, Value self, Value other) {
    SetObject union = ((SetObject) self).mutableCopy(in);
    for (Value element : ((SetObject) other).elements()) {
      union.add(in, element);
    }
    return union;
  }

  private static SetObject select(Invoker in, SetObject set, SetObject other, boolean wanted) {
    SetObject selected = new SetObject();
    for (Value element : set.elements()) {
      if (other.has(in, element) == wanted) {
        selected.add(in, element);
      }
    }
    return selected;
  }

  private static Value xor(Invoker in, Value self, Value other) {
    SetObject result = select(in, (SetObject) self, (SetObject) other, false);
    for (Value element : select(in, (SetObject) other, (SetObject) self, false).elements()) {
      result.add(in, element);
    }
    return result;
  }

  private static boolean isSubset(Invoker in, Value set, Value other) {
    if (size(set) > size(other)) {
      return false;
    }
    for (Value element : ((SetObject) set).elements()) {
      if (!((SetObject) other).has(in, element)) {
        return false;
      }
    }
    return true;
  }
}
