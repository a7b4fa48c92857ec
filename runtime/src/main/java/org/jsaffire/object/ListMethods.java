package org.jsaffire.object;

/** The methods of list (objects.md 8 and 17). */
final class ListMethods {
  private ListMethods() {}

  static ClassObject build() {
    NativeClass type =
        NativeClass.named("list")
            .tag(TypeTag.LIST)
            .emptyPayload(ListObject::new)
            .implement(Core.ITERATOR)
            .implement(Core.DATASTRUCTURE)
            .define(
                "object __ctor(object from = none)",
                "A list of the elements of an iterable.",
                (in, self, from) ->
                    from == null ? new ListObject() : CollectionMethods.collect(in, from));
    CollectionMethods.conversions(type)
        .define("self populate(object h)", "Appends the values of a hash.", ListMethods::populate);
    IteratorMethods.define(type);
    listed(type);
    type.extensions().implement(Core.SUBSCRIPTION).alias("populate", "__populate");
    ListAccess.define(type);
    ListChanges.define(type);
    ListOrder.define(type);
    selecting(Functional.define(type));
    ListDerived.define(type);
    ListNumbers.define(type);
    ListOperators.define(type);
    return ListFactories.define(type).build();
  }

  private static void listed(NativeClass type) {
    type.define(
            "numerical length()",
            "Number of elements.",
            (in, self) -> CollectionMethods.length(self))
        .define(
            "self add(object v)",
            "Appends an element.",
            (in, self, v) -> {
              ((ListObject) self).add(in, v);
              return self;
            })
        .define(
            "object get(numerical i)",
            "The element at an index, or null when there is none.",
            (in, self, i) -> ListAccess.get((ListObject) self, (Numerical) i))
        .define("self shuffle()", "Brings the elements into random order.", ListOrder::shuffle)
        .define("object random()", "A random element, or null.", ListAccess::random)
        .define(
            "static list sequence(numerical from, numerical to, numerical skip = 1)",
            "The numbers from one to another, both included.",
            (in, self, from, to, skip) ->
                ListNumbers.sequence(in, (Numerical) from, (Numerical) to, (Numerical) skip));
  }

  private static Value populate(Invoker in, Value self, Value values) {
    Value source = values.unwrap();
    if (source instanceof ClassObject
        || !(source instanceof HashObject
            || source instanceof ListObject
            || source instanceof TupleObject)) {
      throw Errors.argument("populate() expects a list object");
    }
    ((ListObject) self).addAll(in, CollectionMethods.collect(in, source));
    return self;
  }

  private static void selecting(NativeClass type) {
    type.define(
            "list filter(callable f)",
            "The elements for which f is true.",
            (in, self, f) -> Functional.select(new Pass(in, self, f), true))
        .define(
            "list reject(callable f)",
            "The elements for which f is not true.",
            (in, self, f) -> Functional.select(new Pass(in, self, f), false));
  }
}
