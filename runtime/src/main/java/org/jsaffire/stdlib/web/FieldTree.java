package org.jsaffire.stdlib.web;

import java.util.List;
import org.jsaffire.object.HashObject;
import org.jsaffire.object.Invoker;
import org.jsaffire.object.ListObject;
import org.jsaffire.object.Numerical;
import org.jsaffire.object.Str;
import org.jsaffire.object.Value;
import org.jsaffire.sapi.form.FieldName;

/**
 * Builds nested values from fields with names such as {@code a[]} and {@code a[x]} (modules.md 14).
 * Keys are strings. Where {@code []} and keys meet at one place, the list becomes a hash whose keys
 * are its positions; where a plain name and brackets meet, the last one wins.
 */
public final class FieldTree {
  private final Invoker in;
  private final HashObject root = new HashObject();

  public FieldTree(Invoker in) {
    this.in = in;
  }

  /** Adds a field by its name as sent. */
  public void add(String name, Value value) {
    List<String> parts = FieldName.parts(name);
    Value place = root;
    String key = parts.get(0);
    for (int i = 1; i < parts.size(); i++) {
      String next = parts.get(i);
      Value inner = child(place, key);
      if (inner == null || (inner instanceof ListObject && !next.isEmpty())) {
        inner = next.isEmpty() ? new ListObject() : hashOf(inner);
        key = store(place, key, inner);
      }
      place = inner;
      key = next;
    }
    store(place, key, value);
  }

  /** All fields so far. */
  public HashObject toHash() {
    return root;
  }

  /** The collection that stands there already, or null. */
  private Value child(Value place, String key) {
    Value found = null;
    if (place instanceof HashObject hash) {
      found = hash.get(in, Str.of(key));
    }
    return found instanceof ListObject || found instanceof HashObject ? found : null;
  }

  private HashObject hashOf(Value list) {
    HashObject hash = new HashObject();
    if (list instanceof ListObject elements) {
      for (int i = 0; i < elements.size(); i++) {
        hash.put(in, Integer.toString(i), elements.get(i));
      }
    }
    return hash;
  }

  private String store(Value place, String key, Value value) {
    if (place instanceof ListObject list) {
      list.add(value);
      return key;
    }
    HashObject hash = (HashObject) place;
    String actual = key.isEmpty() && place != root ? nextPosition(hash) : key;
    hash.put(in, actual, value);
    return actual;
  }

  /** The key of an element that is appended to a hash. */
  private String nextPosition(HashObject hash) {
    Numerical next = Numerical.of(hash.size());
    while (hash.has(in, Str.of(next.toString()))) {
      next = next.add(Numerical.of(1));
    }
    return next.toString();
  }
}
