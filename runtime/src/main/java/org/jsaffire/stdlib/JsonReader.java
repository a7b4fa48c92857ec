package org.jsaffire.stdlib;

import org.jsaffire.object.Bool;
import org.jsaffire.object.Errors;
import org.jsaffire.object.HashObject;
import org.jsaffire.object.Invoker;
import org.jsaffire.object.ListObject;
import org.jsaffire.object.NullValue;
import org.jsaffire.object.NumberTexts;
import org.jsaffire.object.ScriptException;
import org.jsaffire.object.Str;
import org.jsaffire.object.Value;

/**
 * Reads a JSON text character by character: strictly as RFC 8259 says, to find what is wrong with
 * it, or leniently (modules.md 11). Serves one text.
 */
final class JsonReader {
  /** Arrays and objects may be nested this deep. */
  static final int MAX_DEPTH = 512;

  private static final int MAX_EXPONENT = 100_000;
  private static final int END = -1;

  private final Invoker in;
  private final String text;
  private final boolean isLenient;
  private int at;
  private int depth;
  private int steps;

  JsonReader(Invoker in, String text, boolean isLenient) {
    this.in = in;
    this.text = text;
    this.isLenient = isLenient;
  }

  /**
   * The value of the text.
   *
   * @throws ScriptException argumentException
   */
  Value read() {
    if (isLenient && peek() == '\uFEFF') {
      at++;
    }
    skipBlanks();
    Value value = value();
    skipBlanks();
    if (at < text.length()) {
      throw fault(at, "unexpected " + shown(at) + " behind the value");
    }
    return value;
  }

  private int peek() {
    return at < text.length() ? text.charAt(at) : END;
  }

