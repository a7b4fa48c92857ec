package org.jsaffire.object;

/** The iteration protocol on objects of scripts (language.md 4.20). */
final class ScriptCursor extends Cursor {
  private final Value iterator;
  private final MethodMember hasNext;
  private final MethodMember fetchKey;
  private final MethodMember fetchValue;
  private final MethodMember advance;
  private Value count = NullValue.NULL;
  private Value key;
  private Value value;

  ScriptCursor(Invoker in, Value subject, int targets) {
    this.iterator = in.call(method(subject, "__iterator"), subject);
    in.call(method(iterator, "__rewind"), iterator);
    if (targets == 3) {
      count = length(in);
    }
    this.hasNext = method(iterator, "__hasNext");
    this.fetchKey = targets > 1 ? method(iterator, "__key") : null;
    this.fetchValue = method(iterator, "__value");
    this.advance = method(iterator, "__next");
  }

  private Value length(Invoker in) {
    MethodMember method = iterator.layout().findMethod("__length");
    if (method == null) {
      return NullValue.NULL;
    }
    Value length = in.call(method, iterator).unwrap();
    if (!(length instanceof Numerical)) {
      throw Errors.type("__length() must return a numerical value");
    }
    return length;
  }

  private static MethodMember method(Value object, String name) {
    MethodMember method = object.layout().findMethod(name);
    if (method == null) {
      throw Errors.attributeNotFound(name, object.type().name());
    }
    return method;
  }

  @Override
  public boolean next(Invoker in) {
    if (!Conversions.isTrue(in, in.call(hasNext, iterator))) {
      return false;
    }
    if (fetchKey != null) {
      key = in.call(fetchKey, iterator);
    }
    value = in.call(fetchValue, iterator);
    in.call(advance, iterator);
    return true;
  }

  @Override
  public Value key() {
    return key;
  }

  @Override
  public Value value() {
    return value;
  }

  @Override
  public Value count() {
    return count;
  }
}
