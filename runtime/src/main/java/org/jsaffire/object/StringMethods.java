package org.jsaffire.object;

/** The methods of string (objects.md 6): those that listings show, then the others. */
final class StringMethods {
  private StringMethods() {}

  static ClassObject build() {
    NativeClass type =
        NativeClass.named("string")
            .tag(TypeTag.STRING)
            .emptyPayload(() -> Str.EMPTY)
            .implement(Core.ITERATOR)
            .implement(Core.SUBSCRIPTION)
            .constant("PAD_LEFT", Numerical.of(StringEdits.PAD_LEFT))
            .constant("PAD_RIGHT", Numerical.of(StringEdits.PAD_RIGHT))
            .constant("PAD_BOTH", Numerical.of(StringEdits.PAD_BOTH))
            .constant("TRIM_LEFT", Numerical.of(1))
            .constant("TRIM_RIGHT", Numerical.of(2))
            .constant("TRIM_BOTH", Numerical.of(3));
    conversions(type);
    texts(type);
    operators(type);
    subscription(IteratorMethods.define(type));
    return StringExtensions.define(type.extensions()).build();
  }

  private static Str str(Value value) {
    return (Str) value;
  }

  private static void conversions(NativeClass type) {
    type.define(
            "object __ctor(object value = \"\", string locale = default)",
            "The text of a value, perhaps with a locale of its own.",
            (in, self, value, locale) -> construct(in, value, locale))
        .define("self __dtor()", "Does nothing.", (in, self) -> self)
        .define(
            "boolean __boolean()",
            "Whether it is not empty.",
            (in, self) -> Bool.of(Conversions.isCoreTrue(self)))
        .define("null __null()", "Null.", (in, self) -> NullValue.NULL)
        .define(
            "numerical __numerical()",
            "The number that the text begins with, 0 if there is none.",
            (in, self) -> NumberTexts.lenient(self.toString()))
        .define("string __string()", "The string itself.", (in, self) -> self);
  }

  private static Value construct(Invoker in, Value value, Value locale) {
    Str text = Conversions.requireText(in, value);
    return locale == null ? text : withLocale(text, locale);
  }

  private static Str withLocale(Str text, Value locale) {
    return Str.of(text.toString(), Locales.name(locale.toString()));
  }

  private static void texts(NativeClass type) {
    type.define(
            "numerical length()",
            "Number of characters.",
            (in, self) -> Numerical.of(str(self).length()))
        .define(
            "string upper()",
            "The text in upper case, by the rules of its locale.",
            (in, self) -> StringCase.upper(in, str(self)))
        .define(
            "string ucfirst()",
            "The text with its first character in upper case.",
            (in, self) -> StringCase.first(in, str(self), true))
        .define(
            "string lower()",
            "The text in lower case, by the rules of its locale.",
            (in, self) -> StringCase.lower(in, str(self)))
        .define(
            "string reverse()",
            "The text backwards; what forms one character on the screen stays together.",
            (in, self) -> StringParts.reverse(in, str(self)))
        .define(
            "string trim(string chars = white, numerical side = TRIM_BOTH)",
            "The text without white space, or without certain characters, at its ends.",
            (in, self, chars, side) ->
                StringParts.trim(in, str(self), chars, ((Numerical) side).clampedInt()))
        .define(
            "string ltrim(string chars = white)",
            "The text without white space, or without certain characters, on its left.",
            (in, self, chars) -> StringParts.trim(in, str(self), chars, 1))
        .define(
            "string rtrim(string chars = white)",
            "The text without white space, or without certain characters, on its right.",
            (in, self, chars) -> StringParts.trim(in, str(self), chars, 2))
        .define(
            "string toLocale(string locale)",
            "The text with a locale of its own.",
            (in, self, locale) -> withLocale(str(self), locale))
        .define(
            "string getLocale()",
            "The name of the locale that applies to the string.",
            (in, self) -> Str.of(Locales.nameOf(in, str(self))))
        .define(
            "object index(string needle, numerical offset = 0)",
            "The position of the first occurrence, from an offset on, or false.",
            StringMethods::index);
  }

  private static Value index(Invoker in, Value self, Value needle, Value offset) {
    Str text = str(self);
    int from = RegexOperations.position((Numerical) offset, text.length());
    int at = Texts.indexOf(text.toString(), needle.toString(), text.offset(from));
    return at < 0 ? Bool.FALSE : Numerical.of(text.indexOf(at));
  }

  private static void operators(NativeClass type) {
    type.define(
            "string __opr_add(string other)",
            "The text with another behind it.",
            (in, self, other) -> Operators.add(in, str(self), str(other)))
        .define(
            "boolean __cmp_eq(string other)",
            "Whether the texts are the same.",
            (in, self, other) -> Bool.of(self.equals(other)))
        .define(
            "boolean __cmp_ne(string other)",
            "Whether the texts differ.",
            (in, self, other) -> Bool.of(!self.equals(other)))
        .define(
            "boolean __cmp_lt(string other)",
            "Whether it comes before the other, code point by code point.",
            (in, self, other) -> Bool.of(str(self).compareTo(str(other)) < 0))
        .define(
            "boolean __cmp_gt(string other)",
            "Whether it comes behind the other.",
            (in, self, other) -> Bool.of(str(self).compareTo(str(other)) > 0))
        .define(
            "boolean __cmp_le(string other)",
            "Whether it does not come behind the other.",
            (in, self, other) -> Bool.of(str(self).compareTo(str(other)) <= 0))
        .define(
            "boolean __cmp_ge(string other)",
            "Whether it does not come before the other.",
            (in, self, other) -> Bool.of(str(self).compareTo(str(other)) >= 0))
        .define(
            "boolean __cmp_in(object haystack)",
            "Whether it occurs in a string or a collection.",
            (in, self, haystack) -> Bool.of(Operators.isIn(in, self, haystack)))
        .define(
            "boolean __cmp_ni(object haystack)",
            "Whether it does not occur in a string or a collection.",
            (in, self, haystack) -> Bool.of(Operators.isNotIn(in, self, haystack)));
  }

  private static void subscription(NativeClass type) {
    type.define(
            "object __set(object i, object v)",
            "Raises immutableException.",
            (in, self, i, v) -> {
              throw immutable(self);
            })
        .define(
            "object __remove(object i)",
            "Raises immutableException.",
            (in, self, i) -> {
              throw immutable(self);
            })
        .define(
            "string __get(numerical i)",
            "The character at a position.",
            (in, self, i) -> Subscripts.getCore(in, self, i))
        .define(
            "boolean __has(numerical i)",
            "Whether there is such a position.",
            (in, self, i) -> {
              long at = ((Numerical) i).clampedLong();
              return Bool.of(at >= 0 && at < str(self).length());
            })
        .define(
            "string __splice(numerical|null min, numerical|null max)",
            "The part between two positions, both included.",
            (in, self, min, max) -> Subscripts.sliceCore(self, min, max));
  }

  private static ScriptException immutable(Value self) {
    return Errors.immutable("Trying to modify immutable object '" + self.type().name() + "'");
  }
}
