package org.jsaffire.object;

/** Methods of list that change it (objects.md 17). */
final class ListChanges {
  private ListChanges() {}

  static void define(NativeClass type) {
    single(type);
    ends(type);
    type.define(
            "self removeValue(object v)",
            "Takes out every equal element.",
            (in, self, v) -> removeValue(in, (ListObject) self, v))
        .define(
            "self clear()",
            "Takes out all elements.",
            (in, self) -> {
              ((ListObject) self).clear();
              return self;
            })
        .define(
            "self addAll(object collection)",
            "Appends the values of an iterable.",
            (in, self, collection) -> addAll(in, (ListObject) self, collection));
  }

  private static void single(NativeClass type) {
    type.define(
            "self set(numerical i, object v)",
            "Replaces an element.",
            (in, self, i, v) -> {
              ListObject list = mutable(self);
              list.set(in, Subscripts.position(i, list.size()), v);
              return self;
            })
        .define(
            "self insert(numerical i, object v)",
            "Puts an element in front of another, or appends it.",
            (in, self, i, v) -> {
              ListObject list = mutable(self);
              list.insert(in, Subscripts.position(i, list.size() + 1), v);
              return self;
            })
        .define(
            "self remove(numerical i)",
            "Takes out an element.",
            (in, self, i) -> {
              ListObject list = mutable(self);
              list.remove(Subscripts.position(i, list.size()));
              return self;
            })
        .alias("remove", "__remove")
        .define(
            "self swap(numerical i, numerical j)",
            "Exchanges two elements.",
            (in, self, i, j) -> {
              ListObject list = mutable(self);
              list.swap(Subscripts.position(i, list.size()), Subscripts.position(j, list.size()));
              return self;
            });
  }

  private static void ends(NativeClass type) {
    type.alias("add", "push")
        .define(
            "object pop()",
            "Takes the last element, or null.",
            (in, self) -> take(self, ((ListObject) self).size() - 1))
        .define("object shift()", "Takes the first element, or null.", (in, self) -> take(self, 0))
        .define(
            "self unshift(object v)",
            "Puts an element in front.",
            (in, self, v) -> {
              ((ListObject) self).insert(in, 0, v);
              return self;
            });
  }

  private static ListObject mutable(Value self) {
    ListObject list = (ListObject) self;
    list.checkMutable();
    return list;
  }

  private static Value take(Value self, int i) {
    ListObject list = mutable(self);
    return list.size() == 0 ? NullValue.NULL : list.remove(i);
  }

  private static Value removeValue(Invoker in, ListObject list, Value value) {
    list.checkMutable();
    if (Membership.indexOf(in, list, value, 0) < 0) {
      return list;
    }
    ListObject kept = new ListObject();
    for (int i = 0; i < list.size(); i++) {
      Value element = list.get(i);
      if (!Operators.isLenientlyEqual(in, element, value)) {
        kept.add(in, element);
      }
    }
    list.replaceAll(kept);
    return list;
  }

  private static Value addAll(Invoker in, ListObject list, Value collection) {
    list.checkMutable();
    list.addAll(
        in,
        collection instanceof ListObject other ? other : CollectionMethods.collect(in, collection));
    return list;
  }
}
