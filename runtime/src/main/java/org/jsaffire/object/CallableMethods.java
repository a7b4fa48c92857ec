package org.jsaffire.object;

/** The methods of callable (objects.md 11 and 19). */
final class CallableMethods {
  private CallableMethods() {}

  static ClassObject build() {
    return NativeClass.named("callable")
        .tag(TypeTag.CALLABLE)
        .asAbstract()
        .asFinal()
        .define(
            "boolean __boolean()",
            "Its truth.",
            (in, self) -> Bool.of(Conversions.isCoreTrue(self)))
        .define("string __string()", "Its text.", (in, self) -> Conversions.coreText(self))
        .build();
  }
}
