package org.jsaffire.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Slots of global names while they are found. */
final class GlobalNames {
  private final List<String> names = new ArrayList<>();
  private final Map<String, Integer> slots = new HashMap<>();

  GlobalNames(List<String> known) {
    known.forEach(this::add);
  }

  /** The slot of a name, which gets the next free one unless it has one. */
  int add(String name) {
    Integer slot = slots.putIfAbsent(name, names.size());
    if (slot != null) {
      return slot;
    }
    names.add(name);
    return names.size() - 1;
  }

  boolean contains(String name) {
    return slots.containsKey(name);
  }

  /** -1 for an unknown name. */
  int slot(String name) {
    return slots.getOrDefault(name, -1);
  }

  List<String> names() {
    return List.copyOf(names);
  }

  Map<String, Integer> slots() {
    return Map.copyOf(slots);
  }
}
