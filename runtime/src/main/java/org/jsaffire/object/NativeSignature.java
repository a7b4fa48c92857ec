package org.jsaffire.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The signature of a native method, read from the text that documents it: {@code string
 * pad(numerical width, numerical direction = PAD_RIGHT, string fill = " ")}. In front may stand
 * {@code static}; the return type {@code self} makes the call yield its receiver. Types are those
 * of objects.md 1.2, alternatives joined by a bar; {@code object ... v} takes any number. A default
 * is a literal, a constant of the class, or a word such as {@code none}, for which the body gets
 * Java null.
 */
public final class NativeSignature {
  /**
   * A parameter.
   *
   * @param types accepted types in the order of the signature; none for any
   * @param mask a bit for each of {@code types}, by ordinal; 0 for any
   * @param isOptional may be left out
   * @param initial what stands in for an absent argument; may be null
   */
  public record Parameter(
      String name,
      List<TypeTag> types,
      int mask,
      boolean isOptional,
      Value initial,
      boolean isVariadic) {

    Parameter(
        String name, List<TypeTag> types, boolean isOptional, Value initial, boolean isVariadic) {
      this(name, List.copyOf(types), mask(types), isOptional, initial, isVariadic);
    }

    private static int mask(List<TypeTag> types) {
      int mask = 0;
      for (TypeTag type : types) {
        mask |= 1 << type.ordinal();
      }
      return mask;
    }

    boolean accepts(Value argument) {
      return mask == 0 || acceptsCore(argument) || acceptsCall(argument);
    }

    private boolean acceptsCore(Value argument) {
      return !(argument instanceof ClassObject)
          && (mask & 1 << argument.unwrap().tag().ordinal()) != 0;
    }

    /** A callable may also be a class or an object with {@code __call}. */
    private boolean acceptsCall(Value argument) {
      return (mask & 1 << TypeTag.CALLABLE.ordinal()) != 0 && Callbacks.isCallable(argument);
    }

    /** The argument as the body wants it. */
    Value check(Value argument) {
      if (mask == 0) {
        return argument;
      }
      if (acceptsCore(argument)) {
        return argument.unwrap();
      }
      if (acceptsCall(argument)) {
        return argument;
      }
      throw Errors.wrongType(wanted(), argument);
    }

    /** {@code a string, a regex or a null}. */
    String wanted() {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < types.size(); i++) {
        text.append(i == 0 ? "a " : i == types.size() - 1 ? " or a " : ", a ");
        text.append(types.get(i).text());
      }
      return text.toString();
    }
  }

  private final String text;
  private final String name;
  private final boolean isStatic;
  private final boolean returnsSelf;
  private final Parameter[] parameters;
  private final int required;

  private NativeSignature(
      String text, String name, boolean isStatic, boolean returnsSelf, Parameter[] parameters) {
    this.text = text;
    this.name = name;
    this.isStatic = isStatic;
    this.returnsSelf = returnsSelf;
    this.parameters = parameters;
    int count = 0;
    for (int i = 0; i < parameters.length; i++) {
      if (!parameters[i].isOptional() && !parameters[i].isVariadic()) {
        count = i + 1;
      }
    }
    this.required = count;
  }

  /**
   * Reads a signature.
   *
   * @param constants of the class, for defaults
   * @throws IllegalArgumentException the text is no signature
   */
  static NativeSignature parse(String text, Map<String, Value> constants) {
    String rest = text;
    boolean isStatic = rest.startsWith("static ");
    if (isStatic) {
      rest = rest.substring(7);
    }
    int open = rest.indexOf('(');
    int blank = rest.lastIndexOf(' ', open);
    if (open < 0 || blank < 0 || !rest.endsWith(")")) {
      throw new IllegalArgumentException("no signature: " + text);
    }
    String result = rest.substring(0, blank);
    List<Parameter> parameters = new ArrayList<>();
    for (String part : splitParameters(rest.substring(open + 1, rest.length() - 1))) {
      parameters.add(parameter(part, constants));
    }
    return new NativeSignature(
        text,
        rest.substring(blank + 1, open),
        isStatic,
        result.equals("self"),
        parameters.toArray(Parameter[]::new));
  }

  private static List<String> splitParameters(String text) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' && (i == 0 || text.charAt(i - 1) != '\\')) {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        parts.add(text.substring(start, i).strip());
        start = i + 1;
      }
    }
    String last = text.substring(start).strip();
    if (!last.isEmpty()) {
      parts.add(last);
    }
    return parts;
  }

  private static Parameter parameter(String text, Map<String, Value> constants) {
    int equals = text.indexOf(" = ");
    String declared = equals < 0 ? text : text.substring(0, equals);
    int dots = declared.indexOf(" ... ");
    String type =
        dots < 0 ? declared.substring(0, declared.indexOf(' ')) : declared.substring(0, dots);
    String name = declared.substring(declared.lastIndexOf(' ') + 1);
    Value initial = equals < 0 ? null : literal(text.substring(equals + 3), constants);
    return new Parameter(name, types(type), equals >= 0, initial, dots >= 0);
  }

  private static List<TypeTag> types(String text) {
    if (text.equals("object")) {
      return List.of();
    }
    List<TypeTag> types = new ArrayList<>();
    for (String word : text.split("\\|", -1)) {
      types.add(tag(word));
    }
    return types;
  }

  private static TypeTag tag(String word) {
    for (TypeTag tag : TypeTag.values()) {
      if (tag.text().equals(word)) {
        return tag;
      }
    }
    throw new IllegalArgumentException("no type: " + word);
  }

  private static Value literal(String text, Map<String, Value> constants) {
    Value constant = constants.get(text);
    if (constant != null) {
      return constant;
    }
    switch (text) {
      case "true":
        return Bool.TRUE;
      case "false":
        return Bool.FALSE;
      case "null":
        return NullValue.NULL;
      default:
        break;
    }
    if (text.startsWith("\"")) {
      return Str.of(
          text.substring(1, text.length() - 1)
              .replace("\\n", "\n")
              .replace("\\\"", "\"")
              .replace("\\\\", "\\"));
    }
    char first = text.charAt(0);
    return first == '-' || (first >= '0' && first <= '9')
        ? Numerical.of(Long.parseLong(text))
        : null;
  }

  static ScriptException tooFew(int wanted, int given) {
    return Errors.argument(
        "Error while parsing argument list: at least "
            + wanted
            + " arguments are needed. Only "
            + given
            + " are given");
  }

  public String name() {
    return name;
  }

  public boolean isStatic() {
    return isStatic;
  }

  boolean returnsSelf() {
    return returnsSelf;
  }

  Parameter[] parameters() {
    return parameters;
  }

  /** How many arguments a call needs. */
  public int required() {
    return required;
  }

  public boolean isVariadic() {
    return parameters.length > 0 && parameters[parameters.length - 1].isVariadic();
  }

  /** The parameter at {@code i} takes the argument. */
  boolean accepts(int i, Value argument) {
    return parameters[Math.min(i, parameters.length - 1)].accepts(argument);
  }

  /** The text as written, for documentation. */
  @Override
  public String toString() {
    return text;
  }
}
