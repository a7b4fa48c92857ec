package org.jsaffire.object;

import java.util.Arrays;

/**
 * Insertion-ordered open addressing: entries lie in order in parallel arrays, an index of their
 * positions is probed linearly. Removed entries leave a gap in the order until the arrays are
 * packed, which makes new arrays, so that a cursor over the old ones stays valid.
 */
final class HashTable {
  private static final int FIRST_CAPACITY = 8;

  /** Keys in order of insertion; null where one was removed. */
  private Value[] keys;

  private Value[] values;
  private int[] hashes;

  /** Position + 1 in the arrays above, or 0; the length is a power of two above 4/3 of theirs. */
  private int[] index;

  /** Positions in use, gaps included. */
  private int end;

  private int size;

  HashTable() {
    allocate(FIRST_CAPACITY);
  }

  private HashTable(HashTable original) {
    keys = original.keys.clone();
    values = original.values.clone();
    hashes = original.hashes.clone();
    index = original.index.clone();
    end = original.end;
    size = original.size;
  }

  HashTable copy() {
    return new HashTable(this);
  }

  private void allocate(int capacity) {
    keys = new Value[capacity];
    values = new Value[capacity];
    hashes = new int[capacity];
    index = new int[capacity * 2];
    end = 0;
  }

  int size() {
    return size;
  }

  /** Positions run from 0 to this, gaps included. */
  int end() {
    return end;
  }

  /** The key at a position, or null for a gap. */
  Value keyAt(int position) {
    return keys[position];
  }

  Value valueAt(int position) {
    return values[position];
  }

  void setValueAt(int position, Value value) {
    values[position] = value;
  }

  /** The arrays that positions refer to at present, for cursors to recognise. */
  Value[] keys() {
    return keys;
  }

  /** The position of a key, or -1. */
  int find(Invoker in, Value key) {
    int hash = HashKeys.hash(in, key);
    int mask = index.length - 1;
    for (int i = spread(hash) & mask; ; i = (i + 1) & mask) {
      int position = index[i] - 1;
      if (position < 0) {
        return -1;
      }
      if (hashes[position] == hash) {
        Value candidate = keys[position];
        if (candidate == key || (candidate != null && HashKeys.equal(in, candidate, key))) {
          return position;
        }
      }
    }
  }

  private static int spread(int hash) {
    int mixed = hash * 0x9E3779B9;
    return mixed ^ mixed >>> 15;
  }

  /** Adds a key, or replaces its value. */
  void put(Invoker in, Value key, Value value) {
    int position = find(in, key);
    if (position >= 0) {
      values[position] = value;
      return;
    }
    int hash = HashKeys.hash(in, key);
    if (end == keys.length) {
      rebuild(in, size * 2 > end ? keys.length * 2 : keys.length);
    }
    keys[end] = key;
    values[end] = value;
    hashes[end] = hash;
    end++;
    size++;
    link(hash, end);
  }

  private void link(int hash, int entry) {
    int mask = index.length - 1;
    int i = spread(hash) & mask;
    while (index[i] != 0) {
      i = (i + 1) & mask;
    }
    index[i] = entry;
  }

  /** Packs the entries into new arrays. */
  private void rebuild(Invoker in, int capacity) {
    Value[] oldKeys = keys;
    Value[] oldValues = values;
    int[] oldHashes = hashes;
    int oldEnd = end;
    if (in != null && capacity >= 128) {
      in.charge(capacity * 20L);
    }
    allocate(capacity);
    for (int i = 0; i < oldEnd; i++) {
      if (oldKeys[i] != null) {
        keys[end] = oldKeys[i];
        values[end] = oldValues[i];
        hashes[end] = oldHashes[i];
        end++;
        link(oldHashes[i], end);
      }
    }
  }

  /** Removes a key; false when it is absent. Positions of other keys stay. */
  boolean remove(Invoker in, Value key) {
    int position = find(in, key);
    if (position < 0) {
      return false;
    }
    keys[position] = null;
    values[position] = null;
    size--;
    if (size == 0) {
      allocate(FIRST_CAPACITY);
    }
    return true;
  }

  void clear() {
    allocate(FIRST_CAPACITY);
    size = 0;
  }

  /** The keys in order. */
  Value[] liveKeys() {
    Value[] live = new Value[size];
    int n = 0;
    for (int i = 0; i < end; i++) {
      if (keys[i] != null) {
        live[n++] = keys[i];
      }
    }
    return n == live.length ? live : Arrays.copyOf(live, n);
  }
}
