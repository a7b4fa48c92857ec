package org.jsaffire.object;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/** Runs native methods without the machine: enough to call core objects and make instances. */
public final class TestInvoker implements Invoker {
  private final Map<Class<?>, Object> services = new HashMap<>();
  private final IdentityHashMap<Object, Long> identities = new IdentityHashMap<>();
  private final Map<String, Value> names = new HashMap<>();
  private long charged;
  private String locale = "en_US";

  /**
   * A callable from the signature text of a static native method, such as {@code object f(object
   * a)}.
   */
  public static CallableObject callable(String signature, NativeMethod.BodyN body) {
    ClassObject type =
        NativeClass.named("functions").defineN("static " + signature, "A test.", body).build();
    MethodMember method = (MethodMember) type.instanceLayout().declared().get(0);
    return new CallableObject(method, type, null);
  }

  /** {@code object.method(arguments)}, as top-level code would call it. */
  public Value send(Value object, String method, Value... arguments) {
    return call(Attributes.get(object, method, null), arguments);
  }

  /** The text of {@code object.method(arguments)}. */
  public String text(Value object, String method, Value... arguments) {
    return Conversions.text(this, send(object, method, arguments)).toString();
  }

  /** Makes a name known to {@link #resolve}. */
  public void define(String name, Value value) {
    names.put(name, value);
  }

  /** Installs a service that is not to be made by its constructor. */
  public <T> void provide(Class<T> kind, T service) {
    services.put(kind, service);
  }

  public void setDefaultLocale(String name) {
    this.locale = name;
  }

  /** All bytes that were announced so far. */
  public long charged() {
    return charged;
  }

  @Override
  public Value call(Value callee, Value... arguments) {
    if (callee instanceof ClassObject type) {
      return instantiate(type, arguments);
    }
    if (callee instanceof CallableObject callable) {
      if (!callable.isBound()) {
        throw Attributes.notStatic(callable.method().name(), (ClassObject) callable.receiver());
      }
      Value[] all = callable.withPartial(arguments).partial();
      return invoke(callable.method(), callable.visible(), callable.receiver(), all);
    }
    MethodMember call = callee.layout().findMethod("__call");
    if (call == null) {
      throw Errors.notCallable();
    }
    return call(call, callee, arguments);
  }

  private Value instantiate(ClassObject type, Value[] arguments) {
    if (type.instanceLayout().flags().isAbstract()) {
      throw Errors.objectOriented(
          "Cannot instantiate "
              + (type.isInterface() ? "interface" : "abstract class")
              + " '"
              + type.name()
              + "'");
    }
    Object payload = type.emptyPayload() == null ? null : type.emptyPayload().get();
    Value self =
        type.isBuiltIn() && payload instanceof Value value ? value : new Instance(type, payload);
    Value result = invoke(type.instanceLayout().findMethod("__ctor"), null, self, arguments);
    return self instanceof Instance ? self : result;
  }

  @Override
  public Value call(MethodMember method, Value self, Value... arguments) {
    return invoke(method, null, self, arguments);
  }

  private Value invoke(MethodMember member, Method[] visible, Value self, Value[] arguments) {
    Method[] all = visible == null ? new Method[member.count()] : visible;
    for (int i = 0; visible == null && i < all.length; i++) {
      all[i] = member.overload(i);
    }
    NativeMethod method = (NativeMethod) all[0];
    for (int i = all.length - 1; i >= 0; i--) {
      if (takes((NativeMethod) all[i], arguments)) {
        method = (NativeMethod) all[i];
      }
    }
    Value receiver = method.isStatic() && !(self instanceof ClassObject) ? self.type() : self;
    return method.invoke(this, receiver, arguments, 0, arguments.length);
  }

  private static boolean takes(NativeMethod method, Value[] arguments) {
    if (arguments.length < method.requiredCount()
        || (arguments.length > method.parameterCount() && !method.isVariadic())) {
      return false;
    }
    for (int i = 0; i < arguments.length; i++) {
      if (!method.signature().accepts(i, arguments[i])) {
        return false;
      }
    }
    return true;
  }

  @Override
  public <T> T service(Class<T> kind) {
    return kind.cast(services.computeIfAbsent(kind, TestInvoker::make));
  }

  private static Object make(Class<?> kind) {
    try {
      var constructor = kind.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no service: " + kind, e);
    }
  }

  @Override
  public String defaultLocale() {
    return locale;
  }

  @Override
  public void checkpoint() {}

  @Override
  public void charge(long bytes) {
    charged += bytes;
  }

  @Override
  public int references(Value object) {
    return 1;
  }

  @Override
  public long identity(Value object) {
    return identities.computeIfAbsent(object, key -> identities.size() + 1L);
  }

  @Override
  public Value resolve(String name) {
    Value own = names.get(name);
    return own != null ? own : BuiltIns.name(name);
  }

  @Override
  public RuntimeException exit(int status) {
    return new IllegalStateException("exit " + status);
  }
}
