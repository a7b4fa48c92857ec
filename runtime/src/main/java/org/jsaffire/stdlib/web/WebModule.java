package org.jsaffire.stdlib.web;

import org.jsaffire.object.Bool;
import org.jsaffire.object.ClassObject;
import org.jsaffire.object.Instance;
import org.jsaffire.object.NativeClass;
import org.jsaffire.sapi.RequestContext;

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
            "static boolean isCli()",
            "The script runs outside a request.",
            (in, self) -> Bool.of(!in.service(RequestContext.class).sapi().isWeb()))
        .define(
            "static self finish()",
            "Ends the response for the client; the script runs on.",
            (in, self) -> {
              in.service(RequestContext.class).finish();
              return self;
            })
        .build();
  }
}
