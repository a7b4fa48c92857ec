package org.jsaffire.resolve;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsaffire.syntax.TypeDefinition;

/** What is known while the statements of one method, or of the top level, are resolved. */
final class FunctionContext {
  private final boolean isMethod;
  private final Map<String, Integer> locals = new LinkedHashMap<>();
  private final int parameterCount;
  private final GlobalNames globals;
  private final Labels labels = new Labels();
  private AssignedSlots assigned;

  private FunctionContext(boolean isMethod, int parameterCount, GlobalNames globals) {
    this.isMethod = isMethod;
    this.parameterCount = parameterCount;
    this.globals = globals;
    this.assigned = AssignedSlots.first(parameterCount);
  }

  static FunctionContext topLevel(GlobalNames globals) {
    return new FunctionContext(false, 0, globals);
  }

  /** Gives the parameters their slots; of several with one name the first. */
  static FunctionContext method(TypeDefinition.Method method, GlobalNames globals) {
    Map<String, Integer> parameters = new HashMap<>();
    method.parameters().forEach(p -> parameters.put(p.name(), 0));
    FunctionContext context = new FunctionContext(true, parameters.size(), globals);
    method.parameters().forEach(p -> context.addLocal(p.name()));
    return context;
  }

  /** Outside methods there is neither {@code parent} nor {@code static}. */
  boolean isMethod() {
    return isMethod;
  }

  Labels labels() {
    return labels;
  }

  void addLocal(String name) {
    locals.putIfAbsent(name, locals.size());
  }

  int localSlot(String name) {
    return locals.getOrDefault(name, -1);
  }

  /** The slot that an assignment to the name writes. */
  private int slot(String name) {
    return isMethod ? localSlot(name) : globals.slot(name);
  }

  boolean isAssigned(String name) {
    int slot = slot(name);
    return slot >= 0 && assigned.contains(slot);
  }

  void assign(String name) {
    assigned.add(slot(name));
  }

  /** What has been assigned at this place; a copy. */
  AssignedSlots assigned() {
    return assigned.copy();
  }

  /** Goes to a place where other variables have been assigned. */
  void goTo(AssignedSlots here) {
    assigned = here.copy();
  }

  /** Goes to a place that can be reached from anywhere. */
  void goToLabel() {
    assigned = AssignedSlots.first(parameterCount);
  }

  /** Goes behind a statement that never ends normally. */
  void goToUnreachable() {
    assigned = AssignedSlots.unreachable();
  }

  FunctionScope scope() {
    return new FunctionScope(List.copyOf(locals.keySet()), parameterCount);
  }
}
