package org.jsaffire.object;

/** The methods of tuple (objects.md 10 and 19). */
final class TupleMethods {
  private TupleMethods() {}

  static ClassObject build() {
    NativeClass type =
        NativeClass.named("tuple")
            .tag(TypeTag.TUPLE)
            .emptyPayload(() -> TupleObject.EMPTY)
            .implement(Core.DATASTRUCTURE)
            .implement(Core.SUBSCRIPTION)
            .define(
                "boolean __boolean()",
                "Its truth.",
                (in, self) -> Bool.of(Conversions.isCoreTrue(self)))
            .define("string __string()", "Its text.", (in, self) -> Conversions.coreText(self))
            .extensions()
            .implement(Core.ITERATOR);
    return IteratorMethods.define(type).build();
  }
}
