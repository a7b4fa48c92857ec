package org.jsaffire.stdlib.web;

import org.jsaffire.object.ClassObject;
import org.jsaffire.object.Errors;
import org.jsaffire.object.Instance;
import org.jsaffire.object.Invoker;
import org.jsaffire.object.JsonWriter;
import org.jsaffire.object.NativeClass;
import org.jsaffire.object.NullValue;
import org.jsaffire.object.Str;
import org.jsaffire.object.TypeTag;
import org.jsaffire.object.Value;
import org.jsaffire.sapi.RequestContext;
import org.jsaffire.sapi.ResponseHead;
import org.jsaffire.sapi.ScriptOutput;

/** The class of {@code response.events()}: a stream of server-sent events (modules.md 14). */
final class EventStreamClass {
  private static final ClassObject TYPE = build();

  private EventStreamClass() {}

  /** Starts a stream: its head leaves at once. */
  static Value start(Invoker in) {
    ResponseHead head = ResponseClass.openHead(in);
    head.setHeader("Content-Type", "text/event-stream", true);
    head.setHeader("Cache-Control", "no-store", true);
    // A web server in front must not hold events back.
    head.setHeader("X-Accel-Buffering", "no", true);
    in.service(RequestContext.class).stdout().flush();
    return new Instance(TYPE);
  }

  private static ClassObject build() {
    return NativeClass.named("eventStream")
        .qualifiedName("\\saffire\\web\\eventStream")
        .tag(TypeTag.USER)
        .asAbstract()
        .define(
            "self send(object data, string|null event = null, string|null id = null)",
            "Sends an event: a string as it is, other data as JSON.",
            (in, self, data, event, id) -> {
              send(in, data, event, id);
              return self;
            })
        .define(
            "self close()",
            "Ends the response.",
            (in, self) -> {
              WebModule.finish(in);
              return self;
            })
        .build();
  }

  private static void send(Invoker in, Value data, Value event, Value id) {
    RequestContext request = in.service(RequestContext.class);
    ScriptOutput out = request.stdout();
    if (out.isFinished()) {
      throw Errors.io("Event stream is closed");
    }
    StringBuilder text = new StringBuilder();
    appendField(text, "event", event);
    appendField(text, "id", id);
    String body = data instanceof Str s ? s.toString() : JsonWriter.text(in, data, 0);
    for (String line : body.split("\r\n|\r|\n", -1)) {
      text.append("data: ").append(line).append('\n');
    }
    out.print(text.append('\n').toString());
    out.flush();
    if (request.isAborted() || out.failure() != null) {
      // Nobody listens any more, and most scripts send for ever.
      throw in.exit(0);
    }
  }

  private static void appendField(StringBuilder text, String name, Value value) {
    if (value == null || value instanceof NullValue) {
      return;
    }
    String field = value.toString();
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      if (c == '\n' || c == '\r' || c == '\0') {
        throw Errors.argument("Invalid event field");
      }
    }
    text.append(name).append(": ").append(field).append('\n');
  }
}
