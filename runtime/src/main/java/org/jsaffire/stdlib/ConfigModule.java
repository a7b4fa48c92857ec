package org.jsaffire.stdlib;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jsaffire.config.ConfigKey;
import org.jsaffire.config.ConfigKeys;
import org.jsaffire.config.KeyPattern;
import org.jsaffire.config.Settings;
import org.jsaffire.object.ClassObject;
import org.jsaffire.object.Conversions;
import org.jsaffire.object.HashObject;
import org.jsaffire.object.Invoker;
import org.jsaffire.object.NativeClass;
import org.jsaffire.object.Str;
import org.jsaffire.object.Value;

/** Module {@code config} (modules.md 12). */
final class ConfigModule {
  /** What the script of a run has set: seen by the script alone. */
  static final class Changes {
    final Map<String, String> values = new LinkedHashMap<>();

    Changes() {}
  }

  private ConfigModule() {}

  static ClassObject build() {
    return NativeClass.named("config")
        .qualifiedName("\\saffire\\config")
        .asAbstract()
        .define(
            "static object get(string key, object default = null)",
            "The value of a key, else its built-in default, else the default given.",
            (in, self, key, other) -> get(in, key.toString(), other))
        .define(
            "static self set(string key, object value)",
            "Sets a key for this run.",
            (in, self, key, value) -> {
              String text = Conversions.requireText(in, value).toString();
              String name = ConfigKeys.fullName(key.toString());
              in.service(Changes.class).values.put(name, text);
              return self;
            })
        .define(
            "static hash find(string pattern)",
            "All keys that match a pattern, with their values.",
            (in, self, pattern) -> find(in, new KeyPattern(pattern.toString())))
        .build();
  }

  static Value get(Invoker in, String key, Value other) {
    String value = value(in, ConfigKeys.fullName(key));
    return value == null ? other : Str.of(value);
  }

  /** The value of a full key, or null. */
  private static String value(Invoker in, String key) {
    String changed = in.service(Changes.class).values.get(key);
    if (changed != null) {
      return changed;
    }
    String given = in.service(Settings.class).value(key);
    ConfigKey known = ConfigKeys.find(key);
    return given != null || known == null ? given : known.value();
  }

  private static Value find(Invoker in, KeyPattern pattern) {
    Set<String> keys = new LinkedHashSet<>(in.service(Settings.class).keys());
    keys.addAll(in.service(Changes.class).values.keySet());
    ConfigKeys.all().forEach(key -> keys.add(key.name()));
    HashObject found = new HashObject();
    for (String key : keys) {
      String value = pattern.matches(key) ? value(in, key) : null;
      if (value != null) {
        found.put(in, key, Str.of(value));
      }
    }
    return found;
  }
}
