package org.jsaffire.object;

import java.util.Arrays;
import java.util.List;

/** An immutable sequence of values; only an empty one can be filled, once. */
public final class TupleObject extends Value {
  private Value[] elements;

  private TupleObject(Value[] elements) {
    this.elements = elements;
  }

  /** A tuple of the given elements; the array belongs to the tuple from now on. */
  public static TupleObject of(Value... elements) {
    return new TupleObject(elements);
  }

  /**
   * Fills an empty tuple; the array belongs to the tuple from now on.
   *
   * @throws ScriptException immutableException when it is not empty
   */
  void fill(Value[] newElements) {
    if (elements.length > 0) {
      throw Errors.immutable("Trying to modify immutable object 'tuple'");
    }
    elements = newElements;
  }

  public int size() {
    return elements.length;
  }

  /** The element at {@code i}, 0 to {@link #size()} - 1. */
  public Value get(int i) {
    return elements[i];
  }

  /** The elements from one index to another, the second excluded. */
  public TupleObject slice(int from, int to) {
    return new TupleObject(Arrays.copyOfRange(elements, from, to));
  }

  /** The elements in an array of their own. */
  public Value[] toArray() {
    return elements.clone();
  }

  public List<Value> toList() {
    return List.of(elements);
  }

  @Override
  public Layout layout() {
    return Core.TUPLE.instanceLayout();
  }

  @Override
  public ClassObject type() {
    return Core.TUPLE;
  }

  @Override
  public TypeTag tag() {
    return TypeTag.TUPLE;
  }
}
