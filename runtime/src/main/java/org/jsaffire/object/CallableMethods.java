package org.jsaffire.object;

/** The methods of callable (objects.md 11 and 19). */
final class CallableMethods {
  private CallableMethods() {}

  static ClassObject build() {
    NativeClass type =
        NativeClass.named("callable")
            .tag(TypeTag.CALLABLE)
            .asAbstract()
            .asFinal()
            .defineN("object __ctor(object ... ignored)", "Does nothing.", (in, self, a) -> null)
            .define("self __dtor()", "Does nothing.", (in, self) -> self)
            .define("boolean __boolean()", "True.", (in, self) -> Bool.TRUE)
            .define("null __null()", "Null.", (in, self) -> NullValue.NULL)
            .define("string __string()", "Its text.", (in, self) -> Conversions.coreText(self))
            .define(
                "boolean isInternal()",
                "Is it native code?",
                (in, self) -> Bool.of(callable(self).method().overload(0).isNative()))
            .extensions();
    calls(type);
    receivers(type);
    return type.build();
  }

  private static CallableObject callable(Value self) {
    return (CallableObject) self;
  }

  private static void calls(NativeClass type) {
    type.defineN(
            "object call(object ... args)", "Calls it.", (in, self, args) -> in.call(self, args))
        .define(
            "object apply(list|tuple args)",
            "Calls it with the elements as arguments.",
            (in, self, args) -> in.call(self, elements(args)))
        .define(
            "numerical arity()",
            "The number of mandatory parameters.",
            (in, self) -> Numerical.of(Callbacks.required(callable(self))));
  }

  private static Value[] elements(Value args) {
    return args instanceof ListObject list ? list.toArray() : ((TupleObject) args).toArray();
  }

  private static void receivers(NativeClass type) {
    type.define(
            "callable bind(object self)",
            "The same method of another object.",
            (in, self, receiver) -> bind(callable(self), receiver))
        .define(
            "callable unbind()",
            "The method without receiver.",
            (in, self) -> unbind(callable(self)))
        .defineN(
            "callable partial(object ... args)",
            "The method with its first arguments filled in.",
            (in, self, args) -> callable(self).withPartial(args))
        .define(
            "string name()",
            "The name of the method.",
            (in, self) -> Str.of(callable(self).method().name()));
  }

  private static CallableObject bind(CallableObject callable, Value receiver) {
    MethodMember method = callable.method();
    if (receiver instanceof ClassObject || !receiver.layout().descendsFrom(method.owner())) {
      throw Errors.type(
          "Cannot bind method '"
              + method.name()
              + "' of class '"
              + method.owner().name()
              + "' to '"
              + receiver.type().name()
              + "'");
    }
    return callable.bind(receiver);
  }

  /** A static method has no receiver to lose: it stays with its class. */
  private static CallableObject unbind(CallableObject callable) {
    return callable.method().isStatic()
        ? callable.bind(callable.receiver().type())
        : callable.unbind();
  }
}
