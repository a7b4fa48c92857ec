package org.jsaffire.object;

/** The methods of null (objects.md 4). */
final class NullMethods {
  private NullMethods() {}

  static ClassObject build() {
    return NativeClass.named("null")
        .tag(TypeTag.NULL)
        .asAbstract()
        .asFinal()
        .define("boolean __boolean()", "False.", (in, self) -> Bool.FALSE)
        .define("null __null()", "Itself.", (in, self) -> self)
        .define("numerical __numerical()", "0.", (in, self) -> Numerical.of(0))
        .define("string __string()", "Its text.", (in, self) -> Conversions.coreText(self))
        .define(
            "boolean __cmp_ne(object other)",
            "Is the other one not null?",
            (in, self, other) -> Bool.of(self != other))
        .define("boolean __opr_not()", "True.", (in, self) -> Bool.TRUE)
        .extensions()
        .define(
            "boolean __cmp_eq(object other)",
            "Is the other one null too?",
            (in, self, other) -> Bool.of(self == other))
        .define("object orElse(object v)", "The other value.", (in, self, v) -> v)
        .build();
  }
}
