package org.jsaffire.object;

/** {@code __clone()}: a copy one level deep (language.md 4.17). */
final class Copies {
  private Copies() {}

  /**
   * A copy with slots and storage of its own, sharing the values in them. What has no identity, and
   * classes, are their own copies.
   */
  static Value of(Invoker in, Value original) {
    if (original instanceof Instance instance) {
      return instance.copy(payload(in, instance.payload()));
    }
    if (original instanceof Container container) {
      return container.copy();
    }
    Value copy = ofImmutable(original);
    if (copy != original && Immutability.isMarked(in, original)) {
      Immutability.mark(in, copy);
    }
    return copy;
  }

  /** Values that cannot change but have an identity. */
  private static Value ofImmutable(Value original) {
    if (original instanceof TupleObject tuple) {
      return tuple.slice(0, tuple.size());
    }
    if (original instanceof RegexValue regex) {
      return regex.copy();
    }
    return original instanceof CallableObject callable
        ? callable.withPartial(new Value[0])
        : original;
  }

  /** Objects of native classes share what they stand for. */
  private static Object payload(Invoker in, Object payload) {
    if (payload instanceof Value core) {
      return of(in, core);
    }
    return payload instanceof ExceptionState state ? state.copy() : payload;
  }
}
