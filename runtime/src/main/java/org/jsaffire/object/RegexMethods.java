package org.jsaffire.object;

/** The methods of regex (objects.md 7 and 19). */
final class RegexMethods {
  /** What means something outside of a set, and the usual delimiters. */
  private static final String QUOTED = "\\^$.[]|()?*+{}-/#";

  private RegexMethods() {}

  static ClassObject build() {
    NativeClass type =
        NativeClass.named("regex")
            .tag(TypeTag.REGEX)
            .emptyPayload(() -> RegexCompiler.compile("", ""))
            .define(
                "object __ctor(string pattern)",
                "Compiles a pattern with delimiters and flags, such as \"/a+/i\".",
                (in, self, pattern) -> compile(in, pattern))
            .define("self __dtor()", "Does nothing.", (in, self) -> self)
            .define(
                "boolean __boolean()",
                "Whether the pattern is not empty.",
                (in, self) -> Bool.of(Conversions.isCoreTrue(self)))
            .define("null __null()", "Null.", (in, self) -> NullValue.NULL)
            .define("numerical __numerical()", "0.", (in, self) -> Numerical.of(0))
            .define(
                "string __string()",
                "The pattern without delimiters and flags.",
                (in, self) -> Conversions.coreText(self))
            .mixed(true)
            .define(
                "tuple match(string pattern, string subject = none)",
                "Searches a string; gives whether it matched, and a hash of the groups.",
                RegexMethods::match)
            .mixed(false)
            .define(
                "string regex()",
                "The pattern without delimiters and flags.",
                (in, self) -> Conversions.coreText(self))
            .extensions();
    return searching(casts(type)).build();
  }

  private static NativeClass casts(NativeClass type) {
    return type.define(
            "boolean __cmp_eq(regex other)",
            "Whether pattern and flags are the same.",
            (in, self, other) -> Bool.of(self.equals(other)))
        .define(
            "boolean __cmp_ne(regex other)",
            "Whether pattern or flags differ.",
            (in, self, other) -> Bool.of(!self.equals(other)))
        .alias("__boolean", "boolean")
        .alias("__null", "null")
        .alias("__numerical", "numerical")
        .alias("__string", "string")
        .define("string flags()", "The flags.", (in, self) -> Str.of(((RegexValue) self).flags()))
        .define(
            "static string quote(string s)",
            "The text with a backslash in front of all that means something in a pattern.",
            (in, self, s) -> quote(in, (Str) s));
  }

  private static NativeClass searching(NativeClass type) {
    return type.define(
            "boolean test(string s)",
            "Whether the string matches somewhere.",
            (in, self, s) -> Bool.of(RegexMatching.find(in, (RegexValue) self, (Str) s)))
        .define(
            "object find(string s, numerical offset = 0)",
            "A hash of the groups of the first match, or false.",
            (in, self, s, offset) ->
                RegexOperations.find(in, (RegexValue) self, (Str) s, (Numerical) offset))
        .define(
            "list findAll(string s)",
            "A hash of groups for every match.",
            (in, self, s) -> RegexOperations.findAll(in, (RegexValue) self, (Str) s))
        .define(
            "string replace(string s, string|callable new, numerical count = -1)",
            "Replaces matches by a text with $1 or ${name}, or by what a callable returns.",
            (in, self, s, replacement, count) ->
                RegexOperations.replace(
                    in, (RegexValue) self, (Str) s, replacement, (Numerical) count))
        .define(
            "list split(string s, numerical max = 0)",
            "The pieces between matches.",
            (in, self, s, max) ->
                RegexOperations.split(in, (RegexValue) self, (Str) s, (Numerical) max));
  }

  private static RegexValue compile(Invoker in, Value pattern) {
    return in.service(RegexOperations.Cache.class).get(pattern.toString());
  }

  /** The static form has two arguments; that of an instance uses its own pattern. */
  private static Value match(Invoker in, Value self, Value first, Value second) {
    if (second != null) {
      return RegexOperations.match(in, compile(in, first), (Str) second);
    }
    if (self instanceof RegexValue regex) {
      return RegexOperations.match(in, regex, (Str) first);
    }
    throw NativeSignature.tooFew(2, 1);
  }

  private static Str quote(Invoker in, Str text) {
    String s = text.toString();
    StringBuilder quoted = new StringBuilder(s.length() + 16);
    for (int i = 0; i < s.length(); i++) {
      if (QUOTED.indexOf(s.charAt(i)) >= 0) {
        quoted.append('\\');
      }
      quoted.append(s.charAt(i));
    }
    return Texts.made(in, quoted.toString());
  }
}
