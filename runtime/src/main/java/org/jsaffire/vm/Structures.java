package org.jsaffire.vm;

import org.jsaffire.object.ClassObject;
import org.jsaffire.object.Container;
import org.jsaffire.object.Errors;
import org.jsaffire.object.HashObject;
import org.jsaffire.object.ListObject;
import org.jsaffire.object.MethodMember;
import org.jsaffire.object.SetObject;
import org.jsaffire.object.TupleObject;
import org.jsaffire.object.TypeTag;
import org.jsaffire.object.Value;

/** Makes the objects of data-structure literals (language.md 4.18). */
final class Structures {
  private Structures() {}

  /**
   * Makes an object.
   *
   * @param elements each with its parts
   */
  static Value make(Interpreter machine, ClassObject type, Value[][] elements) {
    Value made = type.isBuiltIn() ? empty(machine, type, elements) : machine.call(type);
    MethodMember populate = type.instanceLayout().findMethod("__populate");
    if (populate != null && !populate.overload(0).isNative()) {
      ListObject tuples = new ListObject(elements.length);
      for (Value[] element : elements) {
        tuples.add(TupleObject.of(element));
      }
      machine.call(populate, made, tuples);
      return made;
    }
    fill(machine, made.unwrap(), elements);
    return made;
  }

  private static Value empty(Interpreter machine, ClassObject type, Value[][] elements) {
    if (type.instanceLayout().tag() == TypeTag.TUPLE) {
      Value[] values = new Value[elements.length];
      for (int i = 0; i < values.length; i++) {
        checkParts(elements[i], 1, i);
        values[i] = elements[i][0];
      }
      return TupleObject.of(values);
    }
    return machine.call(type);
  }

  private static void fill(Interpreter machine, Value container, Value[][] elements) {
    if (!(container instanceof Container)) {
      return;
    }
    int parts = container instanceof HashObject ? 2 : 1;
    for (int i = 0; i < elements.length; i++) {
      checkParts(elements[i], parts, i);
      if (container instanceof ListObject list) {
        list.add(elements[i][0]);
      } else if (container instanceof SetObject set) {
        set.add(machine, elements[i][0]);
      } else {
        ((HashObject) container).put(machine, elements[i][0], elements[i][1]);
      }
    }
  }

  private static void checkParts(Value[] parts, int wanted, int element) {
    if (parts.length != wanted) {
      throw Errors.argument("Wrong number of values in data structure element " + (element + 1));
    }
  }
}
