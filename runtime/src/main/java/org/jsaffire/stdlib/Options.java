package org.jsaffire.stdlib;

import java.util.List;
import org.jsaffire.object.Bool;
import org.jsaffire.object.Conversions;
import org.jsaffire.object.Errors;
import org.jsaffire.object.HashObject;
import org.jsaffire.object.Invoker;
import org.jsaffire.object.NullValue;
import org.jsaffire.object.Numerical;
import org.jsaffire.object.Str;
import org.jsaffire.object.TypeTag;
import org.jsaffire.object.Value;

/** The hash of options that a method takes (objects.md 1.3). Null values count as absent. */
public final class Options {
  private final Invoker in;
  private final HashObject hash;

  /**
   * @param options a hash, or null for none
   * @throws org.jsaffire.object.ScriptException argumentException for a key that is not known
   */
  Options(Invoker in, Value options, String... known) {
    this(in, options, List.of(known));
  }

  /** The same, with the known keys as a list. */
  public Options(Invoker in, Value options, List<String> known) {
    this.in = in;
    this.hash = options instanceof HashObject given ? given : new HashObject();
    for (Value key : hash.keys()) {
      if (!(key instanceof Str name) || !known.contains(name.toString())) {
        throw Errors.argument("Unknown option '" + Conversions.text(in, key) + "'");
      }
    }
  }

  /** The value of an option, or null when it is absent. */
  public Value get(String name) {
    Value value = hash.get(in, Str.of(name));
    return value instanceof NullValue ? null : value;
  }

  /** A value of a certain type, or null when it is absent. */
  public Value get(String name, TypeTag... types) {
    Value value = get(name);
    if (value == null) {
      return null;
    }
    for (TypeTag type : types) {
      if (value.tag() == type) {
        return value.unwrap();
      }
    }
    throw Errors.argument(
        "Option '"
            + name
            + "' must be a "
            + types[0].text()
            + ", but is a "
            + Conversions.typeName(value));
  }

  public String text(String name, String fallback) {
    Value value = get(name, TypeTag.STRING);
    return value == null ? fallback : value.toString();
  }

  public boolean isSet(String name, boolean fallback) {
    Value value = get(name, TypeTag.BOOLEAN);
    return value == null ? fallback : value == Bool.TRUE;
  }

  /** A number, or null when it is absent. */
  public Numerical number(String name) {
    return (Numerical) get(name, TypeTag.NUMERICAL);
  }
}
