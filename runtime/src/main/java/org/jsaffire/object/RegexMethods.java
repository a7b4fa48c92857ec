package org.jsaffire.object;

/** The methods of regex (objects.md 7 and 19). */
final class RegexMethods {
  private RegexMethods() {}

  static ClassObject build() {
    return NativeClass.named("regex")
        .tag(TypeTag.REGEX)
        .define(
            "boolean __boolean()",
            "Its truth.",
            (in, self) -> Bool.of(Conversions.isCoreTrue(self)))
        .define("string __string()", "Its text.", (in, self) -> Conversions.coreText(self))
        .build();
  }
}
