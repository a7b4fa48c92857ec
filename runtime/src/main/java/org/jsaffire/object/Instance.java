package org.jsaffire.object;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An object with slots: an instance of a class written in Saffire, an exception, or an object of a
 * native class. Belongs to one run.
 */
public final class Instance extends Value {
  private static final Value[] NO_SLOTS = {};

  /** The layout of destroyed objects; has no members. */
  private static final Layout DESTROYED =
      new Layout.Builder("destroyed", "\\destroyed", null).tag(TypeTag.USER).build();

  private Layout layout;
  private final ClassObject type;
  private Value[] slots;

  /**
   * What native methods work on: a core {@link Value} for subclasses of core types, {@link
   * ExceptionState} for exceptions, an object of its own kind for native classes; else null.
   */
  private Object payload;

  /** Properties beyond what layouts can hold; null mostly. */
  private Map<String, Value> overflow;

  private boolean immutable;
  private boolean destroying;
  private boolean destroyed;

  /** An instance with every slot at its default. Containers in defaults are not yet cloned. */
  public Instance(ClassObject type) {
    this(type, null);
  }

  public Instance(ClassObject type, Object payload) {
    this.type = type;
    this.layout = type.instanceLayout();
    this.payload = payload;
    int count = layout.slotCount();
    this.slots = count == 0 ? NO_SLOTS : new Value[count];
    for (int i = 0; i < count; i++) {
      slots[i] = freshDefault(type.defaultOf(i));
    }
  }

  private Instance(Instance original, Object payload) {
    this.type = original.type;
    this.layout = original.layout;
    this.payload = payload;
    this.slots = original.slots.length == 0 ? NO_SLOTS : original.slots.clone();
    this.overflow = original.overflow == null ? null : new LinkedHashMap<>(original.overflow);
    this.immutable = original.immutable;
  }

  /** Instances do not share the containers of their defaults (language.md D33). */
  private static Value freshDefault(Value value) {
    return value instanceof Container container ? container.copy() : value;
  }

  /** A copy with its own slots, around another payload (language.md 4.17). */
  public Instance copy(Object newPayload) {
    return new Instance(this, newPayload);
  }

  @Override
  public Layout layout() {
    return layout;
  }

  @Override
  public ClassObject type() {
    return type;
  }

  @Override
  public Value unwrap() {
    return payload instanceof Value value ? value : this;
  }

  public Object payload() {
    return payload;
  }

  public void setPayload(Object payload) {
    this.payload = payload;
  }

  public Value slot(int i) {
    return slots[i];
  }

  public void setSlot(int i, Value value) {
    slots[i] = value;
  }

  /** Adds a property that neither the layout nor the overflow has. */
  void addProperty(String name, Value value) {
    Layout extended = overflow == null ? layout.extend(name) : null;
    if (extended == null) {
      if (overflow == null) {
        overflow = new LinkedHashMap<>();
      }
      overflow.put(name, value);
      return;
    }
    int slot = extended.slotCount() - 1;
    if (slot >= slots.length) {
      slots = Arrays.copyOf(slots, Math.max(slot + 1, Math.min(slot * 2, slot + 8)));
    }
    slots[slot] = value;
    layout = extended;
  }

  /** A property beyond the layout, or null. */
  Value overflow(String name) {
    return overflow == null ? null : overflow.get(name);
  }

  /** Properties beyond the layout, in order. */
  Map<String, Value> overflow() {
    return overflow == null ? Map.of() : overflow;
  }

  /** Replaces a property beyond the layout; false when there is none of that name. */
  boolean setOverflow(String name, Value value) {
    if (overflow == null || !overflow.containsKey(name)) {
      return false;
    }
    overflow.put(name, value);
    return true;
  }

  @Override
  public boolean isImmutable() {
    return immutable;
  }

  void makeImmutable() {
    immutable = true;
    if (payload instanceof Container container) {
      container.freeze(type.name());
    }
  }

  /** Marks the beginning of {@code __destroy()}; false when it has begun before. */
  boolean beginDestruction() {
    boolean first = !destroying;
    destroying = true;
    return first;
  }

  /** {@code __destroy()} was called (language.md 4.11). */
  public boolean isDestroyed() {
    return destroyed;
  }

  /** Takes the layout away, so that every use of an attribute is noticed. */
  void destroy() {
    destroyed = true;
    layout = DESTROYED;
  }
}
