package org.jsaffire.object;

/** A cursor by index: over lists, which it reads as they are at the moment, tuples, strings. */
final class IndexCursor extends ManualCursor {
  private final Value subject;
  private int index;

  IndexCursor(Value subject, int index) {
    this.subject = subject;
    this.index = index;
  }

  int index() {
    return index;
  }

  @Override
  void rewind() {
    index = 0;
  }

  @Override
  boolean hasNext(Invoker in) {
    return index < length();
  }

  @Override
  void next(Invoker in) {
    if (index < length()) {
      index++;
    }
  }

  @Override
  Value key(Invoker in) {
    return index < length() ? Numerical.of(index) : NullValue.NULL;
  }

  @Override
  Value value(Invoker in) {
    if (index >= length()) {
      return NullValue.NULL;
    }
    if (subject instanceof ListObject list) {
      return list.get(index);
    }
    if (subject instanceof TupleObject tuple) {
      return tuple.get(index);
    }
    return Str.ofCodePoint(((Str) subject).codePointAt(index));
  }

  @Override
  int length() {
    if (subject instanceof ListObject list) {
      return list.size();
    }
    return subject instanceof TupleObject tuple ? tuple.size() : ((Str) subject).length();
  }
}
