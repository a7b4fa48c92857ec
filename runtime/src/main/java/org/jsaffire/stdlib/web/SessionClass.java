package org.jsaffire.stdlib.web;

import java.util.ArrayList;
import java.util.List;
import org.jsaffire.object.Bool;
import org.jsaffire.object.ClassObject;
import org.jsaffire.object.Instance;
import org.jsaffire.object.Invoker;
import org.jsaffire.object.NativeClass;
import org.jsaffire.object.NullValue;
import org.jsaffire.object.Str;
import org.jsaffire.object.TypeTag;
import org.jsaffire.object.Value;
import org.jsaffire.stdlib.Options;

/**
 * The class of {@code web.session()} (modules.md 14). Values are copied in and out as JSON: a list
 * that a script has got and changes must be set again.
 */
final class SessionClass {
  private static final ClassObject TYPE = build();
  private static final List<String> OPTIONS = options();

  private SessionClass() {}

  private static List<String> options() {
    List<String> names = new ArrayList<>(CookieText.OPTIONS);
    names.add("name");
    return List.copyOf(names);
  }

  /** The session of the run, opened by the first call. */
  static Value open(Invoker in, Value given) {
    Options options = new Options(in, given, OPTIONS);
    in.service(SessionState.class).start(in, options, options.text("name", null));
    return new Instance(TYPE);
  }

  private static SessionState state(Invoker in) {
    return in.service(SessionState.class);
  }

  private static ClassObject build() {
    NativeClass type =
        NativeClass.named("session")
            .qualifiedName("\\saffire\\web\\session")
            .tag(TypeTag.USER)
            .asAbstract();
    values(type);
    return life(type).build();
  }

  private static void values(NativeClass type) {
    type.define("string id()", "The id that the client has.", (in, self) -> Str.of(state(in).id()))
        .define(
            "object get(string key, object default = null)",
            "A value.",
            (in, self, key, other) -> state(in).get(in, key, other))
        .define(
            "self set(string key, object value)",
            "Sets a value, anything that JSON can carry.",
            (in, self, key, value) -> {
              state(in).set(in, key, value);
              return self;
            })
        .define(
            "self remove(string key)",
            "Removes a value.",
            (in, self, key) -> {
              state(in).remove(in, key);
              return self;
            })
        .define(
            "boolean has(string key)",
            "There is such a value.",
            (in, self, key) -> Bool.of(state(in).has(in, key)))
        .define("hash all()", "All values.", (in, self) -> state(in).all(in));
  }

  private static NativeClass life(NativeClass type) {
    return type.define(
            "self regenerate()",
            "Gives the session a fresh id.",
            (in, self) -> {
              state(in).regenerate(in);
              return self;
            })
        .define(
            "self destroy()",
            "Forgets the session.",
            (in, self) -> {
              state(in).destroy(in);
              return self;
            })
        .define(
            "object flash(string key, object value = null)",
            "Keeps a value until it is read once; without a value reads it.",
            (in, self, key, value) -> flash(in, self, key, value));
  }

  private static Value flash(Invoker in, Value self, Value key, Value value) {
    if (value instanceof NullValue) {
      return state(in).takeFlash(in, key);
    }
    state(in).setFlash(in, key, value);
    return self;
  }
}
