package org.jsaffire.object;

import java.util.function.BiFunction;

/**
 * The iterator methods of core collections, and the objects that their {@code __iterator()} returns
 * (objects.md 13). The collection's own cursor serves code that moves it by hand; each iterator
 * object has a cursor of its own.
 */
final class IteratorMethods {
  private static final class Holder {
    static final ClassObject TYPE = type();

    private static ClassObject type() {
      NativeClass type =
          NativeClass.named("cursor")
              .tag(TypeTag.USER)
              .asAbstract()
              .asFinal()
              .implement(Core.ITERATOR);
      Finder cursors = (in, self) -> (ManualCursor) ((Instance) self).payload();
      define(type, cursors, (in, self) -> self);
      return length(type, cursors).build();
    }
  }

  /** Finds the cursor of a receiver. */
  private interface Finder extends BiFunction<Invoker, Value, ManualCursor> {}

  private IteratorMethods() {}

  /** An iterator object on the first element of a list, hash, set, tuple or string. */
  static Instance iterator(Value subject) {
    return new Instance(Holder.TYPE, ManualCursor.over(subject));
  }

  /** Adds the methods of a core collection, in listing order; the interface is up to the caller. */
  static NativeClass define(NativeClass type) {
    return length(defineWithoutLength(type), OwnCursors::get);
  }

  /** For classes that have a {@code __length} elsewhere in their listing. */
  static NativeClass defineWithoutLength(NativeClass type) {
    return define(type, OwnCursors::get, (in, self) -> iterator(self));
  }

  private static NativeClass length(NativeClass type, Finder cursors) {
    return type.define(
        "numerical __length()",
        "Number of elements.",
        (in, self) -> Numerical.of(cursors.apply(in, self).length()));
  }

  private static NativeClass define(NativeClass type, Finder cursors, NativeMethod.Body0 iterator) {
    return type.define("object __iterator()", "A new cursor on the first element.", iterator)
        .define(
            "object __key()",
            "The key under the cursor, null behind the last element.",
            (in, self) -> cursors.apply(in, self).key(in))
        .define(
            "object __value()",
            "The element under the cursor, null behind the last one.",
            (in, self) -> cursors.apply(in, self).value(in))
        .define(
            "self __rewind()",
            "Moves the cursor to the first element.",
            (in, self) -> {
              ManualCursor cursor = cursors.apply(in, self);
              cursor.rewind();
              OwnCursors.moved(in, self, cursor);
              return self;
            })
        .define(
            "self __next()",
            "Moves the cursor to the next element.",
            (in, self) -> {
              ManualCursor cursor = cursors.apply(in, self);
              cursor.next(in);
              OwnCursors.moved(in, self, cursor);
              return self;
            })
        .define(
            "boolean __hasNext()",
            "Whether the cursor stands on an element.",
            (in, self) -> Bool.of(cursors.apply(in, self).hasNext(in)));
  }
}
