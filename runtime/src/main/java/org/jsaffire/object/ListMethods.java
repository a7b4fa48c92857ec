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
            .define("object __ctor()", "An empty list.", (in, self) -> new ListObject())
            .define(
                "numerical length()",
                "Number of elements.",
                (in, self) -> Numerical.of(((ListObject) self).size()))
            .define(
                "self add(object v)",
                "Appends.",
                (in, self, v) -> {
                  ((ListObject) self).add(v);
                  return self;
                })
            .define(
                "boolean __boolean()",
                "Its truth.",
                (in, self) -> Bool.of(Conversions.isCoreTrue(self)))
            .define("string __string()", "Its text.", (in, self) -> Conversions.coreText(self));
    return IteratorMethods.define(type).build();
  }
}
