package org.jsaffire.object;

/** The methods of string (objects.md 6 and 15). */
final class StringMethods {
  private StringMethods() {}

  static ClassObject build() {
    return NativeClass.named("string")
        .tag(TypeTag.STRING)
        .emptyPayload(() -> Str.EMPTY)
        .implement(Core.ITERATOR)
        .implement(Core.SUBSCRIPTION)
        .define(
            "object __ctor(object value = \"\", string locale = none)",
            "The text of a value.",
            (in, self, v, l) -> Conversions.requireText(in, v))
        .define(
            "numerical length()",
            "Number of code points.",
            (in, self) -> Numerical.of(((Str) self).length()))
        .define(
            "boolean __boolean()",
            "Its truth.",
            (in, self) -> Bool.of(Conversions.isCoreTrue(self)))
        .define("string __string()", "Its text.", (in, self) -> Conversions.coreText(self))
        .build();
  }
}
