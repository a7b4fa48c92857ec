package org.jsaffire.object;

/** The methods of base, which every object has (language.md 4.17, objects.md 2). */
final class BaseMethods {
  private BaseMethods() {}

  static ClassObject build() {
    return NativeClass.named("base")
        .parent(null)
        .asAbstract()
        .rawReceivers()
        .defineN("object __ctor(object ... ignored)", "Accepts anything.", (in, self, a) -> null)
        .define("self __dtor()", "Does nothing.", (in, self) -> self)
        .mixed(true)
        .define("string __name()", "The class name.", (in, self) -> Str.of(self.type().name()))
        .mixed(false)
        .define(
            "boolean __opr_not()",
            "Negation of truthiness.",
            (in, self) -> Bool.of(!Conversions.isTrue(in, self)))
        .build();
  }
}
