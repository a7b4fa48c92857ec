package org.jsaffire.object;

/**
 * A method taken from an object: {@code f = o.m} (language.md 5.1). Remembers the receiver and
 * which overloads were visible where it was read.
 */
public final class CallableObject extends Value {
  private final MethodMember method;
  private final Value receiver;
  private final boolean bound;
  private final Method[] visible;
  private final Value[] partial;

  /**
   * @param receiver an instance or class
   * @param visible the overloads to choose from; null for all
   */
  public CallableObject(MethodMember method, Value receiver, Method[] visible) {
    this(method, receiver, true, visible, new Value[0]);
  }

  private CallableObject(
      MethodMember method, Value receiver, boolean bound, Method[] visible, Value[] partial) {
    this.method = method;
    this.receiver = receiver;
    this.bound = bound;
    this.visible = visible;
    this.partial = partial;
  }

  public MethodMember method() {
    return method;
  }

  /** The receiver; the class when unbound. */
  public Value receiver() {
    return receiver;
  }

  public boolean isBound() {
    return bound;
  }

  /** The overloads to choose from, or null for all. */
  public Method[] visible() {
    return visible;
  }

  /** Arguments that come in front of those of a call; not to be changed. */
  public Value[] partial() {
    return partial;
  }

  CallableObject bind(Value newReceiver) {
    return new CallableObject(method, newReceiver, true, visible, partial);
  }

  CallableObject unbind() {
    return new CallableObject(method, receiver.type(), false, visible, partial);
  }

  CallableObject withPartial(Value[] arguments) {
    Value[] all = new Value[partial.length + arguments.length];
    System.arraycopy(partial, 0, all, 0, partial.length);
    System.arraycopy(arguments, 0, all, partial.length, arguments.length);
    return new CallableObject(method, receiver, bound, visible, all);
  }

  @Override
  public Layout layout() {
    return Core.CALLABLE.instanceLayout();
  }

  @Override
  public ClassObject type() {
    return Core.CALLABLE;
  }

  @Override
  public TypeTag tag() {
    return TypeTag.CALLABLE;
  }
}
