package org.jsaffire.object;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The names that exist without an import (language.md 3.6). */
public final class BuiltIns {
  private static final Map<String, Value> NAMES = names();

  /** Classes and interfaces by lower-case name, for hints (language.md 5.3). */
  private static final Map<String, ClassObject> TYPES = types();

  private BuiltIns() {}

  private static Map<String, Value> names() {
    Map<String, Value> names = new LinkedHashMap<>();
    names.put("true", Bool.TRUE);
    names.put("false", Bool.FALSE);
    names.put("null", NullValue.NULL);
    names.put("iterator", Core.ITERATOR);
    names.put("datastructure", Core.DATASTRUCTURE);
    names.put("subscription", Core.SUBSCRIPTION);
    for (ClassObject type :
        new ClassObject[] {
          Core.STRING,
          Core.NUMERICAL,
          Core.REGEX,
          Core.LIST,
          Core.HASH,
          Core.TUPLE,
          Core.BOOLEAN,
          Core.BASE,
          Core.CALLABLE,
          Core.DOUBLE,
          Core.SET
        }) {
      names.put(type.name(), type);
    }
    for (ClassObject type : Exceptions.all()) {
      names.put(type.name(), type);
    }
    return names;
  }

  private static Map<String, ClassObject> types() {
    Map<String, ClassObject> types = new LinkedHashMap<>();
    NAMES.forEach(
        (name, value) -> {
          if (value instanceof ClassObject type) {
            types.put(name.toLowerCase(Locale.ROOT), type);
          }
        });
    types.put("null", Core.NULL);
    return types;
  }

  /** The value of a built-in name, or null. */
  public static Value name(String name) {
    return NAMES.get(name);
  }

  /** All built-in names with their values, in no order that means anything. */
  public static Map<String, Value> all() {
    return Collections.unmodifiableMap(NAMES);
  }

  /** The built-in class or interface whose name matches in any case, or null. */
  public static ClassObject type(String name) {
    return TYPES.get(name.toLowerCase(Locale.ROOT));
  }
}
