package org.jsaffire.stdlib;

import org.jsaffire.object.ClassObject;
import org.jsaffire.object.JsonWriter;
import org.jsaffire.object.NativeClass;
import org.jsaffire.object.Numerical;
import org.jsaffire.object.Str;

/** Module {@code json} (modules.md 11). */
final class JsonModule {
  /** What it stands for is so anyway. */
  private static final int UNICODE = 2;

  private JsonModule() {}

  static ClassObject build() {
    return NativeClass.named("json")
        .qualifiedName("\\json\\json")
        .asAbstract()
        .constant("PRETTY", Numerical.of(JsonWriter.PRETTY))
        .constant("UNICODE", Numerical.of(UNICODE))
        .constant("ASCII", Numerical.of(JsonWriter.ASCII))
        .constant("SLASHES", Numerical.of(JsonWriter.SLASHES))
        .constant("LENIENT", Numerical.of(JsonDecoder.LENIENT))
        .constant("SORT", Numerical.of(JsonWriter.SORT))
        .constant("HTML", Numerical.of(JsonWriter.HTML))
        .define(
            "static string encode(object value, numerical options = 0)",
            "The JSON text of a value.",
            (in, self, value, options) ->
                Str.of(JsonWriter.text(in, value, ((Numerical) options).clampedInt())))
        .define(
            "static object decode(string text, numerical options = 0)",
            "The value of a JSON text.",
            (in, self, text, options) ->
                JsonDecoder.decode(in, text.toString(), ((Numerical) options).clampedInt()))
        .build();
  }
}
