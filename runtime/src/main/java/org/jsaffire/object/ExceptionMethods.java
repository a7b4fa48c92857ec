package org.jsaffire.object;

/** The methods of all exceptions (objects.md 12 and 19). */
final class ExceptionMethods {
  private ExceptionMethods() {}

  private static ExceptionState state(Value self) {
    return (ExceptionState) ((Instance) self).payload();
  }

  static ClassObject build() {
    return NativeClass.named("exception")
        .tag(TypeTag.EXCEPTION)
        .emptyPayload(() -> new ExceptionState(Str.EMPTY, Numerical.of(0)))
        .define(
            "object __ctor(string message, numerical code = 0)",
            "Sets message and code.",
            (in, self, message, code) -> {
              state(self).setMessage((Str) message);
              state(self).setCode((Numerical) code);
              return null;
            })
        .define("string getMessage()", "The message.", (in, self) -> state(self).message())
        .define("numerical getCode()", "The code.", (in, self) -> state(self).code())
        .define("string __string()", "The message.", (in, self) -> state(self).message())
        .build();
  }
}
