package org.jsaffire.stdlib;

import org.jsaffire.object.Bool;
import org.jsaffire.object.ClassObject;
import org.jsaffire.object.HashObject;
import org.jsaffire.object.Invoker;
import org.jsaffire.object.NativeClass;
import org.jsaffire.object.NullValue;
import org.jsaffire.object.Numerical;
import org.jsaffire.object.Str;
import org.jsaffire.object.Value;
import org.jsaffire.sapi.RequestContext;
import org.jsaffire.sapi.Sapi;
import org.jsaffire.stdlib.web.WebModule;

/** Module {@code sapi\fastcgi} (modules.md 10). */
final class FastCgiModule {
  private FastCgiModule() {}

  static ClassObject build() {
    return NativeClass.named("fastcgi")
        .qualifiedName("\\saffire\\sapi\\fastcgi")
        .asAbstract()
        .define(
            "static hash environment()",
            "The parameters of the request in the order received.",
            (in, self) -> environment(in))
        .define(
            "static string getRole()",
            "RESPONDER, AUTHORIZER, FILTER or unknown.",
            (in, self) -> Str.of(role(in)))
        .define("static boolean isResponder()", "The role.", (in, self) -> isRole(in, "RESPONDER"))
        .define(
            "static boolean isAuthorizer()", "The role.", (in, self) -> isRole(in, "AUTHORIZER"))
        .define("static boolean isFilter()", "The role.", (in, self) -> isRole(in, "FILTER"))
        .define(
            "static boolean startFilterData()",
            "From now on the request body reads the data stream.",
            (in, self) -> Bool.of(isFastCgi(in) && request(in).startFilterData()))
        .define(
            "static object dataLength()",
            "Bytes of the data stream, or null.",
            (in, self) -> number(in, "FCGI_DATA_LENGTH"))
        .define(
            "static object dataLastModified()",
            "When the data changed last, seconds since 1970, or null.",
            (in, self) -> number(in, "FCGI_DATA_LAST_MOD"))
        .define(
            "static self setExitStatus(numerical n)",
            "The exit status of the request; the last call wins.",
            (in, self, n) -> {
              if (isFastCgi(in)) {
                request(in).setExitStatus((int) ((Numerical) n).clampedLong());
              }
              return self;
            })
        .define(
            "static boolean isAborted()",
            "The web server has aborted the request.",
            (in, self) -> Bool.of(isFastCgi(in) && request(in).isAborted()))
        .define(
            "static self finish()",
            "Ends the response; the script runs on.",
            (in, self) -> {
              if (isFastCgi(in)) {
                WebModule.finish(in);
              }
              return self;
            })
        .build();
  }

  private static RequestContext request(Invoker in) {
    return in.service(RequestContext.class);
  }

  private static boolean isFastCgi(Invoker in) {
    return request(in).sapi() == Sapi.FASTCGI;
  }

  private static Value environment(Invoker in) {
    HashObject hash = new HashObject();
    if (request(in).sapi().isWeb()) {
      request(in).environment().forEach((name, value) -> hash.put(in, name, Str.of(value)));
    }
    return hash;
  }

  private static String role(Invoker in) {
    RequestContext request = request(in);
    String role = request.sapi().isWeb() ? request.environment().get("FCGI_ROLE") : null;
    return role == null ? "unknown" : role;
  }

  private static Value isRole(Invoker in, String role) {
    return Bool.of(isFastCgi(in) && role(in).equals(role));
  }

  private static Value number(Invoker in, String name) {
    String text = isFastCgi(in) ? request(in).environment().get(name) : null;
    return text != null && text.matches("[0-9]{1,18}")
        ? Numerical.of(Long.parseLong(text))
        : NullValue.NULL;
  }
}
