package org.jsaffire.object;

/** The methods of boolean (objects.md 3). */
final class BooleanMethods {
  private BooleanMethods() {}

  static ClassObject build() {
    return NativeClass.named("boolean")
        .tag(TypeTag.BOOLEAN)
        .asFinal()
        .define(
            "object __ctor(object value = false)",
            "The truth of a value.",
            (in, self, v) -> Bool.of(Conversions.isTrue(in, v)))
        .define(
            "boolean __boolean()",
            "Its truth.",
            (in, self) -> Bool.of(Conversions.isCoreTrue(self)))
        .define("string __string()", "Its text.", (in, self) -> Conversions.coreText(self))
        .build();
  }
}
