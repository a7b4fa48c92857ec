package org.jsaffire.object;

/** The methods of double (objects.md 16). */
final class DoubleMethods {
  private DoubleMethods() {}

  static ClassObject build() {
    return NativeClass.named("double")
        .tag(TypeTag.DOUBLE)
        .emptyPayload(() -> DoubleValue.of(Numerical.of(0)))
        .define(
            "boolean __boolean()",
            "Its truth.",
            (in, self) -> Bool.of(Conversions.isCoreTrue(self)))
        .define("string __string()", "Its text.", (in, self) -> Conversions.coreText(self))
        .build();
  }
}
