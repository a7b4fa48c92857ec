package org.jsaffire.object;

/**
 * One pass of a callback over a collection. The callback gets {@code (value, index)}, for a hash
 * {@code (key, value)}; arguments that it does not declare are dropped.
 */
final class Pass {
  private final Invoker in;
  private final Cursor cursor;
  private final Value callback;
  private final boolean isHash;

  /**
   * @param callback null to take elements for themselves
   */
  Pass(Invoker in, Value collection, Value callback) {
    this.in = in;
    this.cursor = Cursor.overCore(collection);
    this.callback = callback;
    this.isHash = collection instanceof HashObject;
  }

  Invoker in() {
    return in;
  }

  /** Goes to the next element; false at the end. */
  boolean next() {
    return cursor.next(in);
  }

  Value key() {
    return cursor.key();
  }

  Value value() {
    return cursor.value();
  }

  /** What the callback makes of the element. */
  Value call() {
    if (callback == null) {
      return value();
    }
    return isHash
        ? Callbacks.call(in, callback, key(), value())
        : Callbacks.call(in, callback, value(), key());
  }

  /** What the callback makes of the element and what has come of those before. */
  Value call(Value accumulated) {
    return isHash
        ? Callbacks.call(in, callback, accumulated, key(), value())
        : Callbacks.call(in, callback, accumulated, value(), key());
  }

  /** What the callback makes of the element is true. */
  boolean test() {
    return Conversions.isTrue(in, call());
  }

  /** The next element for which that is so; false when there is none. */
  boolean search(boolean wanted) {
    while (next()) {
      if (test() == wanted) {
        return true;
      }
    }
    return false;
  }
}
