package org.jsaffire.resolve;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jsaffire.syntax.Node;

/**
 * The labels of a method or of a file's top level, and where {@code goto} may jump (language.md
 * 3.9). A region is the body of a loop or switch, or a part of a try statement; what is outside all
 * of them is the region null. A jump may leave regions but enter none.
 */
final class Labels {
  /** The region of each label's first definition. */
  private final Map<String, Node> regions = new HashMap<>();

  private final Set<String> passed = new HashSet<>();
  private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Makes a label known, before the statements are checked. */
  void declare(String label, Node region) {
    if (!regions.containsKey(label)) {
      regions.put(label, region);
    }
  }

  void enter(Node region) {
    open.add(region);
  }

  void leave(Node region) {
    open.remove(region);
  }

  /** Passes the definition of a label; false if it is not the first one. */
  boolean pass(String label) {
    return passed.add(label);
  }

  /** Can a jump from the current place reach the label? */
  boolean isReachable(String label) {
    if (!regions.containsKey(label)) {
      return false;
    }
    Node region = regions.get(label);
    return region == null || open.contains(region);
  }
}
