package org.jsaffire.object;

/**
 * One iteration over a value (language.md 4.20). Starts in front of the first element; after each
 * successful {@link #next} key and value are those of the element.
 */
public abstract class Cursor {
  /** Advances; false at the end. */
  public abstract boolean next(Invoker in);

  /** The key of the element; fetched before {@link #value}. */
  public abstract Value key();

  public abstract Value value();

  /** The number of elements at the start, or null when unknown. */
  public Value count() {
    return NullValue.NULL;
  }

  /**
   * A cursor over anything iterable.
   *
   * @param targets how many variables a foreach fills: 1 asks for values only, 3 for the count too
   * @throws ScriptException interfaceException when the value is not iterable
   */
  public static Cursor over(Invoker in, Value subject, int targets) {
    if (subject instanceof Instance instance) {
      if (!instance.type().isA(Core.ITERATOR)) {
        throw notIterable();
      }
      MethodMember method = instance.layout().findMethod("__iterator");
      Value inner = instance.unwrap();
      if (inner != instance && method != null && method.overload(0).isNative()) {
        return overCore(inner);
      }
      return new ScriptCursor(in, subject, targets);
    }
    return overCore(subject);
  }

  /**
   * A cursor over a core value.
   *
   * @throws ScriptException interfaceException when it is not iterable
   */
  static Cursor overCore(Value subject) {
    if (subject instanceof ListObject list) {
      return new Cursors.OfList(list);
    }
    if (subject instanceof HashObject hash) {
      return new Cursors.OfHash(hash);
    }
    if (subject instanceof Str text) {
      return new Cursors.OfString(text);
    }
    if (subject instanceof TupleObject tuple) {
      return new Cursors.OfTuple(tuple);
    }
    if (subject instanceof SetObject set) {
      return new Cursors.OfSet(set);
    }
    throw notIterable();
  }

  static ScriptException notIterable() {
    return Errors.interfaceError("Object must inherit the 'iterator' interface");
  }
}
