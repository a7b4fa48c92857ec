package org.jsaffire.object;

/** The methods of set (language.md 8.2, objects.md 19). */
final class SetMethods {
  private SetMethods() {}

  static ClassObject build() {
    NativeClass type =
        NativeClass.named("set")
            .tag(TypeTag.SET)
            .emptyPayload(SetObject::new)
            .implement(Core.ITERATOR)
            .implement(Core.DATASTRUCTURE)
            .define(
                "object __ctor(object from = none)",
                "A set of the elements of an iterable.",
                (in, self, from) -> from == null ? new SetObject() : collect(in, from));
    CollectionMethods.conversions(type)
        .define("self populate(object h)", "Adds the values of a hash.", SetMethods::populate)
        .alias("populate", "__populate");
    IteratorMethods.define(type);
    changes(type);
    access(type);
    SetAlgebra.define(type);
    selecting(Functional.define(type));
    return CollectionMethods.equality(type).build();
  }

  private static SetObject set(Value self) {
    return (SetObject) self;
  }

  /** The values of an iterable in a set of their own. */
  static SetObject collect(Invoker in, Value iterable) {
    if (iterable instanceof SetObject set) {
      return set.mutableCopy(in);
    }
    SetObject set = new SetObject();
    Cursor cursor = Cursor.over(in, iterable, 1);
    while (cursor.next(in)) {
      set.add(in, cursor.value());
    }
    return set;
  }

  private static Value populate(Invoker in, Value self, Value values) {
    Value source = values instanceof ClassObject ? values : values.unwrap();
    if (!(source instanceof HashObject
        || source instanceof ListObject
        || source instanceof TupleObject)) {
      throw Errors.argument("populate() expects a list object");
    }
    return addAll(in, self, source);
  }

  private static Value addAll(Invoker in, Value self, Value collection) {
    set(self).checkMutable();
    for (Value value : CollectionMethods.collect(in, collection).toArray()) {
      set(self).add(in, value);
    }
    return self;
  }

  private static void changes(NativeClass type) {
    type.define(
            "self add(object v)",
            "Adds an element unless it is there.",
            (in, self, v) -> {
              set(self).add(in, v);
              return self;
            })
        .define("self addAll(object c)", "Adds the values of an iterable.", SetMethods::addAll)
        .define(
            "self remove(object v)",
            "Takes out an element if it is there.",
            (in, self, v) -> {
              set(self).remove(in, v);
              return self;
            });
  }

  private static void access(NativeClass type) {
    type.define(
            "boolean has(object v)", "Is it there?", (in, self, v) -> Bool.of(set(self).has(in, v)))
        .alias("has", "contains", "__has")
        .define(
            "numerical length()",
            "Number of elements.",
            (in, self) -> CollectionMethods.length(self))
        .define(
            "boolean isEmpty()",
            "Has it no elements?",
            (in, self) -> Bool.of(set(self).size() == 0))
        .define(
            "self clear()",
            "Takes out all elements.",
            (in, self) -> {
              set(self).clear();
              return self;
            });
  }

  private static void selecting(NativeClass type) {
    type.define(
            "set filter(callable f)",
            "The elements for which f is true.",
            (in, self, f) -> collect(in, Functional.select(new Pass(in, self, f), true)))
        .define(
            "set reject(callable f)",
            "The elements for which f is not true.",
            (in, self, f) -> collect(in, Functional.select(new Pass(in, self, f), false)));
  }
}
