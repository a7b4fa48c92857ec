package org.jsaffire.object;

/** The methods of tuple (objects.md 10 and 19). */
final class TupleMethods {
  private TupleMethods() {}

  static ClassObject build() {
    NativeClass type =
        NativeClass.named("tuple")
            .tag(TypeTag.TUPLE)
            .emptyPayload(TupleObject::of)
            .implement(Core.DATASTRUCTURE)
            .implement(Core.SUBSCRIPTION)
            .define(
                "object __ctor(object from = none)",
                "A tuple of the elements of an iterable.",
                (in, self, from) ->
                    from == null
                        ? TupleObject.of()
                        : TupleObject.of(CollectionMethods.collect(in, from).toArray()));
    CollectionMethods.conversions(type)
        .define(
            "self populate(object h)",
            "Fills an empty tuple with the values of a hash.",
            TupleMethods::populate);
    subscription(type);
    type.extensions().implement(Core.ITERATOR).alias("populate", "__populate");
    IteratorMethods.defineWithoutLength(type);
    access(type);
    derived(type);
    return CollectionMethods.equality(type).build();
  }

  private static TupleObject tuple(Value self) {
    return (TupleObject) self;
  }

  private static Value populate(Invoker in, Value self, Value values) {
    if (values instanceof ClassObject || !(values.unwrap() instanceof HashObject source)) {
      throw Errors.argument("populate() expects a tuple object");
    }
    tuple(self).fill(source.values());
    return self;
  }

  private static void subscription(NativeClass type) {
    type.define(
            "numerical __length()",
            "Number of elements.",
            (in, self) -> CollectionMethods.length(self))
        .defineN("self __set(object ... v)", "Raises an exception.", (in, self, v) -> immutable())
        .defineN(
            "self __remove(object ... v)", "Raises an exception.", (in, self, v) -> immutable())
        .define(
            "object __get(numerical i)",
            "The element at an index.",
            (in, self, i) -> Subscripts.getCore(in, self, i))
        .define(
            "boolean __has(numerical i)",
            "Is there an element?",
            (in, self, i) -> Bool.of(ListAccess.isIndex((Numerical) i, tuple(self).size())))
        .define(
            "tuple __splice(numerical|null min = null, numerical|null max = null)",
            "The elements from one index to another, both included.",
            (in, self, min, max) -> Subscripts.sliceCore(self, min, max));
  }

  private static Value immutable() {
    throw Errors.immutable("Trying to modify immutable object 'tuple'");
  }

  private static void access(NativeClass type) {
    type.define(
            "numerical length()",
            "Number of elements.",
            (in, self) -> CollectionMethods.length(self))
        .alias("__get", "get")
        .define(
            "object first(object default = null)",
            "The first element.",
            (in, self, d) -> tuple(self).size() == 0 ? d : tuple(self).get(0))
        .define(
            "object last(object default = null)",
            "The last element.",
            (in, self, d) -> tuple(self).size() == 0 ? d : tuple(self).get(tuple(self).size() - 1))
        .define(
            "boolean contains(object v)",
            "Is an element equal?",
            (in, self, v) -> Bool.of(indexOf(in, tuple(self), v) >= 0))
        .define(
            "numerical indexOf(object v)",
            "The first index of an equal element, or -1.",
            (in, self, v) -> Numerical.of(indexOf(in, tuple(self), v)));
  }

  private static int indexOf(Invoker in, TupleObject tuple, Value value) {
    for (int i = 0; i < tuple.size(); i++) {
      if (Operators.isLenientlyEqual(in, tuple.get(i), value)) {
        return i;
      }
    }
    return -1;
  }

  private static void derived(NativeClass type) {
    type.define(
            "list toList()",
            "A list of the elements.",
            (in, self) -> ListObject.owning(in, tuple(self).toArray()))
        .define(
            "tuple map(callable f)",
            "The results of f.",
            (in, self, f) -> TupleObject.of(Functional.map(new Pass(in, self, f)).toArray()))
        .define(
            "string join(string glue = \"\")",
            "The texts of the elements with glue between them.",
            (in, self, glue) ->
                CollectionMethods.join(
                    in, ListObject.owning(in, tuple(self).toArray()), (Str) glue))
        .define(
            "boolean __cmp_lt(tuple other)",
            "Does it come before another, element by element?",
            (in, self, other) -> Bool.of(Ordering.isLess(in, self, other)))
        .define(
            "tuple __opr_add(tuple other)",
            "The elements of both.",
            (in, self, other) -> concat(tuple(self), tuple(other)));
  }

  private static TupleObject concat(TupleObject a, TupleObject b) {
    Value[] both = new Value[a.size() + b.size()];
    for (int i = 0; i < both.length; i++) {
      both[i] = i < a.size() ? a.get(i) : b.get(i - a.size());
    }
    return TupleObject.of(both);
  }
}
