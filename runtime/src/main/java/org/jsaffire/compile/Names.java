package org.jsaffire.compile;

import org.jsaffire.resolve.Binding;
import org.jsaffire.resolve.Resolution;
import org.jsaffire.syntax.Expression;

/** Slots of names, as the resolver assigned them. */
final class Names {
  private final Resolution resolution;

  Names(Resolution resolution) {
    this.resolution = resolution;
  }

  /** The slot of a local, or -1. */
  int local(Expression.Name name) {
    return resolution.binding(name).localSlot();
  }

  /** The local is set whenever control gets there. */
  boolean isSet(Expression.Name name) {
    Binding binding = resolution.binding(name);
    return binding.localSlot() >= 0 && binding.definitelyAssigned();
  }

  /** The global of that name, or -1. */
  int global(String name) {
    return resolution.globalSlot(name);
  }

  /** The namespace of the file. */
  String namespace() {
    return resolution.namespace();
  }
}
