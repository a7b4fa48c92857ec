package org.jsaffire.object;

import java.util.Arrays;
import java.util.Collection;

/**
 * A list. As long as all elements are numericals that fit into a long, they are kept in an array of
 * long; anything else turns it into an array of values. Indices are checked by callers. Taking
 * elements off either end and adding them there costs the same whatever the size.
 *
 * <p>Methods with an {@link Invoker} announce storage of 1 KiB and more to the run; those without
 * are for small lists and for elements that take the place of others.
 */
public final class ListObject extends Container {
  private static final long[] NO_LONGS = {};
  private static final int MAX_SIZE = Integer.MAX_VALUE - 16;
  private static final int CHARGED_BYTES = 1024;

  /** Elements from {@link #first} on; null once {@link #values} is in use. */
  private long[] longs = NO_LONGS;

  private Value[] values;

  /** Where element 0 lies; there is free room before it when elements were taken off the front. */
  private int first;

  private int size;

  public ListObject() {}

  /** An empty list with room for that many elements. */
  public ListObject(int capacity) {
    this.longs = capacity == 0 ? NO_LONGS : new long[capacity];
  }

  /** An empty list with room for that many elements, announced to the run. */
  public ListObject(Invoker in, long capacity) {
    if (capacity > MAX_SIZE) {
      throw tooLarge();
    }
    charge(in, capacity * Long.BYTES);
    this.longs = capacity == 0 ? NO_LONGS : new long[(int) capacity];
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

  /** A list of the elements of an array, which belongs to the list from now on. */
  static ListObject owning(Invoker in, Value[] elements) {
    for (Value element : elements) {
      if (!(element instanceof Numerical number && number.isLong())) {
        charge(in, (long) elements.length * Integer.BYTES);
        ListObject list = new ListObject();
        list.longs = null;
        list.values = elements;
        list.size = elements.length;
        return list;
      }
    }
    ListObject list = new ListObject(in, elements.length);
    for (Value element : elements) {
      list.addLong(((Numerical) element).longValue());
    }
    return list;
  }

  /** A list that holds one value {@code n} times. */
  static ListObject filled(Invoker in, Value value, long n) {
    if (n > MAX_SIZE) {
      throw tooLarge();
    }
    ListObject list = new ListObject();
    if (value instanceof Numerical number && number.isLong()) {
      charge(in, n * Long.BYTES);
      list.longs = new long[(int) n];
      Arrays.fill(list.longs, number.longValue());
    } else {
      charge(in, n * Integer.BYTES);
      list.longs = null;
      list.values = new Value[(int) n];
      Arrays.fill(list.values, value);
    }
    list.size = (int) n;
    return list;
  }

  private static ScriptException tooLarge() {
    return Errors.system("Too many elements");
  }

  private static void charge(Invoker in, long bytes) {
    if (bytes >= CHARGED_BYTES && in != null) {
      in.charge(bytes);
    }
  }

  @Override
  public int size() {
    return size;
  }

  /** The element at {@code i}, 0 to {@link #size()} - 1. */
  public Value get(int i) {
    long[] numbers = longs;
    return numbers != null ? Numerical.of(numbers[first + i]) : values[first + i];
  }

  /** The elements are kept as long, so that {@link #getLong} works. */
  public boolean isLongs() {
    return longs != null;
  }

  /** The element at {@code i} while {@link #isLongs()}. */
  public long getLong(int i) {
    return longs[first + i];
  }

  /** Replaces the element at {@code i}, 0 to {@link #size()} - 1. */
  public void set(int i, Value value) {
    set(null, i, value);
  }

  /** Replaces the element at {@code i}, 0 to {@link #size()} - 1. */
  public void set(Invoker in, int i, Value value) {
    checkMutable();
    if (longs != null) {
      if (value instanceof Numerical number && number.isLong()) {
        longs[first + i] = number.longValue();
        return;
      }
      toValues(in);
    }
    values[first + i] = value;
  }

  public void add(Value value) {
    add(null, value);
  }

  public void add(Invoker in, Value value) {
    checkMutable();
    if (longs != null) {
      if (value instanceof Numerical number && number.isLong()) {
        if (first + size == longs.length) {
          makeRoom(in);
        }
        longs[first + size++] = number.longValue();
        return;
      }
      toValues(in);
    }
    if (first + size == values.length) {
      makeRoom(in);
    }
    values[first + size++] = value;
  }

  /** Adds a number to a list of numbers in which there is room, as its constructor was told. */
  void addLong(long number) {
    longs[first + size++] = number;
  }

  /** Frees a place behind the last element. */
  private void makeRoom(Invoker in) {
    if (first > size >> 1) {
      move(in, capacity(), 0);
    } else {
      move(in, grown(), 0);
    }
  }

  private int capacity() {
    return longs != null ? longs.length : values.length;
  }

  private int grown() {
    if (size >= MAX_SIZE) {
      throw tooLarge();
    }
    return (int) Math.min(MAX_SIZE, Math.max(8, size + (long) (size >> 1)));
  }

  /** Puts the elements at another place in an array of that capacity. */
  private void move(Invoker in, int capacity, int to) {
    boolean isNew = capacity != capacity();
    if (longs != null) {
      if (isNew) {
        charge(in, (long) capacity * Long.BYTES);
      }
      long[] target = isNew ? new long[capacity] : longs;
      System.arraycopy(longs, first, target, to, size);
      longs = target;
    } else {
      if (isNew) {
        charge(in, (long) capacity * Integer.BYTES);
      }
      Value[] target = isNew ? new Value[capacity] : values;
      System.arraycopy(values, first, target, to, size);
      if (!isNew) {
        int from = to < first ? Math.max(first, to + size) : first;
        Arrays.fill(values, from, to < first ? first + size : Math.min(to, first + size), null);
      }
      values = target;
    }
    first = to;
  }

  private void toValues(Invoker in) {
    int capacity = Math.max(longs.length, 4);
    charge(in, (long) capacity * Integer.BYTES);
    Value[] boxed = new Value[capacity];
    for (int i = 0; i < size; i++) {
      boxed[i] = Numerical.of(longs[first + i]);
    }
    values = boxed;
    longs = null;
    first = 0;
  }

  /** Puts an element in front of the one at {@code i}, 0 to {@link #size()}. */
  public void insert(Invoker in, int i, Value value) {
    if (i == 0 && size > 0) {
      unshift(in, value);
      return;
    }
    add(in, value);
    int at = first + i;
    if (longs != null) {
      System.arraycopy(longs, at, longs, at + 1, size - 1 - i);
      longs[at] = ((Numerical) value).longValue();
    } else {
      System.arraycopy(values, at, values, at + 1, size - 1 - i);
      values[at] = value;
    }
  }

  private void unshift(Invoker in, Value value) {
    checkMutable();
    if (first == 0) {
      int room = Math.max(4, size >> 1);
      move(in, (int) Math.min(MAX_SIZE, (long) grown() + room), room);
    }
    if (longs != null && !(value instanceof Numerical number && number.isLong())) {
      toValues(in);
      unshift(in, value);
      return;
    }
    first--;
    size++;
    if (longs != null) {
      longs[first] = ((Numerical) value).longValue();
    } else {
      values[first] = value;
    }
  }

  /** Takes out the element at {@code i}, 0 to {@link #size()} - 1. */
  public Value remove(int i) {
    checkMutable();
    Value removed = get(i);
    size--;
    if (size == 0) {
      clear();
    } else if (i == 0) {
      if (values != null) {
        values[first] = null;
      }
      first++;
    } else {
      closeGap(first + i);
    }
    return removed;
  }

  private void closeGap(int at) {
    int end = first + size;
    if (longs != null) {
      System.arraycopy(longs, at + 1, longs, at, end - at);
    } else {
      System.arraycopy(values, at + 1, values, at, end - at);
      values[end] = null;
    }
  }

  public void clear() {
    checkMutable();
    longs = NO_LONGS;
    values = null;
    first = 0;
    size = 0;
  }

  /** The elements from one index to another, the second excluded, as a new list. */
  public ListObject slice(int from, int to) {
    return slice(null, from, to);
  }

  /** The elements from one index to another, the second excluded, as a new list. */
  public ListObject slice(Invoker in, int from, int to) {
    ListObject part = new ListObject();
    part.size = to - from;
    if (longs != null) {
      charge(in, (long) part.size * Long.BYTES);
      part.longs = Arrays.copyOfRange(longs, first + from, first + to);
    } else {
      charge(in, (long) part.size * Integer.BYTES);
      part.longs = null;
      part.values = Arrays.copyOfRange(values, first + from, first + to);
    }
    return part;
  }

  /** The elements in an array of their own. */
  public Value[] toArray() {
    if (longs == null) {
      return Arrays.copyOfRange(values, first, first + size);
    }
    Value[] array = new Value[size];
    for (int i = 0; i < size; i++) {
      array[i] = Numerical.of(longs[first + i]);
    }
    return array;
  }

  /** Adds the elements of a list, which may be this one. */
  void addAll(Invoker in, ListObject other) {
    checkMutable();
    int count = other.size;
    if ((long) size + count > MAX_SIZE) {
      throw tooLarge();
    }
    if (longs != null && other.longs != null) {
      if (first + size + (long) count > longs.length) {
        move(in, Math.max(grown(), size + count), 0);
      }
      System.arraycopy(other.longs, other.first, longs, first + size, count);
      size += count;
      return;
    }
    for (int i = 0; i < count; i++) {
      add(in, other.get(i));
    }
  }

  /** Takes over the elements of another list, which is not used any more. */
  void replaceAll(ListObject other) {
    checkMutable();
    longs = other.longs;
    values = other.values;
    first = other.first;
    size = other.size;
  }

  /** Replaces all elements; the array belongs to the list from now on. */
  public void replaceAll(Value[] elements) {
    checkMutable();
    longs = null;
    values = elements;
    first = 0;
    size = elements.length;
  }

  /** Two lists of numbers have the same ones. */
  boolean hasSameLongs(ListObject other) {
    return Arrays.equals(
        longs, first, first + size, other.longs, other.first, other.first + other.size);
  }

  /** Sorts a list of numbers. */
  void sortLongs() {
    checkMutable();
    Arrays.sort(longs, first, first + size);
  }

  /** The elements in reverse order. */
  void reverse() {
    checkMutable();
    for (int i = first, k = first + size - 1; i < k; i++, k--) {
      if (longs != null) {
        long number = longs[i];
        longs[i] = longs[k];
        longs[k] = number;
      } else {
        Value value = values[i];
        values[i] = values[k];
        values[k] = value;
      }
    }
  }

  /** Exchanges two elements. */
  void swap(int i, int k) {
    checkMutable();
    if (longs != null) {
      long number = longs[first + i];
      longs[first + i] = longs[first + k];
      longs[first + k] = number;
    } else {
      Value value = values[first + i];
      values[first + i] = values[first + k];
      values[first + k] = value;
    }
  }

  /** Bytes of the array, free room included; references count 4. */
  long storageBytes() {
    return longs != null ? (long) longs.length * Long.BYTES : (long) values.length * Integer.BYTES;
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
