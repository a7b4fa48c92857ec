package org.jsaffire.object;

/** The methods of string that listings do not show (objects.md 15). */
final class StringExtensions {
  private StringExtensions() {}

  static NativeClass define(NativeClass type) {
    casts(type);
    edits(type);
    parts(type);
    searching(type);
    expressions(type);
    cases(type);
    bytes(type);
    return StringChecks.define(type);
  }

  private static Str str(Value value) {
    return (Str) value;
  }

  private static Numerical num(Value value) {
    return (Numerical) value;
  }

  private static boolean isTrue(Value value) {
    return value == Bool.TRUE;
  }

  private static void casts(NativeClass type) {
    type.alias("__boolean", "boolean")
        .alias("__null", "null")
        .alias("__numerical", "numerical")
        .alias("__string", "string")
        .define(
            "numerical toNumerical(numerical base = 10)",
            "The number that the whole text stands for.",
            (in, self, base) -> NumberTexts.strict(str(self), num(base)))
        .define(
            "double toDouble()",
            "The decimal number that the whole text stands for.",
            (in, self) -> NumberTexts.toDouble(str(self)));
  }

  private static void edits(NativeClass type) {
    type.define(
            "string pad(numerical width, numerical direction = PAD_RIGHT, string fill = \" \")",
            "The text filled up to a width.",
            (in, self, width, direction, fill) ->
                StringEdits.pad(in, str(self), num(width), num(direction), str(fill)))
        .define(
            "string replace(string|regex old, string|callable new, numerical count = -1)",
            "Replaces a text or the matches of a regex.",
            (in, self, old, replacement, count) ->
                old instanceof RegexValue regex
                    ? RegexOperations.replace(in, regex, str(self), replacement, num(count))
                    : StringEdits.replace(in, str(self), str(old), replacement, num(count)))
        .defineN(
            "string format(object ... v)",
            "Values formatted as the text says, as by io.printf.",
            (in, self, v) -> Printf.format(in, str(self), v, 0))
        .define(
            "string dup(numerical times = 1)",
            "The text and so many copies of it.",
            (in, self, times) ->
                num(times).signum() <= 0
                    ? self
                    : StringEdits.repeat(in, str(self), num(times).add(Numerical.of(1))))
        .define(
            "string repeat(numerical n)",
            "So many copies of the text.",
            (in, self, n) -> StringEdits.repeat(in, str(self), num(n)))
        .define(
            "string __opr_mul(numerical n)",
            "So many copies of the text.",
            (in, self, n) -> StringEdits.repeat(in, str(self), num(n)))
        .define(
            "string normalize(string form = \"NFC\")",
            "The text in a normalization form: NFC, NFD, NFKC or NFKD.",
            (in, self, form) -> StringEdits.normalize(in, str(self), str(form)))
        .define(
            "string slug()",
            "A form for addresses: lower-case letters, digits and dashes.",
            (in, self) -> StringEdits.slug(in, str(self)))
        .define(
            "string tr(hash map)",
            "Replaces every key by its value, in one pass.",
            (in, self, map) -> StringEdits.translate(in, str(self), (HashObject) map));
  }

  private static void parts(NativeClass type) {
    type.define(
            "list split(string|regex separator, numerical max = 0)",
            "The pieces between separators.",
            (in, self, separator, max) ->
                separator instanceof RegexValue regex
                    ? RegexOperations.split(in, regex, str(self), num(max))
                    : StringParts.split(str(self), str(separator), num(max)))
        .define("list lines()", "The lines.", (in, self) -> StringParts.lines(str(self)))
        .define(
            "list chars()",
            "The characters.",
            (in, self) -> StringParts.characters(str(self), Long.MAX_VALUE))
        .define(
            "list words()",
            "What stands between white space.",
            (in, self) -> StringParts.words(str(self)))
        .define(
            "string splice(numerical|null min = null, numerical|null max = null)",
            "The part between two positions, both included.",
            (in, self, min, max) -> Subscripts.sliceCore(self, min, max))
        .alias("splice", "substring")
        .define(
            "string slice(numerical start, numerical length = all)",
            "The part from a position on.",
            (in, self, start, length) -> StringParts.slice(str(self), num(start), length))
        .define(
            "string before(string s)",
            "What stands in front of the first occurrence.",
            (in, self, s) -> StringParts.around(str(self), str(s), false))
        .define(
            "string after(string s)",
            "What stands behind the first occurrence.",
            (in, self, s) -> StringParts.around(str(self), str(s), true))
        .define(
            "string wrap(numerical width, string eol = \"\\n\", boolean cut = false)",
            "Breaks lines at blanks.",
            (in, self, width, eol, cut) ->
                StringParts.wrap(in, str(self), num(width), str(eol), isTrue(cut)))
        .define(
            "string truncate(numerical n, string tail = \"...\")",
            "At most n characters, the tail included.",
            (in, self, n, tail) -> StringParts.truncate(str(self), num(n), str(tail)));
  }

