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
            .define("object __ctor()", "An empty hash.", (in, self) -> new HashObject())
            .define(
                "boolean __boolean()",
                "Its truth.",
                (in, self) -> Bool.of(Conversions.isCoreTrue(self)))
            .define("string __string()", "Its text.", (in, self) -> Conversions.coreText(self));
    return IteratorMethods.define(type).build();
  }
}
