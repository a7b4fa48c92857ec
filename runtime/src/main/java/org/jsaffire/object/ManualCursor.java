package org.jsaffire.object;

/**
 * A cursor over a core value that a script drives by hand: it stands on an element, or behind the
 * last one (objects.md 13). Serves iterator objects, and as the own cursor of a collection.
 */
abstract class ManualCursor {
  /** A cursor on the first element of a list, hash, set, tuple or string. */
  static ManualCursor over(Value subject) {
    if (subject instanceof HashObject hash) {
      return new TableCursor(hash);
    }
    if (subject instanceof SetObject set) {
      return new TableCursor(set);
    }
    return new IndexCursor(subject, 0);
  }

  /** Back to the first element. */
  abstract void rewind();

  /** The cursor stands on an element. */
  abstract boolean hasNext(Invoker in);

  /** Moves to the next element; stays behind the last one. */
  abstract void next(Invoker in);

  /** The key of the element, or null behind the last one. */
  abstract Value key(Invoker in);

  /** The element, or null behind the last one. */
  abstract Value value(Invoker in);

  /** The number of elements at present. */
  abstract int length();
}