  private static void searching(NativeClass type) {
    type.define(
            "boolean startsWith(string s, boolean ignoreCase = false)",
            "Whether the text begins with another.",
            (in, self, s, ignoreCase) ->
                Bool.of(
                    isTrue(ignoreCase)
                        ? fold(in, self, self).startsWith(fold(in, self, s))
                        : str(self).startsWith(str(s))))
        .define(
            "boolean endsWith(string s, boolean ignoreCase = false)",
            "Whether the text ends in another.",
            (in, self, s, ignoreCase) ->
                Bool.of(
                    isTrue(ignoreCase)
                        ? fold(in, self, self).endsWith(fold(in, self, s))
                        : str(self).endsWith(str(s))))
        .define(
            "boolean contains(string s, boolean ignoreCase = false)",
            "Whether another text occurs in it.",
            (in, self, s, ignoreCase) ->
                Bool.of(
                    isTrue(ignoreCase)
                        ? fold(in, self, self).contains(fold(in, self, s))
                        : Texts.indexOf(self.toString(), s.toString(), 0) >= 0))
        .define(
            "object lastIndex(string needle)",
            "The position of the last occurrence, or false.",
            (in, self, needle) -> {
              int at = Texts.lastIndexOf(self.toString(), needle.toString());
              return at < 0 ? Bool.FALSE : Numerical.of(str(self).indexOf(at));
            })
        .define(
            "numerical count(string needle)",
            "How often another text occurs, without overlaps.",
            (in, self, needle) -> Numerical.of(StringEdits.count(str(self), str(needle))));
  }

  private static String fold(Invoker in, Value owner, Value text) {
    return StringCase.fold(in, str(owner), text);
  }

  private static void expressions(NativeClass type) {
    type.define(
            "boolean match(regex re)",
            "Whether a regex matches somewhere.",
            (in, self, re) -> Bool.of(RegexMatching.find(in, (RegexValue) re, str(self))))
        .define(
            "object find(regex re, numerical offset = 0)",
            "A hash of the groups of the first match, or false.",
            (in, self, re, offset) ->
                RegexOperations.find(in, (RegexValue) re, str(self), num(offset)))
        .define(
            "list findAll(regex re)",
            "A hash of groups for every match.",
            (in, self, re) -> RegexOperations.findAll(in, (RegexValue) re, str(self)));
  }

  private static void cases(NativeClass type) {
    type.define(
            "string capitalize()",
            "Every word with its first character in upper case, the rest in lower case.",
            (in, self) -> StringCase.capitalize(in, str(self)))
        .define(
            "string lcfirst()",
            "The text with its first character in lower case.",
            (in, self) -> StringCase.first(in, str(self), false))
        .define(
            "numerical compare(string other, boolean ignoreCase = false)",
            "-1, 0 or 1 in the alphabetical order of the locale.",
            (in, self, other, ignoreCase) ->
                Numerical.of(StringCase.compare(in, str(self), str(other), isTrue(ignoreCase))))
        .define(
            "boolean equalsIgnoreCase(string other)",
            "Whether the texts are the same but for case.",
            (in, self, other) -> Bool.of(StringCase.equalsIgnoringCase(in, str(self), str(other))));
  }

  private static void bytes(NativeClass type) {
    type.define(
            "numerical byteLength()",
            "The size in UTF-8.",
            (in, self) -> Numerical.of(RawBytes.byteLength(self.toString())))
        .alias("byteLength", "byte_length")
        .alias("length", "char_length")
        .define("list bytes()", "The bytes in UTF-8.", (in, self) -> StringCodecs.bytes(str(self)))
        .define(
            "static string fromBytes(list bytes)",
            "The text that bytes are in UTF-8.",
            (in, self, bytes) -> StringCodecs.fromBytes(in, (ListObject) bytes))
        .define(
            "string convert(string charset)",
            "The text in an encoding, as raw bytes.",
            (in, self, charset) -> StringCodecs.convert(in, str(self), charset.toString()))
        .define(
            "string utf8()",
            "The text in UTF-8, as raw bytes.",
            (in, self) -> StringCodecs.convert(in, str(self), "UTF-8"))
        .define(
            "string utf16()",
            "The text in UTF-16, high byte first, as raw bytes.",
            (in, self) -> StringCodecs.convert(in, str(self), "UTF-16"))
        .define(
            "string decode(string charset)",
            "The text that raw bytes in an encoding stand for.",
            (in, self, charset) -> StringCodecs.decode(in, str(self), charset.toString()))
        .define(
            "numerical ord(numerical i = 0)",
            "The code point of a character.",
            (in, self, i) ->
                Numerical.of(str(self).codePointAt(Subscripts.position(i, str(self).length()))))
        .define(
            "static string chr(numerical cp)",
            "The character of a code point.",
            (in, self, cp) -> CodePoints.text(num(cp)));
  }
}
