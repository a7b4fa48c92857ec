package org.jsaffire.object;

/** A set: unique values in insertion order, compared like hash keys (language.md 8.2). */
public final class SetObject extends Container {
  private HashTable table = new HashTable();

  @Override
  public int size() {
    return table.size();
  }

  HashTable table() {
    return table;
  }

  public boolean has(Invoker in, Value element) {
    return table.find(in, element) >= 0;
  }

  /** Adds an element; one that is there already keeps its place. */
  public void add(Invoker in, Value element) {
    checkMutable();
    table.findOrAdd(in, element, element);
  }

  public boolean remove(Invoker in, Value element) {
    checkMutable();
    return table.remove(in, element) != null;
  }

  public void clear() {
    checkMutable();
    table.clear();
  }

  /** Takes over the elements of another set, which is not used any more. */
  void replaceAll(SetObject other) {
    checkMutable();
    table = other.table;
  }

  /** A copy with the memory for it announced to the run; it can be changed. */
  SetObject mutableCopy(Invoker in) {
    SetObject copy = new SetObject();
    copy.table = table.copy(in);
    return copy;
  }

  /** The elements in order, in an array of their own. */
  public Value[] elements() {
    return table.liveKeys();
  }

  @Override
  SetObject copyStorage() {
    SetObject copy = new SetObject();
    copy.table = table.copy(null);
    return copy;
  }

  @Override
  public Layout layout() {
    return Core.SET.instanceLayout();
  }

  @Override
  public ClassObject type() {
    return Core.SET;
  }

  @Override
  public TypeTag tag() {
    return TypeTag.SET;
  }
}
