package org.jsaffire.object;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * JSON text of values (modules.md 11). An object of any class that has a method {@code __json} is
 * encoded as what that returns.
 */
public final class JsonWriter {
  /** Four blanks for each level, a line for each element. */
  public static final int PRETTY = 1;

  /** Escapes everything outside ASCII. */
  public static final int ASCII = 4;

  /** Escapes slashes. */
  public static final int SLASHES = 8;

  /** Sorts keys by code points. */
  public static final int SORT = 32;

  /** Escapes what HTML could take for markup. */
  public static final int HTML = 64;

  /** Arrays and objects may be nested this deep. */
  public static final int MAX_DEPTH = 512;

  private static final int CHARGED = 64 * 1024;

  /** A member of an object before it is written. */
  private record Pair(Str key, Value value) {}

  private final Invoker in;
  private final int options;
  private final StringBuilder out = new StringBuilder();
  private int charged;

  private JsonWriter(Invoker in, int options) {
    this.in = in;
    this.options = options;
  }

  /**
   * Encodes a value.
   *
   * @param options the constants of this class, added
   * @throws ScriptException argumentException when something in it has no JSON form or is nested
   *     too deep
   */
  public static String text(Invoker in, Value value, int options) {
    JsonWriter writer = new JsonWriter(in, options);
    writer.write(value, 0);
    return writer.out.toString();
  }

  private boolean has(int option) {
    return (options & option) != 0;
  }

  private void write(Value original, int depth) {
    account();
    Value value = ownForm(original);
    Value core = value instanceof ClassObject ? value : value.unwrap();
    if (core instanceof Numerical || core instanceof Bool || core instanceof NullValue) {
      out.append(core);
    } else if (core instanceof DoubleValue number) {
      out.append(number).append(number.value().scale() <= 0 ? ".0" : "");
    } else if (core instanceof Str text) {
      string(text.toString());
    } else {
      container(core, depth);
    }
  }

  private void account() {
    if (out.length() - charged >= CHARGED) {
      in.charge(2L * (out.length() - charged));
      charged = out.length();
    }
    in.checkpoint();
  }

  /** What {@code __json} makes of the value, and of its result in turn. */
  private Value ownForm(Value original) {
    Value value = original;
    for (int i = 0; i <= MAX_DEPTH; i++) {
      MethodMember custom =
          value instanceof Instance instance ? instance.layout().findMethod("__json") : null;
      if (custom == null) {
        return value;
      }
      value = in.call(custom, value);
    }
    throw recursive();
  }

  private static void checkDepth(int depth) {
    if (depth >= MAX_DEPTH) {
      throw recursive();
    }
  }

  private static ScriptException recursive() {
    return Errors.argument("Cannot encode recursive structure");
  }

  private void container(Value core, int depth) {
    if (core instanceof ListObject list) {
      array(list.toArray(), depth);
    } else if (core instanceof TupleObject tuple) {
      array(tuple.toArray(), depth);
    } else if (core instanceof SetObject set) {
      array(set.elements(), depth);
    } else if (core instanceof HashObject hash) {
      object(pairs(hash), depth);
    } else if (core instanceof Instance instance && !instance.type().isBuiltIn()) {
      object(properties(instance), depth);
    } else {
      throw Errors.argument("Cannot encode a " + Conversions.typeName(core));
    }
  }

  private void array(Value[] elements, int depth) {
    checkDepth(depth);
    out.append('[');
    for (int i = 0; i < elements.length; i++) {
      separate(i, depth + 1);
      write(elements[i], depth + 1);
    }
    close(elements.length, depth, ']');
  }

  private void object(List<Pair> pairs, int depth) {
    checkDepth(depth);
    if (has(SORT)) {
      Collections.sort(pairs, Comparator.comparing(Pair::key));
    }
    out.append('{');
    for (int i = 0; i < pairs.size(); i++) {
      separate(i, depth + 1);
      string(pairs.get(i).key().toString());
      out.append(has(PRETTY) ? ": " : ":");
      write(pairs.get(i).value(), depth + 1);
    }
    close(pairs.size(), depth, '}');
  }

  private void separate(int position, int depth) {
    if (position > 0) {
      out.append(',');
    }
    newLine(depth);
  }

  private void close(int size, int depth, char bracket) {
    if (size > 0) {
      newLine(depth);
    }
    out.append(bracket);
  }

  private void newLine(int depth) {
    if (has(PRETTY)) {
      out.append('\n').append(" ".repeat(4 * depth));
    }
  }

  private List<Pair> pairs(HashObject hash) {
    List<Pair> pairs = new ArrayList<>(hash.size());
    for (Value key : hash.keys()) {
      Value value = hash.get(in, key);
      if (value != null) {
        pairs.add(new Pair(Conversions.requireText(in, key), value));
      }
    }
    return pairs;
  }

  /** The public properties of a script object, those of ancestors first. */
  private static List<Pair> properties(Instance instance) {
    List<Pair> pairs = new ArrayList<>();
    Layout layout = instance.layout();
    for (int i = 0; i < layout.slotCount(); i++) {
      PropertyMember property = layout.slot(i);
      if (property.visibility() == Visibility.PUBLIC) {
        pairs.add(new Pair(Str.of(property.name()), instance.slot(i)));
      }
    }
    instance.overflow().forEach((name, value) -> pairs.add(new Pair(Str.of(name), value)));
    return pairs;
  }

  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c) && !isPaired(text, i)) {
        unit('\uFFFD');
      } else {
        unit(c);
      }
    }
    out.append('"');
  }

  private static boolean isPaired(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
  }

  private void unit(char c) {
    switch (c) {
      case '"', '\\' -> out.append('\\').append(c);
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '/' -> out.append(has(SLASHES) ? "\\/" : "/");
      default -> {
        if (isEscaped(c)) {
          escape(c);
        } else {
          out.append(c);
        }
      }
    }
  }

  private boolean isEscaped(char c) {
    return c < ' '
        || (c > 0x7F && has(ASCII))
        || (has(HTML) && (c == '<' || c == '>' || c == '&' || c == '\''));
  }

  private void escape(char c) {
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(Character.forDigit(c >> shift & 0xF, 16));
    }
  }
}
