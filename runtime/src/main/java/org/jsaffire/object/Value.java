package org.jsaffire.object;

/**
 * Anything that a script can hold: values of the core types, instances, classes, bound methods.
 *
 * <p>Values without identity (numerical, double, boolean, null, string) are immutable Java objects
 * that may be copied freely. All others belong to one run, except what a constant holds.
 */
public abstract class Value {
  /**
   * The layout that attribute lookup on this value starts from. Inline caches test it: it is shared
   * by all runs and differs between a class and its instances.
   */
  public abstract Layout layout();

  /** The class of this value; for a class the class itself. */
  public abstract ClassObject type();

  /** The effective type (language.md 4.15): the nearest built-in value type, else user. */
  public TypeTag tag() {
    return layout().tag();
  }

  /**
   * The core value that native methods work on: for an instance of a script class that extends a
   * core type the value inside, otherwise this.
   */
  public Value unwrap() {
    return this;
  }

  /** Attributes can be neither changed nor added. */
  public boolean isImmutable() {
    return false;
  }
}
