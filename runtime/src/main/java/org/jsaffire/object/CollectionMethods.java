package org.jsaffire.object;

/** What the methods of list, hash, tuple and set share. */
final class CollectionMethods {
  private CollectionMethods() {}

  /** The conversions behind the constructor, in listing order. */
  static NativeClass conversions(NativeClass type) {
    return type.define("self __dtor()", "Does nothing.", (in, self) -> self)
        .define(
            "boolean __boolean()",
            "Has it elements?",
            (in, self) -> Bool.of(Conversions.isCoreTrue(self)))
        .define("null __null()", "Null.", (in, self) -> NullValue.NULL)
        .define("numerical __numerical()", "Number of elements.", (in, self) -> length(self))
        .define("string __string()", "Its text.", (in, self) -> Conversions.coreText(self));
  }

  /** Equality with another collection of the class. */
  static NativeClass equality(NativeClass type) {
    return type.define(
            "boolean __cmp_eq(object other)",
            "Have both the same elements?",
            (in, self, other) -> Bool.of(Operators.isLenientlyEqual(in, self, other)))
        .define(
            "boolean __cmp_ne(object other)",
            "Have they different elements?",
            (in, self, other) -> Bool.of(!Operators.isLenientlyEqual(in, self, other)));
  }

  static Numerical length(Value self) {
    return Numerical.of(size(self));
  }

  /** Elements of a list, hash, tuple or set. */
  static int size(Value self) {
    return self instanceof Container container ? container.size() : ((TupleObject) self).size();
  }

  /**
   * The values of an iterable in a list of their own.
   *
   * @throws ScriptException interfaceException when it is not iterable
   */
  static ListObject collect(Invoker in, Value iterable) {
    if (iterable instanceof ListObject list) {
      return list.slice(in, 0, list.size());
    }
    Cursor cursor = Cursor.over(in, iterable, 1);
    ListObject values = new ListObject();
    while (cursor.next(in)) {
      values.add(in, cursor.value());
    }
    return values;
  }

  /** Texts of the elements with {@code glue} between them. */
  static Str join(Invoker in, ListObject elements, Str glue) {
    TextBuilder text = new TextBuilder(in);
    for (int i = 0; i < elements.size(); i++) {
      if (i > 0) {
        text.append(glue);
      }
      text.append(Conversions.text(in, elements.get(i)));
    }
    return text.toStr();
  }

  /** A number of elements that nothing can have is as good as the largest that something can. */
  static int count(Value n) {
    return Math.max(0, ((Numerical) n).clampedInt());
  }
}
