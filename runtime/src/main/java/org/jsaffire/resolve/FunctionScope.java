package org.jsaffire.resolve;

import java.util.List;

/**
 * The local variables of a method. The top level of a file has none: its variables are globals.
 *
 * @param locals names in the order of their slots, which count from 0: the parameters, then the
 *     others in the order of their first assignment; {@code self} is not among them
 * @param parameterCount how many of them are parameters
 */
public record FunctionScope(List<String> locals, int parameterCount) {
  static final FunctionScope TOP_LEVEL = new FunctionScope(List.of(), 0);

  public FunctionScope {
    locals = List.copyOf(locals);
  }
}
