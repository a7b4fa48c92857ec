package org.jsaffire.object;

import java.util.HashSet;
import java.util.Set;

/** {@code __immutable()} and {@code __immutable?()} (language.md 4.17). */
final class Immutability {
  private Immutability() {}

  /**
   * Tuples, regexes and callables that this run has marked, by identity. They cannot change anyway
   * and may be shared between runs, so that they have no place for the mark.
   */
  static final class Marks {
    private final Set<Long> identities = new HashSet<>();
  }

  static boolean isMarked(Invoker in, Value value) {
    if (value instanceof ClassObject type) {
      return type.isMarkedImmutable();
    }
    return isMarkedAside(value)
        ? in.service(Marks.class).identities.contains(in.identity(value))
        : value.isImmutable();
  }

  /** Marks a value for ever; does nothing to values without identity and built-in classes. */
  static void mark(Invoker in, Value value) {
    if (value instanceof Instance instance) {
      instance.makeImmutable();
    } else if (value instanceof Container container) {
      container.freeze(container.type().name());
    } else if (value instanceof ClassObject type) {
      type.makeImmutable();
    } else if (isMarkedAside(value)) {
      in.service(Marks.class).identities.add(in.identity(value));
    }
  }

  private static boolean isMarkedAside(Value value) {
    return value instanceof TupleObject
        || value instanceof RegexValue
        || value instanceof CallableObject;
  }
}
