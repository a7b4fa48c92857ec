package org.jsaffire.object;

/** Lists of numbers, and what can be computed from them (objects.md 8 and 17). */
final class ListNumbers {
  private ListNumbers() {}

  static void define(NativeClass type) {
    type.define(
            "object sum()",
            "The sum of the elements, 0 when there are none.",
            (in, self) -> sum(in, (ListObject) self))
        .define(
            "object min()",
            "The smallest element, null when there are none.",
            (in, self) -> extreme(in, (ListObject) self, false))
        .define(
            "object max()",
            "The largest element, null when there are none.",
            (in, self) -> extreme(in, (ListObject) self, true))
        .define(
            "object average()",
            "The sum divided by the number of elements, null when there are none.",
            (in, self) -> average(in, (ListObject) self));
  }

  static Value sum(Invoker in, ListObject list) {
    long small = 0;
    int i = 0;
    for (; list.isLongs() && i < list.size(); i++) {
      long number = list.getLong(i);
      long next = small + number;
      if (((small ^ next) & (number ^ next)) < 0) {
        break;
      }
      small = next;
    }
    Value sum = Numerical.of(small);
    for (; i < list.size(); i++) {
      sum = Operators.arithmetic(in, Operator.ADD, sum, list.get(i));
    }
    return sum;
  }

  private static Value average(Invoker in, ListObject list) {
    return list.size() == 0
        ? NullValue.NULL
        : Operators.arithmetic(in, Operator.DIV, sum(in, list), Numerical.of(list.size()));
  }

  private static Value extreme(Invoker in, ListObject list, boolean largest) {
    Value[] elements = list.toArray();
    if (elements.length == 0) {
      return NullValue.NULL;
    }
    Ordering.check(elements);
    Value found = elements[0];
    for (int i = 1; i < elements.length; i++) {
      Value element = elements[i];
      if (largest ? Ordering.isLess(in, found, element) : Ordering.isLess(in, element, found)) {
        found = element;
      }
    }
    return found;
  }

  /**
   * The numbers {@code from}, {@code from + skip} and so on, not above {@code to}.
   *
   * @throws ScriptException argumentException
   */
  static ListObject sequence(Invoker in, Numerical from, Numerical to, Numerical skip) {
    if (from.compareTo(to) > 0) {
      throw Errors.argument("'from' value must be lower than the 'to' value");
    }
    if (skip.signum() <= 0) {
      throw Errors.argument("'skip' must be 1 or higher");
    }
    Numerical count = to.subtract(from).divideTruncating(skip).add(Numerical.of(1));
    ListObject list = new ListObject(in, count.clampedLong());
    if (from.isLong() && to.isLong() && skip.isLong()) {
      long number = from.longValue();
      for (long i = count.longValue(); i > 0; i--) {
        list.addLong(number);
        number += skip.longValue();
      }
      return list;
    }
    for (Numerical number = from; number.compareTo(to) <= 0; number = number.add(skip)) {
      list.add(in, number);
    }
    return list;
  }
}
