package org.jsaffire.object;

/**
 * A cursor over the keys that a hash or set has when it is rewound; those removed meanwhile are
 * skipped.
 */
final class TableCursor extends ManualCursor {
  private final Container subject;
  private final boolean isSet;
  private Value[] snapshot;
  private int end;
  private int position;
  private int passed;

  TableCursor(HashObject hash) {
    this.subject = hash;
    this.isSet = false;
    rewind();
  }

  TableCursor(SetObject set) {
    this.subject = set;
    this.isSet = true;
    rewind();
  }

  private HashTable table() {
    return isSet ? ((SetObject) subject).table() : ((HashObject) subject).table();
  }

  @Override
  void rewind() {
    HashTable table = table();
    snapshot = table.snapshot();
    end = table.end();
    position = table.start();
    passed = 0;
  }

  /** Where the table has the key under the cursor, or -1 behind the last one. */
  private int find(Invoker in) {
    while (position < end) {
      int at = table().locate(in, snapshot, position);
      if (at >= 0) {
        return at;
      }
      position++;
    }
    return -1;
  }

  @Override
  boolean hasNext(Invoker in) {
    return find(in) >= 0;
  }

  @Override
  void next(Invoker in) {
    if (find(in) >= 0) {
      position++;
      passed++;
    }
  }

  @Override
  Value key(Invoker in) {
    int at = find(in);
    if (at < 0) {
      return NullValue.NULL;
    }
    return isSet ? Numerical.of(passed) : table().keyAt(at);
  }

  @Override
  Value value(Invoker in) {
    int at = find(in);
    return at < 0 ? NullValue.NULL : table().valueAt(at);
  }

  @Override
  int length() {
    return subject.size();
  }
}
