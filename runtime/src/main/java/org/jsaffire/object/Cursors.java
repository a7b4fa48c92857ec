package org.jsaffire.object;

/** Cursors over core values. */
final class Cursors {
  private Cursors() {}

  /** Indices and elements; reads the list live, so that appended elements are visited. */
  static final class OfList extends Cursor {
    private final ListObject list;
    private final int count;
    private int index = -1;
    private Value value;

    OfList(ListObject list) {
      this.list = list;
      this.count = list.size();
    }

    @Override
    public boolean next(Invoker in) {
      if (index + 1 >= list.size()) {
        return false;
      }
      value = list.get(++index);
      return true;
    }

    @Override
    public Value key() {
      return Numerical.of(index);
    }

    @Override
    public Value value() {
      return value;
    }

    @Override
    public Value count() {
      return Numerical.of(count);
    }
  }

  static final class OfTuple extends Cursor {
    private final TupleObject tuple;
    private int index = -1;

    OfTuple(TupleObject tuple) {
      this.tuple = tuple;
    }

    @Override
    public boolean next(Invoker in) {
      if (index + 1 >= tuple.size()) {
        return false;
      }
      index++;
      return true;
    }

    @Override
    public Value key() {
      return Numerical.of(index);
    }

    @Override
    public Value value() {
      return tuple.get(index);
    }

    @Override
    public Value count() {
      return Numerical.of(tuple.size());
    }
  }

  /** Indices and one-character strings. */
  static final class OfString extends Cursor {
    private final Str text;
    private final String units;
    private int offset;
    private int index = -1;
    private Value value;

    OfString(Str text) {
      this.text = text;
      this.units = text.toString();
    }

    @Override
    public boolean next(Invoker in) {
      if (offset >= units.length()) {
        return false;
      }
      int codePoint = units.codePointAt(offset);
      offset += Character.charCount(codePoint);
      value = Str.ofCodePoint(codePoint);
      index++;
      return true;
    }

    @Override
    public Value key() {
      return Numerical.of(index);
    }

    @Override
    public Value value() {
      return value;
    }

    @Override
    public Value count() {
      return Numerical.of(text.length());
    }
  }

  /** The entries that a table has at the start, without those removed meanwhile. */
  private abstract static class OfTable extends Cursor {
    private final Value[] snapshot;
    private final int end;
    private final int count;
    private int position;
    Value key;
    Value value;

    OfTable(HashTable table) {
      this.snapshot = table.snapshot();
      this.position = table.start() - 1;
      this.end = table.end();
      this.count = table.size();
    }

    abstract HashTable table();

    @Override
    public boolean next(Invoker in) {
      while (position + 1 < end) {
        HashTable table = table();
        int at = table.locate(in, snapshot, ++position);
        if (at >= 0) {
          key = table.keyAt(at);
          value = table.valueAt(at);
          return true;
        }
      }
      return false;
    }

    @Override
    public Value value() {
      return value;
    }

    @Override
    public Value count() {
      return Numerical.of(count);
    }
  }

  static final class OfHash extends OfTable {
    private final HashObject hash;

    OfHash(HashObject hash) {
      super(hash.table());
      this.hash = hash;
    }

    @Override
    HashTable table() {
      return hash.table();
    }

    @Override
    public Value key() {
      return key;
    }
  }

  /** Indices and elements. */
  static final class OfSet extends OfTable {
    private final SetObject set;
    private int index = -1;

    OfSet(SetObject set) {
      super(set.table());
      this.set = set;
    }

    @Override
    HashTable table() {
      return set.table();
    }

    @Override
    public boolean next(Invoker in) {
      if (!super.next(in)) {
        return false;
      }
      index++;
      return true;
    }

    @Override
    public Value key() {
      return Numerical.of(index);
    }
  }
}
