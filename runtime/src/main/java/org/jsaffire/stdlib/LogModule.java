package org.jsaffire.stdlib;

import org.jsaffire.config.LogLevel;
import org.jsaffire.object.ClassObject;
import org.jsaffire.object.Conversions;
import org.jsaffire.object.HashObject;
import org.jsaffire.object.Invoker;
import org.jsaffire.object.JsonWriter;
import org.jsaffire.object.NativeClass;
import org.jsaffire.object.Value;

/** Module {@code log} (modules.md 15). */
final class LogModule {
  private LogModule() {}

  static ClassObject build() {
    NativeClass type = NativeClass.named("log").qualifiedName("\\saffire\\log").asAbstract();
    for (LogLevel level : LogLevel.values()) {
      type.define(
          "static self " + level.text() + "(object message, hash|null context = none)",
          "Logs a message of this level.",
          (in, self, message, context) -> {
            write(in, level, message, context);
            return self;
          });
    }
    return type.build();
  }

  private static void write(Invoker in, LogLevel level, Value message, Value context) {
    String text = Conversions.requireText(in, message).toString();
    boolean hasContext = context instanceof HashObject hash && hash.size() > 0;
    String json = hasContext ? JsonWriter.text(in, context, 0) : "";
    in.service(ScriptLog.class).write(in, level, text, json);
  }
}
