package org.jsaffire.object;

import java.util.Arrays;
import java.util.List;

/** The methods of all exceptions (objects.md 12 and 19). */
final class ExceptionMethods {
  private ExceptionMethods() {}

  static ClassObject build() {
    NativeClass type =
        NativeClass.named("exception")
            .tag(TypeTag.EXCEPTION)
            .emptyPayload(() -> new ExceptionState(Str.EMPTY, Numerical.of(0)))
            .define(
                "object __ctor(string message, numerical code = 0)",
                "Sets message and code.",
                (in, self, message, code) -> {
                  state(self).setMessage((Str) message);
                  state(self).setCode((Numerical) code);
                  return null;
                });
    conversions(type);
    accessors(type);
    type.define(
            "boolean __cmp_eq(object other)",
            "The same object?",
            (in, self, other) -> Bool.of(self == other))
        .define(
            "boolean __cmp_ne(object other)",
            "Another object?",
            (in, self, other) -> Bool.of(self != other));
    cause(type.extensions());
    place(type);
    return type.build();
  }

  private static ExceptionState state(Value self) {
    return (ExceptionState) ((Instance) self).payload();
  }

  private static void conversions(NativeClass type) {
    type.define("boolean __boolean()", "True.", (in, self) -> Bool.TRUE)
        .define("null __null()", "Null.", (in, self) -> NullValue.NULL)
        .define("numerical __numerical()", "The code.", (in, self) -> state(self).code())
        .define("string __string()", "The message.", (in, self) -> state(self).message());
  }

  private static void accessors(NativeClass type) {
    type.define("string getMessage()", "The message.", (in, self) -> state(self).message())
        .define(
            "self setMessage(string m)",
            "Replaces the message.",
            (in, self, m) -> {
              checkMutable(self);
              state(self).setMessage((Str) m);
              return self;
            })
        .define("numerical getCode()", "The code.", (in, self) -> state(self).code())
        .define(
            "self setCode(numerical c)",
            "Replaces the code.",
            (in, self, c) -> {
              checkMutable(self);
              state(self).setCode((Numerical) c);
              return self;
            })
        .define(
            "list getStackTrace()",
            "A line for each call, innermost first; empty before it is thrown.",
            (in, self) -> ListObject.of(lines(self)));
  }

  private static void checkMutable(Value self) {
    if (self.isImmutable()) {
      throw Attributes.immutable(self);
    }
  }

  private static Str[] lines(Value self) {
    List<ExceptionState.TraceEntry> trace = state(self).trace();
    Str[] lines = new Str[trace.size()];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = Str.of("#" + i + " " + trace.get(i));
    }
    return lines;
  }

  private static void cause(NativeClass type) {
    type.define(
            "object getPrevious()",
            "The exception that led to this one, or null.",
            (in, self) -> {
              Instance previous = state(self).previous();
              return previous == null ? NullValue.NULL : previous;
            })
        .define(
            "self setPrevious(exception|null e)",
            "Sets the exception that led to this one.",
            (in, self, e) -> {
              checkMutable(self);
              setPrevious((Instance) self, e);
              return self;
            });
  }

  private static void setPrevious(Instance self, Value cause) {
    Instance first = cause instanceof Instance instance ? instance : null;
    for (Instance link = first; link != null; link = state(link).previous()) {
      if (link == self) {
        throw Errors.argument("Exception cannot be its own cause");
      }
    }
    state(self).setPrevious(first);
  }

  private static void place(NativeClass type) {
    type.define(
            "string getFile()",
            "The file that threw it; empty before.",
            (in, self) -> Str.of(isThrown(self) ? state(self).trace().get(0).file() : ""))
        .define(
            "numerical getLine()",
            "The line that threw it; 0 before.",
            (in, self) -> Numerical.of(isThrown(self) ? state(self).trace().get(0).line() : 0))
        .define(
            "string getTraceAsString()",
            "The lines of the stack trace.",
            (in, self) -> Str.of(String.join("\n", texts(lines(self)))))
        .define("string getClass()", "The class name.", (in, self) -> Str.of(self.type().name()));
  }

  private static boolean isThrown(Value self) {
    return !state(self).trace().isEmpty();
  }

  private static List<String> texts(Str[] lines) {
    return Arrays.stream(lines).map(Str::toString).toList();
  }
}
