package org.jsaffire.object;

import java.util.function.Consumer;

/** What a value holds: attributes and elements. For walks over everything that is reachable. */
public final class Contents {
  private Contents() {}

  /** Shows every attribute slot and element of a value; some may be null. */
  public static void visit(Value value, Consumer<Value> visitor) {
    if (value instanceof ListObject list) {
      if (!list.isLongs()) {
        for (int i = 0; i < list.size(); i++) {
          visitor.accept(list.get(i));
        }
      }
    } else if (value instanceof HashObject hash) {
      table(hash.table(), visitor, true);
    } else if (value instanceof SetObject set) {
      table(set.table(), visitor, false);
    } else if (value instanceof TupleObject tuple) {
      for (int i = 0; i < tuple.size(); i++) {
        visitor.accept(tuple.get(i));
      }
    } else if (value instanceof CallableObject callable) {
      visitor.accept(callable.receiver());
    } else if (value instanceof Instance instance) {
      instance(instance, visitor);
    } else if (value instanceof ClassObject type) {
      type(type, visitor);
    }
  }

  private static void table(HashTable table, Consumer<Value> visitor, boolean withValues) {
    for (int i = 0; i < table.end(); i++) {
      if (table.keyAt(i) != null) {
        visitor.accept(table.keyAt(i));
        if (withValues) {
          visitor.accept(table.valueAt(i));
        }
      }
    }
  }

  private static void instance(Instance instance, Consumer<Value> visitor) {
    for (int i = 0; i < instance.layout().slotCount(); i++) {
      visitor.accept(instance.slot(i));
    }
    instance.overflow().values().forEach(visitor);
    visitor.accept(instance.type());
    if (instance.payload() instanceof Value inner) {
      visitor.accept(inner);
    }
  }

  private static void type(ClassObject type, Consumer<Value> visitor) {
    for (Member member : type.instanceLayout().declared()) {
      if (member instanceof PropertyMember property) {
        visitor.accept(
            property.isStatic() ? type.getStatic(property) : type.defaultOf(property.slot()));
      }
    }
    type.added().values().forEach(visitor);
    if (type.parent() != null) {
      visitor.accept(type.parent());
    }
  }
}
