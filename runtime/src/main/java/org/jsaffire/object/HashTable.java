package org.jsaffire.object;

/**
 * Insertion-ordered open addressing: entries lie in order in parallel arrays, an index of their
 * positions is probed linearly. A removed entry leaves a gap in the order until the arrays are
 * packed.
 *
 * <p>Cursors hold on to the array of entries: once one was handed out, no key in it is overwritten
 * and no position used again; packing makes new arrays. {@link #locate} finds the keys of a cursor.
 *
 * <p>Keys can run script code when they are compared. It may change this table meanwhile; {@link
 * #version} tells, and the search starts again.
 */
final class HashTable {
  private static final Value[] NO_VALUES = {};
  private static final int[] NO_INTS = {};
  private static final int FIRST_CAPACITY = 4;

  /** Tables up to this capacity have no index: their hash codes are searched one by one. */
  private static final int SMALL = 8;

  /** More probes than this do not happen by chance in an index that is at most half full. */
  private static final int SUSPICIOUS_PROBES = 256;

  /** Announced to the run from this capacity on: about 1 KiB. */
  private static final int CHARGED_FROM = 64;

  private static final int BYTES_PER_ENTRY = 20;

  /**
   * Each key and, behind it, its value, in order of insertion. Java null for a value marks a gap,
   * whose key has no meaning. Side by side, as what fetches one wants the other from memory too.
   */
  private Value[] entries = NO_VALUES;

  private int[] hashes = NO_INTS;

  /**
   * Twice as long as the arrays above. A slot is 0, or holds position + 1 of an entry that is no
   * gap in the bits that count the slots, and bits of its hash code in those above.
   */
  private int[] index;

  /** Positions below this are gaps, unless the table is empty. */
  private int start;

  /** Positions in use, gaps included; the last one is no gap. */
  private int end;

  private int size;

  /** Counts insertions, removals and packing. */
  private int version;

  /** A cursor holds {@link #entries}. */
  private boolean isShared;

  /** Some gap still holds its key, for the cursors that have it. */
  private boolean hasStaleKeys;

  /** Hash codes are seeded: somebody chose keys that collide. */
  private boolean isHardened;

  HashTable() {}

  /** An empty table with room for that many entries. */
  HashTable(Invoker in, int capacity) {
    if (capacity > 0) {
      allocate(in, powerOfTwo(capacity));
    }
  }

  HashTable copy(Invoker in) {
    HashTable copy = new HashTable();
    charge(in, hashes.length);
    copy.entries = entries.clone();
    copy.hashes = hashes.clone();
    copy.index = index == null ? null : index.clone();
    copy.start = start;
    copy.end = end;
    copy.size = size;
    copy.isHardened = isHardened;
    copy.hasStaleKeys = hasStaleKeys;
    return copy;
  }

  private static int powerOfTwo(int capacity) {
    return Math.max(FIRST_CAPACITY, Integer.highestOneBit(Math.max(1, capacity - 1)) << 1);
  }

  private static void charge(Invoker in, int capacity) {
    if (capacity >= CHARGED_FROM && in != null) {
      in.charge((long) capacity * BYTES_PER_ENTRY);
    }
  }

  private void allocate(Invoker in, int capacity) {
    if (capacity > 1 << 29 || capacity <= 0) {
      throw Errors.system("Too many elements");
    }
    charge(in, capacity);
    entries = new Value[capacity * 2];
    hashes = new int[capacity];
    index = capacity > SMALL ? new int[capacity * 2] : null;
    start = 0;
    end = 0;
    isShared = false;
    hasStaleKeys = false;
  }

  int size() {
    return size;
  }

  /** The first position that is no gap, or {@link #end()} in an empty table. */
  int start() {
    return start;
  }

  /** Positions run to this, gaps included. */
  int end() {
    return end;
  }

  /** The key at a position, or null for a gap. */
  Value keyAt(int position) {
    return entries[position * 2 + 1] == null ? null : entries[position * 2];
  }

  /** The value at a position, or null for a gap. */
  Value valueAt(int position) {
    return entries[position * 2 + 1];
  }

  void setValueAt(int position, Value value) {
    entries[position * 2 + 1] = value;
  }

