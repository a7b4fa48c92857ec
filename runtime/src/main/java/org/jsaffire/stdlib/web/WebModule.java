package org.jsaffire.stdlib.web;

import java.util.ArrayList;
import java.util.List;
import org.jsaffire.object.Bool;
import org.jsaffire.object.ClassObject;
import org.jsaffire.object.Conversions;
import org.jsaffire.object.Errors;
import org.jsaffire.object.HashObject;
import org.jsaffire.object.Instance;
import org.jsaffire.object.Invoker;
import org.jsaffire.object.NativeClass;
import org.jsaffire.object.Value;
import org.jsaffire.sapi.RequestContext;
import org.jsaffire.sapi.ResponseHead;
import org.jsaffire.sapi.form.FormField;

/** Module {@code web} (modules.md 14): the way to request, response and session. */
public final class WebModule {
  /** The objects of a run: each is made once. */
  static final class Objects {
    final Instance request = new Instance(RequestClass.TYPE);
    final Instance response = new Instance(ResponseClass.TYPE);

    Objects() {}
  }

  private WebModule() {}

  public static ClassObject build() {
    return NativeClass.named("web")
        .qualifiedName("\\saffire\\web")
        .asAbstract()
        .define(
            "static object request()",
            "The request.",
            (in, self) -> in.service(Objects.class).request)
        .define(
            "static object response()",
            "The response.",
            (in, self) -> in.service(Objects.class).response)
        .define(
            "static object session(hash|null options = none)",
            "The session of the client.",
            (in, self, options) -> SessionClass.open(in, options))
        .define(
            "static boolean isCli()",
            "The script runs outside a request.",
            (in, self) -> Bool.of(!in.service(RequestContext.class).sapi().isWeb()))
        .define(
            "static self finish()",
            "Ends the response for the client; the script runs on.",
            (in, self) -> {
              finish(in);
              return self;
            })
        .define(
            "static self earlyHints(hash headers)",
            "Sends headers ahead of the response, where that is possible.",
            (in, self, headers) -> {
              sendEarlyHints(in, (HashObject) headers);
              return self;
            })
        .build();
  }

  /** Ends the response; the session is stored first. */
  public static void finish(Invoker in) {
    in.service(SessionState.class).finish();
    in.service(RequestContext.class).finish();
  }

  private static void sendEarlyHints(Invoker in, HashObject headers) {
    List<FormField> fields = new ArrayList<>();
    for (Value name : headers.keys()) {
      String key = Conversions.requireText(in, name).toString();
      String value = Conversions.requireText(in, headers.get(in, name)).toString();
      try {
        ResponseHead.check(key, value);
      } catch (IllegalArgumentException e) {
        throw Errors.argument(e.getMessage());
      }
      fields.add(new FormField(key, value));
    }
    in.service(RequestContext.class).sendEarlyHints(fields);
  }
}