  private void skipBlanks() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
        at++;
      } else if (!isLenient || !skipLenient(c)) {
        return;
      }
    }
  }

  /** Comments, and white space of other kinds. */
  private boolean skipLenient(char c) {
    if (c == '/' && text.startsWith("//", at)) {
      int end = text.indexOf('\n', at);
      at = end < 0 ? text.length() : end;
      return true;
    }
    if (c == '/' && text.startsWith("/*", at)) {
      int end = text.indexOf("*/", at + 2);
      if (end < 0) {
        throw fault(at, "comment is not closed");
      }
      at = end + 2;
      return true;
    }
    if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      at++;
      return true;
    }
    return false;
  }

  private Value value() {
    if ((++steps & 0xfff) == 0) {
      in.checkpoint();
    }
    int c = peek();
    if (c == '{') {
      return object();
    }
    if (c == '[') {
      return array();
    }
    if (c == '"' || (c == '\'' && isLenient)) {
      return quoted();
    }
    if (isLenient) {
      return bare();
    }
    if (c == '-' || isDigit(c)) {
      return number();
    }
    return c >= 'a' && c <= 'z' ? word() : unexpected();
  }

  private Value unexpected() {
    throw fault(at, at < text.length() ? "unexpected " + shown(at) : "unexpected end of text");
  }

  private Value word() {
    switch (peek()) {
      case 't':
        return word("true", Bool.TRUE);
      case 'f':
        return word("false", Bool.FALSE);
      case 'n':
        return word("null", NullValue.NULL);
      default:
        return unexpected();
    }
  }

  private Value word(String word, Value value) {
    for (int i = 0; i < word.length(); i++, at++) {
      if (peek() != word.charAt(i)) {
        return unexpected();
      }
    }
    return value;
  }

  private void enter() {
    if (++depth > MAX_DEPTH) {
      throw fault(at, "arrays and objects are nested too deeply");
    }
    at++;
    skipBlanks();
  }

  private ListObject array() {
    enter();
    ListObject list = new ListObject();
    boolean isAfterComma = false;
    while (peek() != ']' || (isAfterComma && !isLenient)) {
      list.add(value());
      isAfterComma = comma(']');
    }
    at++;
    depth--;
    return list;
  }

  private HashObject object() {
    enter();
    HashObject hash = new HashObject();
    boolean isAfterComma = false;
    while (peek() != '}' || (isAfterComma && !isLenient)) {
      Str key = key();
      skipBlanks();
      if (peek() != ':') {
        throw at < text.length() ? fault(at, "':' wanted, but got " + shown(at)) : atEnd();
      }
      at++;
      skipBlanks();
      hash.put(in, key, value());
      isAfterComma = comma('}');
    }
    at++;
    depth--;
    return hash;
  }

  /** Passes a comma behind an element; without one the bracket must follow. */
  private boolean comma(char close) {
    skipBlanks();
    if (peek() == ',') {
      at++;
      skipBlanks();
      return true;
    }
    if (peek() != close) {
      throw at < text.length()
          ? fault(at, "',' or '" + close + "' wanted, but got " + shown(at))
          : atEnd();
    }
    return false;
  }

  private ScriptException atEnd() {
    return fault(at, "unexpected end of text");
  }

  private Str key() {
    int c = peek();
    if (c == '"' || (c == '\'' && isLenient)) {
      return quoted();
    }
    if (isLenient) {
      return Str.of(bareText());
    }
    throw at < text.length() ? fault(at, "key in quotes wanted, but got " + shown(at)) : atEnd();
  }

  private Str quoted() {
    char quote = text.charAt(at++);
    StringBuilder out = new StringBuilder();
    while (true) {
      if (at >= text.length()) {
        throw atEnd();
      }
      char c = text.charAt(at);
      if (c == quote) {
        at++;
        return string(out.toString());
      }
      if (c == '\\') {
        escape(out);
      } else if (c < ' ' && !isLenient) {
        throw fault(at, "control character in a string");
      } else {
        out.append(c);
        at++;
      }
    }
  }

  private void escape(StringBuilder out) {
    at++;
    int c = peek();
    at++;
    switch (c) {
      case 'n' -> out.append('\n');
      case 'r' -> out.append('\r');
      case 't' -> out.append('\t');
      case 'b' -> out.append('\b');
      case 'f' -> out.append('\f');
      case '"', '\\', '/' -> out.append((char) c);
      case 'u' -> out.append(hexadecimal());
      case END -> {
        at = text.length();
        throw atEnd();
      }
      default -> {
        if (c != '\'' || !isLenient) {
          throw fault(at - 1, "unknown escape " + shown(at - 1));
        }
        out.append('\'');
      }
    }
  }

  private char hexadecimal() {
    int value = 0;
    for (int i = 0; i < 4; i++, at++) {
      int c = peek();
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        throw at < text.length()
            ? fault(at, "hexadecimal digit wanted, but got " + shown(at))
            : atEnd();
      }
      value = value << 4 | digit;
    }
    return (char) value;
  }

  private Value number() {
    int start = at;
    at += peek() == '-' ? 1 : 0;
    int whole = at;
    digits();
    if (at > whole + 1 && text.charAt(whole) == '0') {
      throw fault(whole + 1, "number with a leading zero");
    }
    boolean isFraction = false;
    if (peek() == '.') {
      isFraction = true;
      at++;
      digits();
    }
    if (peek() == 'e' || peek() == 'E') {
      isFraction = true;
      at++;
      at += peek() == '+' || peek() == '-' ? 1 : 0;
      digits();
    }
    String digits = text.substring(start, at);
    checkExponent(digits, start);
    return isFraction ? fraction(digits) : integer(digits);
  }

  private void checkExponent(String number, int start) {
    if (isLargeExponent(number)) {
      throw fault(start, "exponent is beyond " + MAX_EXPONENT);
    }
  }

  private void digits() {
    int start = at;
    while (isDigit(peek())) {
      at++;
    }
    if (at == start) {
      throw at < text.length() ? fault(at, "digit wanted, but got " + shown(at)) : atEnd();
    }
  }

  /** The exponent of a number is beyond what is allowed. */
  static boolean isLargeExponent(String number) {
    int exponent = Math.max(number.indexOf('e'), number.indexOf('E'));
    long value = 0;
    for (int i = exponent + 1; exponent >= 0 && i < number.length(); i++) {
      if (isDigit(number.charAt(i))) {
        value = Math.min(value * 10 + number.charAt(i) - '0', MAX_EXPONENT + 1L);
      }
    }
    return value > MAX_EXPONENT;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /** A value without quotes: a number, a word with a meaning, or a string. */
  private Value bare() {
    int start = at;
    String word = bareText();
    switch (word) {
      case "true":
        return Bool.TRUE;
      case "false":
        return Bool.FALSE;
      case "null":
        return NullValue.NULL;
      default:
        break;
    }
    if (!NumberTexts.isDouble(word)) {
      return string(word);
    }
    checkExponent(word, start);
    boolean isWhole = word.chars().allMatch(c -> isDigit(c) || c == '-' || c == '+');
    return isWhole ? integer(word) : fraction(word);
  }

  /** What stands up to the next sign with a meaning. */
  private String bareText() {
    int start = at;
    while (at < text.length()
        && "{}[]:,\"'".indexOf(text.charAt(at)) < 0
        && !Character.isWhitespace(text.charAt(at))
        && !text.startsWith("//", at)
        && !text.startsWith("/*", at)) {
      at++;
    }
    if (at == start) {
      unexpected();
    }
    return text.substring(start, at);
  }

  /** A string in which halves of surrogate pairs, raw bytes among them, are replaced. */
  static Str string(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return Str.of(withoutHalves(text));
      }
    }
    return Str.of(text);
  }

  private static String withoutHalves(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  static Value integer(String digits) {
    return NumberTexts.integer(digits);
  }

  static Value fraction(String text) {
    return NumberTexts.decimal(text);
  }

  private String shown(int offset) {
    int c = text.codePointAt(offset);
    return Character.isISOControl(c)
        ? String.format("U+%04X", c)
        : "'" + Character.toString(c) + "'";
  }

  private ScriptException fault(int offset, String reason) {
    return Errors.argument(
        "Cannot decode JSON at " + TextPositions.of(text, offset) + ": " + reason);
  }
}
