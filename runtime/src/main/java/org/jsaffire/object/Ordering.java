package org.jsaffire.object;

/**
 * The natural order of elements (objects.md, part 2): numericals and doubles by value, strings by
 * code points, false before true, tuples element by element, objects by {@code __cmp_lt}.
 */
public final class Ordering {
  /** Which of two elements comes last. */
  @FunctionalInterface
  public interface Order {
    /** The first belongs behind the second; false when the two are equal. */
    boolean isAfter(Value a, Value b);
  }

  private enum Kind {
    NUMBER,
    STRING,
    BOOLEAN,
    TUPLE,
    OBJECT,
    UNORDERED
  }

  private Ordering() {}

  /** The natural order, for elements that passed {@link #check}. */
  public static Order natural(Invoker in) {
    return (a, b) -> isLess(in, b, a);
  }

  /**
   * Makes sure that the elements have an order among each other. A single element needs none.
   *
   * @throws ScriptException typeException that names the type of the first element and that of the
   *     first one that does not go with it
   */
  public static void check(Value... elements) {
    if (elements.length < 2) {
      return;
    }
    Kind first = kind(elements[0]);
    for (int i = 1; i < elements.length; i++) {
      if (first == Kind.UNORDERED || kind(elements[i]) != first) {
        throw cannotCompare(elements[0], elements[i]);
      }
    }
  }

  static ScriptException cannotCompare(Value a, Value b) {
    return Errors.type(
        "Cannot compare '" + Conversions.typeName(a) + "' with '" + Conversions.typeName(b) + "'");
  }

  private static Kind kind(Value value) {
    if (value instanceof ClassObject) {
      return Kind.UNORDERED;
    }
    return switch (value.tag()) {
      case NUMERICAL, DOUBLE -> Kind.NUMBER;
      case STRING -> Kind.STRING;
      case BOOLEAN -> Kind.BOOLEAN;
      case TUPLE -> Kind.TUPLE;
      case USER, EXCEPTION -> isOrdered(value) ? Kind.OBJECT : Kind.UNORDERED;
      case BASE, NULL, REGEX, HASH, LIST, SET, CALLABLE -> Kind.UNORDERED;
    };
  }

  private static boolean isOrdered(Value value) {
    return Operator.LT.find(value) != null || Operator.GT.find(value) != null;
  }

  /**
   * The first comes before the second.
   *
   * @throws ScriptException typeException when the two have no order
   */
  public static boolean isLess(Invoker in, Value a, Value b) {
    if (a instanceof Numerical x && b instanceof Numerical y) {
      return x.compareTo(y) < 0;
    }
    if (a instanceof Str x && b instanceof Str y) {
      return x.compareTo(y) < 0;
    }
    check(a, b);
    if (Numbers.isNumber(a) && Numbers.isNumber(b)) {
      return Numbers.compare(a, b) < 0;
    }
    if (a instanceof Bool x && b instanceof Bool y) {
      return !x.value() && y.value();
    }
    if (a instanceof TupleObject x && b instanceof TupleObject y) {
      return isLess(in, x, y);
    }
    return Operators.compare(in, Operator.LT, a, b);
  }

  /** Decided by the first elements that differ; a proper prefix is smaller. */
  private static boolean isLess(Invoker in, TupleObject a, TupleObject b) {
    int n = Math.min(a.size(), b.size());
    for (int i = 0; i < n; i++) {
      if (!Operators.isLenientlyEqual(in, a.get(i), b.get(i))) {
        return isLess(in, a.get(i), b.get(i));
      }
    }
    return a.size() < b.size();
  }

  /**
   * -1, 0 or 1 as the first comes before, goes with, or comes behind the second.
   *
   * @throws ScriptException typeException when the two have no order
   */
  public static int compare(Invoker in, Value a, Value b) {
    return isLess(in, a, b) ? -1 : isLess(in, b, a) ? 1 : 0;
  }

  /**
   * Sorts in place; equal elements keep their order. The order may be inconsistent, as one from a
   * script can be: the result is then some permutation. When it throws, the array is half sorted.
   */
  public static void sort(Value[] elements, Order order) {
    mergeSort(elements.clone(), elements, 0, elements.length, order);
  }

  /** Sorts a part of {@code source} into {@code target}; both hold the same elements there. */
  private static void mergeSort(Value[] source, Value[] target, int from, int to, Order order) {
    if (to - from < 7) {
      insertionSort(target, from, to, order);
      return;
    }
    int middle = (from + to) >>> 1;
    mergeSort(target, source, from, middle, order);
    mergeSort(target, source, middle, to, order);
    if (!order.isAfter(source[middle - 1], source[middle])) {
      System.arraycopy(source, from, target, from, to - from);
      return;
    }
    int left = from;
    int right = middle;
    for (int i = from; i < to; i++) {
      if (right >= to || (left < middle && !order.isAfter(source[left], source[right]))) {
        target[i] = source[left++];
      } else {
        target[i] = source[right++];
      }
    }
  }

  private static void insertionSort(Value[] elements, int from, int to, Order order) {
    for (int i = from + 1; i < to; i++) {
      Value element = elements[i];
      int k = i;
      while (k > from && order.isAfter(elements[k - 1], element)) {
        elements[k] = elements[k - 1];
        k--;
      }
      elements[k] = element;
    }
  }
}
