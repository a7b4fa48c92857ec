package org.jsaffire.object;

/** Methods of the class list that make lists (objects.md 17). */
final class ListFactories {
  private ListFactories() {}

  /** To be called last: what follows gets receivers as scripts see them. */
  static NativeClass define(NativeClass type) {
    return type.defineN(
            "static list of(object ... v)",
            "A list of the arguments.",
            (in, self, v) -> ListObject.owning(in, v))
        .define(
            "static list from(object iterable)",
            "A list of the elements of an iterable.",
            (in, self, iterable) -> CollectionMethods.collect(in, iterable))
        .rawReceivers()
        .mixed(true)
        .define(
            "object fill(object v, numerical n)",
            "A list of n times v; called on a list, replaces its content.",
            ListFactories::fill);
  }

  private static Value fill(Invoker in, Value self, Value value, Value n) {
    Numerical count = (Numerical) n;
    if (count.signum() < 0) {
      throw Errors.argument("Size must be 0 or higher");
    }
    if (self instanceof ClassObject) {
      return ListObject.filled(in, value, count.clampedLong());
    }
    ListObject list = (ListObject) self.unwrap();
    list.checkMutable();
    list.replaceAll(ListObject.filled(in, value, count.clampedLong()));
    return self;
  }
}
