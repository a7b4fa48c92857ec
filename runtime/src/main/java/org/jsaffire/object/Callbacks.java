package org.jsaffire.object;

import java.util.Arrays;

/**
 * Calls from native methods to what a script passed in: bound and static methods, classes, objects
 * with {@code __call}. Arguments that the callee does not declare are dropped (objects.md, part 2).
 */
public final class Callbacks {
  private Callbacks() {}

  /**
   * Calls with as many of the arguments as the callee takes.
   *
   * @throws ScriptException what the callee throws, or that it cannot be called
   */
  public static Value call(Invoker in, Value callee, Value... arguments) {
    int count = count(callee, arguments);
    return in.call(callee, count == arguments.length ? arguments : Arrays.copyOf(arguments, count));
  }

  /** The value can be called: a callable, a class, or an object with {@code __call}. */
  public static boolean isCallable(Value value) {
    return value instanceof CallableObject
        || value instanceof ClassObject
        || (value instanceof Instance && value.layout().findMethod("__call") != null);
  }

  /**
   * How many arguments a call needs at least: the smallest number among the overloads, less those
   * that are bound already.
   */
  public static int required(CallableObject callable) {
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < overloadCount(callable); i++) {
      least = Math.min(least, overload(callable, i).requiredCount());
    }
    return Math.max(0, least - callable.partial().length);
  }

  /** How many of the arguments a call of the callee passes on. */
  static int count(Value callee, Value... arguments) {
    if (callee instanceof CallableObject callable) {
      Value[] partial = callable.partial();
      int best = -1;
      for (int i = 0; i < overloadCount(callable); i++) {
        best = Math.max(best, accepted(overload(callable, i), partial, arguments));
      }
      return best < 0 ? arguments.length : best;
    }
    MethodMember method =
        callee instanceof ClassObject type
            ? type.instanceLayout().findMethod("__ctor")
            : callee.layout().findMethod("__call");
    int best = -1;
    for (int i = 0; method != null && i < method.count(); i++) {
      best = Math.max(best, accepted(method.overload(i), new Value[0], arguments));
    }
    return best < 0 ? arguments.length : best;
  }

  private static int overloadCount(CallableObject callable) {
    return callable.visible() == null ? callable.method().count() : callable.visible().length;
  }

  private static Method overload(CallableObject callable, int i) {
    return callable.visible() == null ? callable.method().overload(i) : callable.visible()[i];
  }

  /** The arguments that one overload takes behind those bound already, or -1 when it needs more. */
  private static int accepted(Method method, Value[] partial, Value[] arguments) {
    int total = partial.length + arguments.length;
    if (method.requiredCount() > total) {
      return -1;
    }
    int most = method.isVariadic() ? total : Math.min(total, method.parameterCount());
    if (method instanceof NativeMethod nativeMethod) {
      most = fitting(nativeMethod, partial, arguments, most);
    }
    return Math.max(0, most - partial.length);
  }

  /**
   * Optional parameters of native methods get what suits their type only, so that {@code
   * map(string)} does not take an index for a locale.
   */
  private static int fitting(NativeMethod method, Value[] partial, Value[] arguments, int most) {
    int n = Math.max(method.requiredCount(), partial.length);
    while (n < most && method.signature().accepts(n, arguments[n - partial.length])) {
      n++;
    }
    return n;
  }
}
