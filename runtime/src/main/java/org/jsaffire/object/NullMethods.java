package org.jsaffire.object;

/** The methods of null (objects.md 4). */
final class NullMethods {
  private NullMethods() {}

  static ClassObject build() {
    return NativeClass.named("null")
        .tag(TypeTag.NULL)
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