  /** The entries as they are now, for a cursor; those from {@link #start()} to {@link #end()}. */
  Value[] snapshot() {
    if (hasStaleKeys) {
      entries = entries.clone();
      for (int i = start; i < end; i++) {
        if (entries[i * 2 + 1] == null) {
          entries[i * 2] = null;
        }
      }
      hasStaleKeys = false;
    }
    isShared = true;
    return entries;
  }

  /** The present position of a key that a snapshot has at {@code position}, or -1. */
  int locate(Invoker in, Value[] snapshot, int position) {
    if (snapshot == entries && entries[position * 2 + 1] != null) {
      return position;
    }
    Value key = snapshot[position * 2];
    return key == null ? -1 : find(in, key);
  }

  /** The position of a key, or -1. */
  int find(Invoker in, Value key) {
    return size == 0 ? -1 : find(in, key, hash(in, key));
  }

  private int hash(Invoker in, Value key) {
    return isHardened ? HardHash.of(in, key) : HashKeys.hash(in, key);
  }

  private int find(Invoker in, Value key, int hash) {
    if (index == null) {
      return findSmall(in, key, hash);
    }
    return key instanceof Str text ? findText(in, text, hash) : findOther(in, key, hash);
  }

  /** Comparing with a string runs no code of scripts. */
  private int findText(Invoker in, Str key, int hash) {
    int[] slots = index;
    int mask = slots.length - 1;
    int slot;
    for (int i = home(hash, mask); (slot = slots[i]) != 0; i = (i + 1) & mask) {
      if (((slot ^ hash) & ~mask) == 0) {
        int position = (slot & mask) - 1;
        Value candidate = entries[position * 2];
        if (candidate instanceof Str text
            ? text.equals(key)
            : hashes[position] == hash && HashKeys.equal(in, candidate, key)) {
          return position;
        }
      }
    }
    return -1;
  }

  private int findOther(Invoker in, Value key, int hash) {
    int[] slots = index;
    int mask = slots.length - 1;
    for (int i = home(hash, mask); slots[i] != 0; i = (i + 1) & mask) {
      int position = (slots[i] & mask) - 1;
      if (hashes[position] == hash) {
        int before = version;
        boolean isEqual = HashKeys.equal(in, entries[position * 2], key);
        if (version != before) {
          return find(in, key);
        }
        if (isEqual) {
          return position;
        }
      }
    }
    return -1;
  }

  private int findSmall(Invoker in, Value key, int hash) {
    for (int position = start; position < end; position++) {
      if (hashes[position] == hash && entries[position * 2 + 1] != null) {
        int before = version;
        boolean isEqual = HashKeys.equal(in, entries[position * 2], key);
        if (version != before) {
          return find(in, key);
        }
        if (isEqual) {
          return position;
        }
      }
    }
    return -1;
  }

  /** Where the search for a hash code begins: the high bits of a product with the golden ratio. */
  private static int home(int hash, int mask) {
    return hash * 0x9E3779B9 >>> Integer.numberOfLeadingZeros(mask);
  }

  /** Adds a key, or replaces its value. */
  void put(Invoker in, Value key, Value value) {
    int position = findOrAdd(in, key, value);
    if (position >= 0) {
      entries[position * 2 + 1] = value;
    }
  }

  /** Adds a key that is absent, and returns -1; else the position of the key. */
  int findOrAdd(Invoker in, Value key, Value value) {
    boolean wasHardened = isHardened;
    int hash = hash(in, key);
    int position = size == 0 ? -1 : find(in, key, hash);
    if (position >= 0) {
      return position;
    }
    if (wasHardened != isHardened) {
      return findOrAdd(in, key, value);
    }
    add(in, key, value, hash);
    return -1;
  }

  private void add(Invoker in, Value key, Value value, int hash) {
    if (end == hashes.length) {
      rebuild(in);
    }
    entries[end * 2] = key;
    entries[end * 2 + 1] = value;
    hashes[end] = hash;
    end++;
    size++;
    version++;
    if (index != null && link(hash, end) > SUSPICIOUS_PROBES && !isHardened) {
      harden(in);
    }
  }

