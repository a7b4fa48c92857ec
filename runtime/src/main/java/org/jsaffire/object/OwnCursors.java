package org.jsaffire.object;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;

/**
 * Where the own cursors of strings and tuples stand: such values may be shared by runs, so that
 * they cannot hold a position themselves. A service of the run.
 */
final class OwnCursors {
  /** A value, compared by identity. */
  private static final class Key extends WeakReference<Value> {
    private final int hash;

    Key(Value value, ReferenceQueue<Value> queue) {
      super(value, queue);
      this.hash = System.identityHashCode(value);
    }

    @Override
    public boolean equals(Object other) {
      if (this == other) {
        return true;
      }
      Value value = get();
      return value != null && other instanceof Key that && that.refersTo(value);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  private final ReferenceQueue<Value> unreachable = new ReferenceQueue<>();
  private final Map<Key, Integer> positions = new HashMap<>();

  /** The own cursor of a list, hash, set, tuple or string, as it stands. */
  static ManualCursor get(Invoker in, Value subject) {
    return subject instanceof Container container
        ? container.ownCursor()
        : in.service(OwnCursors.class).load(subject);
  }

  /** To be called when a cursor from {@link #get} was moved. */
  static void moved(Invoker in, Value subject, ManualCursor cursor) {
    if (cursor instanceof IndexCursor byIndex && !(subject instanceof Container)) {
      in.service(OwnCursors.class).store(subject, byIndex.index());
    }
  }

  private ManualCursor load(Value subject) {
    return new IndexCursor(subject, positions.getOrDefault(new Key(subject, null), 0));
  }

  private void store(Value subject, int index) {
    for (Reference<?> key = unreachable.poll(); key != null; key = unreachable.poll()) {
      positions.remove(key);
    }
    if (index == 0) {
      positions.remove(new Key(subject, null));
    } else {
      positions.put(new Key(subject, unreachable), index);
    }
  }
}
