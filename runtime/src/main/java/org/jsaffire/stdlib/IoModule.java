package org.jsaffire.stdlib;

import org.jsaffire.object.ClassObject;
import org.jsaffire.object.Conversions;
import org.jsaffire.object.Invoker;
import org.jsaffire.object.NativeClass;
import org.jsaffire.object.Str;
import org.jsaffire.object.Value;
import org.jsaffire.sapi.RequestContext;
import org.jsaffire.sapi.ScriptOutput;

/** Module {@code io} (modules.md 3). */
final class IoModule {
  /** Texts up to this many units are printed from their cached bytes. */
  private static final int CACHED_UNITS = 4096;

  private IoModule() {}

  static ClassObject build() {
    return NativeClass.named("io")
        .qualifiedName("\\saffire\\io")
        .asAbstract()
        .defineN(
            "static self print(object ... v)",
            "Prints the text of each argument.",
            (in, self, v) -> print(in, self, v, false))
        .defineN(
            "static self println(object ... v)",
            "Prints the text of each argument and a line feed.",
            (in, self, v) -> print(in, self, v, true))
        .build();
  }

  private static Value print(Invoker in, Value self, Value[] values, boolean line) {
    ScriptOutput out = in.service(RequestContext.class).stdout();
    for (Value value : values) {
      print(out, Conversions.text(in, value));
    }
    if (line) {
      out.write('\n');
    }
    if (out.isAutoFlush()) {
      out.flush();
    }
    return self;
  }

  private static void print(ScriptOutput out, Str text) {
    if (text.units() <= CACHED_UNITS) {
      out.write(text.cachedUtf8());
    } else {
      out.print(text.toString());
    }
  }
}
