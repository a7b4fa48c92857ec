package org.jsaffire.object;

/** The methods of hash (objects.md 9 and 18). */
final class HashMethods {
  private HashMethods() {}

  static ClassObject build() {
    NativeClass type =
        NativeClass.named("hash")
            .tag(TypeTag.HASH)
            .emptyPayload(HashObject::new)
            .implement(Core.ITERATOR)
            .implement(Core.DATASTRUCTURE)
            .implement(Core.SUBSCRIPTION)
            .define(
                "object __ctor(object from = none)",
                "A hash of the pairs of a hash, or of an iterable of pairs.",
                (in, self, from) ->
                    from == null ? new HashObject() : HashFactories.collect(in, from));
    CollectionMethods.conversions(type)
        .define(
            "self populate(object h)",
            "Takes the values of a hash as keys and values in turn.",
            HashMethods::populate);
    IteratorMethods.define(type);
    subscription(type);
    listed(type);
    type.extensions().alias("populate", "__populate");
    HashAccess.define(type);
    HashChanges.define(type);
    Functional.common(type);
    HashFunctional.define(type);
    HashDerived.define(type);
    HashFactories.define(type);
    return CollectionMethods.equality(type).build();
  }

  private static void subscription(NativeClass type) {
    type.define(
            "self __set(object k, object v)",
            "Adds a pair, or replaces a value.",
            (in, self, k, v) -> {
              ((HashObject) self).put(in, k, v);
              return self;
            })
        .define(
            "self __remove(object k)",
            "Takes a pair out if there is one.",
            (in, self, k) -> {
              ((HashObject) self).remove(in, k);
              return self;
            })
        .define(
            "object __get(object k, object default = null)",
            "The value of a key.",
            (in, self, k, d) -> {
              Value value = ((HashObject) self).get(in, k);
              return value == null ? d : value;
            })
        .define(
            "boolean __has(object k)",
            "Is there such a key?",
            (in, self, k) -> Bool.of(((HashObject) self).has(in, k)))
        .defineN(
            "object __splice(object ... bounds)",
            "Raises an exception: hashes have no slices.",
            (in, self, bounds) -> {
              throw Errors.attribute("__splice() not found");
            });
  }

  private static void listed(NativeClass type) {
    type.define(
            "numerical length()", "Number of pairs.", (in, self) -> CollectionMethods.length(self))
        .alias("__set", "set")
        .alias("__remove", "remove")
        .alias("__get", "get")
        .alias("__has", "has")
        .alias("__splice", "splice")
        .define(
            "list keys()",
            "The keys in order.",
            (in, self) -> ListObject.owning(in, ((HashObject) self).keys()))
        .define(
            "list values()",
            "The values in order.",
            (in, self) -> ListObject.owning(in, ((HashObject) self).values()));
  }

  private static Value populate(Invoker in, Value self, Value values) {
    if (values instanceof ClassObject || !(values.unwrap() instanceof HashObject source)) {
      throw Errors.argument("populate() expects a list object");
    }
    HashObject hash = (HashObject) self;
    hash.checkMutable();
    Value[] parts = source.values();
    for (int i = 0; i + 1 < parts.length; i += 2) {
      hash.put(in, parts[i], parts[i + 1]);
    }
    return hash;
  }
}
