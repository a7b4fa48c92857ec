package org.jsaffire.object;

/** The methods of numerical (objects.md 5 and 16). */
final class NumericalMethods {
  private NumericalMethods() {}

  static ClassObject build() {
    return NativeClass.named("numerical")
        .tag(TypeTag.NUMERICAL)
        .emptyPayload(() -> Numerical.of(0))
        .define(
            "object __ctor(object value = 0)",
            "The number of a value.",
            (in, self, v) -> Conversions.number(in, v))
        .define("numerical __numerical()", "Itself.", (in, self) -> self)
        .define(
            "boolean __boolean()",
            "Its truth.",
            (in, self) -> Bool.of(Conversions.isCoreTrue(self)))
        .define("string __string()", "Its text.", (in, self) -> Conversions.coreText(self))
        .build();
  }
}
