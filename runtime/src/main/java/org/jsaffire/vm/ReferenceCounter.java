package org.jsaffire.vm;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jsaffire.object.Contents;
import org.jsaffire.object.Value;

/** Counts the places that hold an object (language.md 4.17, {@code __refcount}). */
final class ReferenceCounter {
  private final Value wanted;
  private final Set<Value> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Value> open = new ArrayDeque<>();
  private int count;

  ReferenceCounter(Value wanted) {
    this.wanted = wanted;
  }

  int count(Machine machine) {
    Frame frame = machine.frames[machine.depth];
    Code code = frame.code;
    for (int i = 0; i < code.block().slotNames().size(); i++) {
      place(machine.stack[frame.base + i]);
    }
    for (int depth = 0; depth <= machine.depth; depth++) {
      module(machine.frames[depth].module);
    }
    for (Module module : machine.imports().loaded()) {
      module(module);
    }
    while (!open.isEmpty()) {
      Contents.visit(open.pop(), this::place);
    }
    return count;
  }

  private final Set<Module> modules = Collections.newSetFromMap(new IdentityHashMap<>());

  private void module(Module module) {
    if (modules.add(module)) {
      for (Value value : module.values()) {
        place(value);
      }
    }
  }

  private void place(Value value) {
    if (value == null) {
      return;
    }
    if (value == wanted) {
      count++;
    }
    if (seen.add(value)) {
      open.push(value);
    }
  }
}
