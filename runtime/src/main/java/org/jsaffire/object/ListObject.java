package org.jsaffire.object;

import java.util.Arrays;
import java.util.Collection;

/**
 * A list. As long as all elements are numericals that fit into a long, they are kept in an array of
 * long; anything else turns it into an array of values. Indices are checked by callers.
 */
public final class ListObject extends Container {
  private static final long[] NO_LONGS = {};

  /** Elements 0 to {@link #size} - 1; null once {@link #values} is in use. */
  private long[] longs = NO_LONGS;

  private Value[] values;
  private int size;

  public ListObject() {}

  /** An empty list with room for that many elements. */
  public ListObject(int capacity) {
    this.longs = capacity == 0 ? NO_LONGS : new long[capacity];
  }

  public static ListObject of(Value... elements) {
    ListObject list = new ListObject(elements.length);
    for (Value element : elements) {
      list.add(element);
    }
    return list;
  }

  public static ListObject of(Collection<? extends Value> elements) {
    ListObject list = new ListObject(elements.size());
    for (Value element : elements) {
      list.add(element);
    }
    return list;
  }

  @Override
  public int size() {
    return size;
  }

  /** The element at {@code i}, 0 to {@link #size()} - 1. */
  public Value get(int i) {
    long[] numbers = longs;
    return numbers != null ? Numerical.of(numbers[i]) : values[i];
  }

  /** The elements are kept as long, so that {@link #getLong} works. */
  public boolean isLongs() {
    return longs != null;
  }

  /** The element at {@code i} while {@link #isLongs()}. */
  public long getLong(int i) {
    return longs[i];
  }

  /** Replaces the element at {@code i}, 0 to {@link #size()} - 1. */
  public void set(int i, Value value) {
    checkMutable();
    if (longs != null) {
      if (value instanceof Numerical number && number.isLong()) {
        longs[i] = number.longValue();
        return;
      }
      toValues();
    }
    values[i] = value;
  }

  public void add(Value value) {
    checkMutable();
    if (longs != null) {
      if (value instanceof Numerical number && number.isLong()) {
        if (size == longs.length) {
          longs = Arrays.copyOf(longs, grown());
        }
        longs[size++] = number.longValue();
        return;
      }
      toValues();
    }
    if (size == values.length) {
      values = Arrays.copyOf(values, grown());
    }
    values[size++] = value;
  }

  private int grown() {
    return Math.max(8, size + (size >> 1));
  }

  private void toValues() {
    Value[] boxed = new Value[Math.max(longs.length, 4)];
    for (int i = 0; i < size; i++) {
      boxed[i] = Numerical.of(longs[i]);
    }
    values = boxed;
    longs = null;
  }

  /** Puts an element in front of the one at {@code i}, 0 to {@link #size()}. */
  public void insert(int i, Value value) {
    add(value);
    if (longs != null) {
      System.arraycopy(longs, i, longs, i + 1, size - 1 - i);
      longs[i] = ((Numerical) value).longValue();
    } else {
      System.arraycopy(values, i, values, i + 1, size - 1 - i);
      values[i] = value;
    }
  }

  /** Takes out the element at {@code i}, 0 to {@link #size()} - 1. */
  public Value remove(int i) {
    checkMutable();
    Value removed = get(i);
    size--;
    if (longs != null) {
      System.arraycopy(longs, i + 1, longs, i, size - i);
    } else {
      System.arraycopy(values, i + 1, values, i, size - i);
      values[size] = null;
    }
    return removed;
  }

  public void clear() {
    checkMutable();
    longs = NO_LONGS;
    values = null;
    size = 0;
  }

  /** The elements from one index to another, the second excluded, as a new list. */
  public ListObject slice(int from, int to) {
    ListObject part = new ListObject();
    part.size = to - from;
    if (longs != null) {
      part.longs = Arrays.copyOfRange(longs, from, to);
    } else {
      part.longs = null;
      part.values = Arrays.copyOfRange(values, from, to);
    }
    return part;
  }

  /** The elements in an array of their own. */
  public Value[] toArray() {
    Value[] array = new Value[size];
    for (int i = 0; i < size; i++) {
      array[i] = get(i);
    }
    return array;
  }

  /** Replaces all elements; the array belongs to the list from now on. */
  public void replaceAll(Value[] elements) {
    checkMutable();
    longs = null;
    values = elements;
    size = elements.length;
  }

  @Override
  ListObject copyStorage() {
    return slice(0, size);
  }

  @Override
  public Layout layout() {
    return Core.LIST.instanceLayout();
  }

  @Override
  public ClassObject type() {
    return Core.LIST;
  }

  @Override
  public TypeTag tag() {
    return TypeTag.LIST;
  }
}
