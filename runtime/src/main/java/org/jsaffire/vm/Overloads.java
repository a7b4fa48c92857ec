package org.jsaffire.vm;

import java.util.ArrayList;
import java.util.List;
import org.jsaffire.object.ClassObject;
import org.jsaffire.object.Core;
import org.jsaffire.object.Errors;
import org.jsaffire.object.Method;
import org.jsaffire.object.MethodMember;
import org.jsaffire.object.NullValue;
import org.jsaffire.object.Value;

/** Chooses among several methods of one name (language.md 5.5). */
final class Overloads {
  private static final int BASE_DISTANCE = 1 << 20;
  private static final int NO_HINT = BASE_DISTANCE + 1;

  private final Interpreter machine;

  Overloads(Interpreter machine) {
    this.machine = machine;
  }

  /**
   * The overload that fits the arguments best.
   *
   * @param visible those to choose from; null for all
   * @param arguments hold {@code count} arguments from {@code from} on
   */
  Method choose(
      MethodMember member,
      Method[] visible,
      Value receiver,
      Value[] arguments,
      int from,
      int count) {
    List<Method> candidates = new ArrayList<>();
    int total = visible == null ? member.count() : visible.length;
    for (int i = 0; i < total; i++) {
      candidates.add(visible == null ? member.overload(i) : visible[i]);
    }
    if (candidates.size() == 1) {
      return candidates.get(0);
    }
    Method best = null;
    int[] bestDistances = null;
    for (Method candidate : candidates) {
      if (!fitsCount(candidate, count)) {
        continue;
      }
      int[] distances = distances(candidate, receiver, arguments, from, count);
      if (distances != null
          && (best == null || isBetter(candidate, distances, best, bestDistances, count))) {
        best = candidate;
        bestDistances = distances;
      }
    }
    if (best == null) {
      throw Errors.argument(
          "No matching method '" + member.name() + "' found for the given arguments");
    }
    return best;
  }

  private static boolean fitsCount(Method method, int count) {
    return count >= method.requiredCount()
        && (method.isVariadic() || method.isNative() || count <= method.parameterCount());
  }

  private static boolean isBetter(
      Method method, int[] distances, Method best, int[] bestDistances, int count) {
    boolean needsRest = needsRest(method, count);
    if (needsRest != needsRest(best, count)) {
      return !needsRest;
    }
    for (int i = 0; i < count; i++) {
      if (distances[i] != bestDistances[i]) {
        return distances[i] < bestDistances[i];
      }
    }
    return defaults(method, count) < defaults(best, count);
  }

  private static boolean needsRest(Method method, int count) {
    return count > fixedCount(method);
  }

  private static int fixedCount(Method method) {
    return method.parameterCount() - (method.isVariadic() ? 1 : 0);
  }

  private static int defaults(Method method, int count) {
    return Math.max(0, fixedCount(method) - count);
  }

  /** Step 4; null when some hint does not accept its value. */
  private int[] distances(Method method, Value receiver, Value[] arguments, int from, int count) {
    int[] distances = new int[count];
    if (!(method instanceof UserFunction function)) {
      return distances;
    }
    Module module = (Module) receiver.type().ancestor(function.owner()).scope();
    for (int i = 0; i < count; i++) {
      Parameter parameter = function.parameters[Math.min(i, function.parameters.length - 1)];
      Value value = arguments[from + i];
      if (!parameter.accepts(value, module, machine)) {
        return null;
      }
      distances[i] = distance(parameter, value, module);
    }
    return distances;
  }

  private int distance(Parameter parameter, Value value, Module module) {
    if (parameter.hint == null) {
      return NO_HINT;
    }
    if (value instanceof NullValue) {
      return 0;
    }
    ClassObject wanted = parameter.type(module, machine);
    if (wanted == Core.BASE) {
      return BASE_DISTANCE;
    }
    int steps = 0;
    int best = BASE_DISTANCE - 1;
    for (ClassObject type = value.type(); type != null; type = type.parent(), steps++) {
      if (type == wanted) {
        return Math.min(best, 2 * steps);
      }
      int through = interfaceSteps(type, wanted);
      if (through >= 0) {
        best = Math.min(best, 2 * steps + 2 * through + 1);
      }
    }
    return best;
  }

  /** Inheritance steps from an interface that the class names to the wanted one, or -1. */
  private static int interfaceSteps(ClassObject type, ClassObject wanted) {
    int best = -1;
    for (ClassObject direct : type.interfaces()) {
      int steps = direct == wanted ? 0 : interfaceSteps(direct, wanted);
      if (steps >= 0) {
        int total = direct == wanted ? 0 : steps + 1;
        best = best < 0 ? total : Math.min(best, total);
      }
    }
    return best;
  }
}
