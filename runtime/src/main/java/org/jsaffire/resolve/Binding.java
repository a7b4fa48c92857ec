package org.jsaffire.resolve;

/**
 * What a name refers to at one place of a program (language.md 3.5). The first that exists at run
 * time counts: the local variable, the global one, the built-in.
 *
 * @param localSlot in the call of the method, or -1 if the method never assigns the name
 * @param globalSlot in the file, or -1 if the file's top level never binds the name
 * @param definitelyAssigned the variable in the first of the two slots holds a value, and no import
 *     alias, whenever control gets here
 */
public record Binding(String name, int localSlot, int globalSlot, boolean definitelyAssigned) {
  /** Where a look-up starts, and where an assignment writes. */
  public enum Kind {
    LOCAL,
    GLOBAL,
    /** A built-in, or unknown: decided when the program runs. */
    BUILT_IN
  }

  public Kind kind() {
    if (localSlot >= 0) {
      return Kind.LOCAL;
    }
    return globalSlot >= 0 ? Kind.GLOBAL : Kind.BUILT_IN;
  }
}