  /** Enters a position + 1 into the index; returns how many slots were taken before. */
  private int link(int hash, int entry) {
    int mask = index.length - 1;
    int i = home(hash, mask);
    int probes = 0;
    while (index[i] != 0) {
      i = (i + 1) & mask;
      probes++;
    }
    index[i] = hash & ~mask | entry;
    return probes;
  }

  /** Packs the entries into new arrays, half of them free at least. */
  private void rebuild(Invoker in) {
    Value[] old = entries;
    int[] oldHashes = hashes;
    int from = start;
    int to = end;
    allocate(in, powerOfTwo(size * 2));
    for (int i = from; i < to; i++) {
      if (old[i * 2 + 1] != null) {
        entries[end * 2] = old[i * 2];
        entries[end * 2 + 1] = old[i * 2 + 1];
        hashes[end] = oldHashes[i];
        end++;
        if (index != null) {
          link(oldHashes[i], end);
        }
      }
    }
    version++;
  }

  /** Goes over to hash codes that nobody can foresee. */
  private void harden(Invoker in) {
    int before = version;
    int[] hardened = new int[hashes.length];
    for (int i = start; i < end; i++) {
      if (entries[i * 2 + 1] != null) {
        hardened[i] = HardHash.of(in, entries[i * 2]);
        if (version != before) {
          return;
        }
      }
    }
    isHardened = true;
    hashes = hardened;
    index = new int[index.length];
    for (int i = start; i < end; i++) {
      if (entries[i * 2 + 1] != null) {
        link(hashes[i], i + 1);
      }
    }
    version++;
  }

  /** Removes a key; its value, or null when it is absent. Positions of other keys stay. */
  Value remove(Invoker in, Value key) {
    int position = find(in, key);
    if (position < 0) {
      return null;
    }
    Value removed = entries[position * 2 + 1];
    removeAt(in, position);
    return removed;
  }

  private void removeAt(Invoker in, int position) {
    version++;
    size--;
    if (size == 0) {
      clear();
      return;
    }
    if (index != null) {
      unlink(position);
    }
    entries[position * 2 + 1] = null;
    if (position == end - 1) {
      cutEnd();
    } else if (!isShared) {
      entries[position * 2] = null;
    } else if (position > start) {
      hasStaleKeys = true;
    }
    while (entries[start * 2 + 1] == null) {
      start++;
    }
    if (end - start > 32 && size < (end - start) >> 2) {
      rebuild(in);
    }
  }

  /** Gives up the gaps at the end, so that the positions can be used again. */
  private void cutEnd() {
    if (isShared) {
      entries = entries.clone();
      isShared = false;
    }
    while (entries[end * 2 - 1] == null) {
      entries[--end * 2] = null;
    }
  }

  /** Takes a position out of the index; moves what it had displaced back. */
  private void unlink(int position) {
    int mask = index.length - 1;
    int hole = home(hashes[position], mask);
    while ((index[hole] & mask) != position + 1) {
      hole = (hole + 1) & mask;
    }
    for (int i = (hole + 1) & mask; index[i] != 0; i = (i + 1) & mask) {
      int home = home(hashes[(index[i] & mask) - 1], mask);
      if (((i - home) & mask) >= ((i - hole) & mask)) {
        index[hole] = index[i];
        hole = i;
      }
    }
    index[hole] = 0;
  }

  void clear() {
    entries = NO_VALUES;
    hashes = NO_INTS;
    index = null;
    start = 0;
    end = 0;
    size = 0;
    isShared = false;
    hasStaleKeys = false;
    version++;
  }

  /** The position of the last entry, or -1. */
  int last() {
    return end - 1;
  }

  /** The keys in order. */
  Value[] liveKeys() {
    Value[] live = new Value[size];
    int n = 0;
    for (int i = start; i < end; i++) {
      if (entries[i * 2 + 1] != null) {
        live[n++] = entries[i * 2];
      }
    }
    return live;
  }

  /** The values in order. */
  Value[] liveValues() {
    Value[] live = new Value[size];
    int n = 0;
    for (int i = start; i < end; i++) {
      if (entries[i * 2 + 1] != null) {
        live[n++] = entries[i * 2 + 1];
      }
    }
    return live;
  }
}
