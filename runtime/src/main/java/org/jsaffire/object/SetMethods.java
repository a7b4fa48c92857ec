package org.jsaffire.object;

/** The methods of set (objects.md 19). */
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
                "boolean __boolean()",
                "Its truth.",
                (in, self) -> Bool.of(Conversions.isCoreTrue(self)))
            .define("string __string()", "Its text.", (in, self) -> Conversions.coreText(self));
    return IteratorMethods.define(type).build();
  }
}
