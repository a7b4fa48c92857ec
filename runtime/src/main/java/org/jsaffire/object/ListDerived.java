package org.jsaffire.object;

/** Methods of list that make something else of it (objects.md 17). */
final class ListDerived {
  private static final int MAX_DEPTH = 1000;

  private ListDerived() {}

  static void define(NativeClass type) {
    type.define(
            "string join(string glue = \"\")",
            "The texts of the elements with glue between them.",
            (in, self, glue) -> CollectionMethods.join(in, (ListObject) self, (Str) glue))
        .define(
            "list flatten(numerical depth = -1)",
            "The elements, with those of lists among them in their place.",
            (in, self, depth) -> flatten(in, (ListObject) self, (Numerical) depth))
        .define(
            "list chunk(numerical n)",
            "Lists of n elements each, the last perhaps of fewer.",
            (in, self, n) -> chunk(in, (ListObject) self, (Numerical) n));
    combining(type);
    type.define(
            "list take(numerical n)",
            "The first n elements.",
            (in, self, n) -> part(in, self, 0, CollectionMethods.count(n)))
        .define(
            "list skip(numerical n)",
            "The elements behind the first n.",
            (in, self, n) -> part(in, self, CollectionMethods.count(n), Integer.MAX_VALUE));
    converting(type);
  }

  private static void combining(NativeClass type) {
    type.define(
            "list zip(list other)",
            "Pairs with the elements of another list, as many as the shorter one has.",
            (in, self, other) -> zip(in, (ListObject) self, (ListObject) other))
        .define(
            "list concat(list other)",
            "The elements of both lists.",
            (in, self, other) -> concat(in, (ListObject) self, (ListObject) other))
        .define(
            "list diff(list other)",
            "The elements that do not occur in another list.",
            (in, self, other) -> select(in, (ListObject) self, (ListObject) other, false))
        .define(
            "list intersect(list other)",
            "The elements that occur in another list.",
            (in, self, other) -> select(in, (ListObject) self, (ListObject) other, true));
  }

  private static void converting(NativeClass type) {
    type.define(
            "tuple toTuple()",
            "A tuple of the elements.",
            (in, self) -> TupleObject.of(((ListObject) self).toArray()))
        .define("set toSet()", "A set of the elements.", (in, self) -> SetMethods.collect(in, self))
        .define(
            "hash toHash(callable key)",
            "The elements under the keys that key makes of them.",
            (in, self, key) -> toHash(new Pass(in, self, key)));
  }

  private static ListObject flatten(Invoker in, ListObject list, Numerical depth) {
    ListObject flat = new ListObject();
    int levels = depth.signum() < 0 ? Integer.MAX_VALUE : depth.clampedInt();
    flatten(in, list, levels, 0, flat);
    return flat;
  }

  private static void flatten(Invoker in, ListObject list, int levels, int level, ListObject flat) {
    if (level > MAX_DEPTH) {
      throw Errors.system("Maximum call depth exceeded");
    }
    in.checkpoint();
    for (int i = 0; i < list.size(); i++) {
      Value element = list.get(i);
      if (levels > level && element.unwrap() instanceof ListObject inner) {
        flatten(in, inner, levels, level + 1, flat);
      } else {
        flat.add(in, element);
      }
    }
  }

  private static ListObject chunk(Invoker in, ListObject list, Numerical n) {
    int size = n.clampedInt();
    if (size < 1) {
      throw Errors.argument("Chunk size must be 1 or higher");
    }
    ListObject chunks = new ListObject();
    for (long from = 0; from < list.size(); from += size) {
      chunks.add(in, list.slice(in, (int) from, (int) Math.min(from + size, list.size())));
    }
    return chunks;
  }

  private static ListObject zip(Invoker in, ListObject a, ListObject b) {
    ListObject pairs = new ListObject();
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      pairs.add(in, TupleObject.of(a.get(i), b.get(i)));
    }
    return pairs;
  }

  static ListObject concat(Invoker in, ListObject a, ListObject b) {
    ListObject both = a.slice(in, 0, a.size());
    both.addAll(in, b);
    return both;
  }

  /** The elements of {@code a} for which occurring in {@code b} is {@code wanted}. */
  static ListObject select(Invoker in, ListObject a, ListObject b, boolean wanted) {
    Membership members = Membership.of(in, b);
    ListObject selected = new ListObject();
    for (int i = 0; i < a.size(); i++) {
      Value element = a.get(i);
      if (members.contains(in, element) == wanted) {
        selected.add(in, element);
      }
    }
    return selected;
  }

  /** The elements from one index to another, the second excluded, as far as there are any. */
  static ListObject part(Invoker in, Value self, int from, int to) {
    ListObject list = (ListObject) self;
    int end = Math.min(to, list.size());
    return list.slice(in, Math.min(from, end), end);
  }

  private static HashObject toHash(Pass pass) {
    HashObject hash = new HashObject();
    while (pass.next()) {
      hash.put(pass.in(), pass.call(), pass.value());
    }
    return hash;
  }
}
