package org.jsaffire.object;

/** A mutable collection: list, hash or set. Belongs to one run. */
public abstract class Container extends Value {
  /** The class name that errors show, once this is immutable; else null. */
  private String frozenAs;

  /** The cursor for code that iterates by hand; null until it does. */
  private ManualCursor ownCursor;

  /** A copy one level deep, with storage of its own and the immutable flag of the original. */
  public final Container copy() {
    Container copy = copyStorage();
    copy.frozenAs = frozenAs;
    return copy;
  }

  abstract Container copyStorage();

  /** The collection's own cursor, where it stands (objects.md 13). */
  final ManualCursor ownCursor() {
    if (ownCursor == null) {
      ownCursor = ManualCursor.over(this);
    }
    return ownCursor;
  }

  /** Elements, or pairs. */
  public abstract int size();

  @Override
  public final boolean isImmutable() {
    return frozenAs != null;
  }

  /** Makes this immutable for ever; {@code name} is the class that errors show. */
  final void freeze(String name) {
    if (frozenAs == null) {
      frozenAs = name;
    }
  }

  /** To be called before every change of the elements. */
  final void checkMutable() {
    if (frozenAs != null) {
      throw Errors.immutable("Trying to modify immutable object '" + frozenAs + "'");
    }
  }
}
