package org.jsaffire.object;

/**
 * A method implemented in Java. Arguments are checked by the rules of objects.md 1.3 before the
 * body runs: the body gets every parameter, core values unwrapped where a core type is wanted, Java
 * null for an absent one without a default. Its receiver is unwrapped too, unless the class asks
 * for raw receivers.
 */
public final class NativeMethod extends Method {
  /** A body without parameters. */
  @FunctionalInterface
  public interface Body0 {
    Value call(Invoker in, Value self);
  }

  /** A body with one parameter. */
  @FunctionalInterface
  public interface Body1 {
    Value call(Invoker in, Value self, Value a);
  }

  /** A body with two parameters. */
  @FunctionalInterface
  public interface Body2 {
    Value call(Invoker in, Value self, Value a, Value b);
  }

  /** A body with three parameters. */
  @FunctionalInterface
  public interface Body3 {
    Value call(Invoker in, Value self, Value a, Value b, Value c);
  }

  /** A body with more parameters; those of a variadic one stand at the end of the array. */
  @FunctionalInterface
  public interface BodyN {
    Value call(Invoker in, Value self, Value[] arguments);
  }

  private final NativeSignature signature;
  private final String description;
  private final boolean isMixed;
  private final boolean isRaw;
  private final boolean isConstructor;
  private final boolean isHidden;
  private final Body0 body0;
  private final Body1 body1;
  private final Body2 body2;
  private final Body3 body3;
  private final BodyN bodyN;

  NativeMethod(
      NativeSignature signature,
      String description,
      boolean isMixed,
      boolean isRaw,
      boolean isHidden,
      Object body) {
    super(Visibility.PUBLIC, signature.isStatic() && !isMixed, false, false);
    this.signature = signature;
    this.description = description;
    this.isMixed = isMixed;
    this.isRaw = isRaw;
    this.isHidden = isHidden;
    this.isConstructor = signature.name().equals("__ctor");
    this.body0 = body instanceof Body0 b ? b : null;
    this.body1 = body instanceof Body1 b ? b : null;
    this.body2 = body instanceof Body2 b ? b : null;
    this.body3 = body instanceof Body3 b ? b : null;
    this.bodyN = body instanceof BodyN b ? b : null;
  }

  public NativeSignature signature() {
    return signature;
  }

  /** The body, one of the five kinds. */
  Object body() {
    if (body0 != null) {
      return body0;
    }
    if (body1 != null) {
      return body1;
    }
    if (body2 != null) {
      return body2;
    }
    return body3 != null ? body3 : bodyN;
  }

  /** One line for people. */
  public String description() {
    return description;
  }

  /** Not listed by {@code __methods()} (objects.md 1.8). */
  public boolean isHidden() {
    return isHidden;
  }

  @Override
  public boolean worksOnClass() {
    return isStatic() || isMixed;
  }

  @Override
  public boolean isNative() {
    return true;
  }

  @Override
  public int requiredCount() {
    return signature.required();
  }

  @Override
  public int parameterCount() {
    return signature.parameters().length;
  }

  @Override
  public boolean isVariadic() {
    return signature.isVariadic();
  }

  /**
   * Calls the body.
   *
   * @param arguments hold the {@code count} arguments from {@code from} on; not kept
   */
  public Value invoke(Invoker in, Value self, Value[] arguments, int from, int count) {
    if (count < signature.required()) {
      throw NativeSignature.tooFew(signature.required(), count);
    }
    Value receiver = isRaw ? self : self.unwrap();
    Value result;
    if (body0 != null) {
      result = body0.call(in, receiver);
    } else if (body1 != null) {
      result = body1.call(in, receiver, argument(0, arguments, from, count));
    } else if (body2 != null) {
      result =
          body2.call(
              in,
              receiver,
              argument(0, arguments, from, count),
              argument(1, arguments, from, count));
    } else if (body3 != null) {
      result =
          body3.call(
              in,
              receiver,
              argument(0, arguments, from, count),
              argument(1, arguments, from, count),
              argument(2, arguments, from, count));
    } else {
      result = bodyN.call(in, receiver, collect(arguments, from, count));
    }
    if (isConstructor) {
      return constructed(self, result);
    }
    return signature.returnsSelf() ? self : result;
  }

  private Value argument(int i, Value[] arguments, int from, int count) {
    NativeSignature.Parameter parameter = signature.parameters()[i];
    return i < count ? parameter.check(arguments[from + i]) : parameter.initial();
  }

  private Value[] collect(Value[] arguments, int from, int count) {
    int declared = signature.parameters().length;
    int fixed = signature.isVariadic() ? declared - 1 : declared;
    Value[] all = new Value[signature.isVariadic() ? Math.max(fixed, count) : fixed];
    for (int i = 0; i < fixed; i++) {
      all[i] = argument(i, arguments, from, count);
    }
    for (int i = fixed; i < all.length; i++) {
      all[i] = signature.parameters()[fixed].check(arguments[from + i]);
    }
    return all;
  }

  /** What a constructor makes becomes the payload of an instance, or is the value itself. */
  private static Value constructed(Value self, Value result) {
    if (result != null && self instanceof Instance instance) {
      instance.setPayload(result);
      return instance;
    }
    return result == null ? self : result;
  }
}
