package org.jsaffire.object;

/** Methods of collections that take callbacks (objects.md 17, 18 and 19). */
final class Functional {
  private Functional() {}

  /** For lists and sets; {@code filter} and {@code reject} are up to the class. */
  static NativeClass define(NativeClass type) {
    common(type);
    return type.define(
            "object find(callable f)",
            "The first element for which f is true, or null.",
            (in, self, f) -> {
              Pass pass = new Pass(in, self, f);
              return pass.search(true) ? pass.value() : NullValue.NULL;
            })
        .define(
            "numerical findIndex(callable f)",
            "The first index for which f is true, or -1.",
            (in, self, f) -> {
              Pass pass = new Pass(in, self, f);
              return pass.search(true) ? pass.key() : Numerical.of(-1);
            })
        .define(
            "hash groupBy(callable f)",
            "Lists of the elements for which f is the same, by that.",
            (in, self, f) -> groupBy(new Pass(in, self, f)))
        .define(
            "tuple partition(callable f)",
            "The elements for which f is true, and the others, as lists.",
            (in, self, f) -> partition(new Pass(in, self, f)))
        .define(
            "list flatMap(callable f)",
            "The results of f, lists among them taken apart.",
            (in, self, f) -> flatMap(new Pass(in, self, f)));
  }

  /** For lists, sets and hashes. */
  static NativeClass common(NativeClass type) {
    return type.define(
            "list map(callable f)",
            "The results of f.",
            (in, self, f) -> map(new Pass(in, self, f)))
        .define(
            "self each(callable f)",
            "Calls f for each.",
            (in, self, f) -> {
              Pass pass = new Pass(in, self, f);
              while (pass.next()) {
                pass.call();
              }
              return self;
            })
        .define(
            "object reduce(callable f, object initial)",
            "What is left when f has joined each with the result before.",
            (in, self, f, initial) -> reduce(new Pass(in, self, f), initial))
        .define(
            "boolean any(callable f = truthy)",
            "Whether f is true for some.",
            (in, self, f) -> Bool.of(new Pass(in, self, f).search(true)))
        .define(
            "boolean all(callable f = truthy)",
            "Whether f is true for all.",
            (in, self, f) -> Bool.of(!new Pass(in, self, f).search(false)));
  }

  static ListObject map(Pass pass) {
    ListObject results = new ListObject();
    while (pass.next()) {
      results.add(pass.in(), pass.call());
    }
    return results;
  }

  /** The elements for which the callback is {@code wanted}. */
  static ListObject select(Pass pass, boolean wanted) {
    ListObject selected = new ListObject();
    while (pass.search(wanted)) {
      selected.add(pass.in(), pass.value());
    }
    return selected;
  }

  private static Value reduce(Pass pass, Value initial) {
    Value accumulated = initial;
    while (pass.next()) {
      accumulated = pass.call(accumulated);
    }
    return accumulated;
  }

  private static HashObject groupBy(Pass pass) {
    HashObject groups = new HashObject();
    while (pass.next()) {
      Value group = pass.call();
      Value members = groups.get(pass.in(), group);
      if (members == null) {
        members = new ListObject();
        groups.put(pass.in(), group, members);
      }
      ((ListObject) members).add(pass.in(), pass.value());
    }
    return groups;
  }

  private static TupleObject partition(Pass pass) {
    ListObject matching = new ListObject();
    ListObject others = new ListObject();
    while (pass.next()) {
      (pass.test() ? matching : others).add(pass.in(), pass.value());
    }
    return TupleObject.of(matching, others);
  }

  private static ListObject flatMap(Pass pass) {
    ListObject results = new ListObject();
    while (pass.next()) {
      Value result = pass.call();
      if (result.unwrap() instanceof ListObject part) {
        results.addAll(pass.in(), part);
      } else {
        results.add(pass.in(), result);
      }
    }
    return results;
  }
}
