package org.jsaffire.object;

/** Data-structure literals, {@code C[[ ... ]]} (language.md 4.18). */
public final class Datastructures {
  private Datastructures() {}

  /**
   * The value of a literal.
   *
   * @param type what stands before the brackets
   * @param parts for each element what stood between colons; the arrays are not kept
   * @throws ScriptException callException, interfaceException, argumentException, or what methods
   *     of the class throw
   */
  public static Value make(Invoker in, Value type, Value[]... parts) {
    if (!(type instanceof ClassObject made)) {
      throw Errors.call("Datastructure must be a class, not an instance");
    }
    if (!made.isA(Core.DATASTRUCTURE)) {
      throw Errors.interfaceError("Class must inherit the 'datastructure' interface");
    }
    Value instance = in.call(made);
    MethodMember populate = instance.layout().findMethod("__populate");
    if (populate == null) {
      throw Errors.attributeNotFound("__populate", made.name());
    }
    if (populate.overload(0).isNative() && instance.unwrap().tag().isValueType()) {
      fill(in, instance.unwrap(), parts);
    } else {
      in.call(populate, instance, tuples(in, parts));
    }
    return instance;
  }

  private static ListObject tuples(Invoker in, Value[][] parts) {
    ListObject elements = new ListObject();
    for (Value[] element : parts) {
      elements.add(in, TupleObject.of(element.clone()));
    }
    return elements;
  }

  /**
   * Adds the elements of a literal to a list, hash, set, or empty tuple.
   *
   * @throws ScriptException argumentException when an element has a wrong number of parts
   */
  public static void fill(Invoker in, Value container, Value[]... parts) {
    int wanted = container instanceof HashObject ? 2 : 1;
    for (int i = 0; i < parts.length; i++) {
      if (parts[i].length != wanted) {
        throw wrongCount(i + 1);
      }
    }
    if (container instanceof HashObject hash) {
      for (Value[] pair : parts) {
        hash.put(in, pair[0], pair[1]);
      }
    } else if (container instanceof ListObject list) {
      for (Value[] element : parts) {
        list.add(in, element[0]);
      }
    } else if (container instanceof SetObject set) {
      for (Value[] element : parts) {
        set.add(in, element[0]);
      }
    } else {
      fill((TupleObject) container, parts);
    }
  }

  private static void fill(TupleObject tuple, Value[][] parts) {
    Value[] elements = new Value[parts.length];
    for (int i = 0; i < parts.length; i++) {
      elements[i] = parts[i][0];
    }
    tuple.fill(elements);
  }

  /**
   * An element of a literal has too few or too many parts.
   *
   * @param element from 1
   */
  static ScriptException wrongCount(int element) {
    return Errors.argument("Wrong number of values in data structure element " + element);
  }
}
