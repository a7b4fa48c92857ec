package org.jsaffire.object;

/** A hash: keys and values of any kind, in insertion order. */
public final class HashObject extends Container {
  private HashTable table = new HashTable();

  @Override
  public int size() {
    return table.size();
  }

  HashTable table() {
    return table;
  }

  /** The value of a key, or null when it is absent. */
  public Value get(Invoker in, Value key) {
    int position = table.find(in, key);
    return position < 0 ? null : table.valueAt(position);
  }

  public boolean has(Invoker in, Value key) {
    return table.find(in, key) >= 0;
  }

  /** Adds a pair, or replaces the value of the key at its place. */
  public void put(Invoker in, Value key, Value value) {
    checkMutable();
    table.put(in, key, value);
  }

  /** Adds a pair unless the key is there. */
  void addAbsent(Invoker in, Value key, Value value) {
    checkMutable();
    table.findOrAdd(in, key, value);
  }

  /** For native code: a pair with a string key. */
  public void put(Invoker in, String key, Value value) {
    put(in, Str.of(key), value);
  }

  public boolean remove(Invoker in, Value key) {
    checkMutable();
    return table.remove(in, key) != null;
  }

  public void clear() {
    checkMutable();
    table.clear();
  }

  /** Takes over the pairs of another hash, which is not used any more. */
  void replaceAll(HashObject other) {
    checkMutable();
    table = other.table;
  }

  /** The values in the order of their keys, in an array of their own. */
  public Value[] values() {
    return table.liveValues();
  }

  /** A copy with the memory for it announced to the run; it can be changed. */
  HashObject mutableCopy(Invoker in) {
    HashObject copy = new HashObject();
    copy.table = table.copy(in);
    return copy;
  }

  /** The keys in order, in an array of their own. */
  public Value[] keys() {
    return table.liveKeys();
  }

  @Override
  HashObject copyStorage() {
    HashObject copy = new HashObject();
    copy.table = table.copy(null);
    return copy;
  }

  @Override
  public Layout layout() {
    return Core.HASH.instanceLayout();
  }

  @Override
  public ClassObject type() {
    return Core.HASH;
  }

  @Override
  public TypeTag tag() {
    return TypeTag.HASH;
  }
}
