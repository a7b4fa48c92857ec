package org.jsaffire.compile;

import org.jsaffire.syntax.Expression;

/** What the compiler asks the resolution of a file. */
interface Names {
  /** The slot of a local, or -1. */
  int local(Expression.Name name);

  /** The local is set whenever control gets there. */
  boolean isSet(Expression.Name name);

  /** The global of that name, or -1. */
  int global(String name);
}
