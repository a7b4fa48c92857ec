package org.jsaffire.vm;

import java.util.Arrays;
import java.util.function.Supplier;
import org.jsaffire.object.Attributes;
import org.jsaffire.object.CallableObject;
import org.jsaffire.object.ClassObject;
import org.jsaffire.object.Cursor;
import org.jsaffire.object.Errors;
import org.jsaffire.object.Exceptions;
import org.jsaffire.object.Instance;
import org.jsaffire.object.Layout;
import org.jsaffire.object.ListObject;
import org.jsaffire.object.Member;
import org.jsaffire.object.Method;
import org.jsaffire.object.MethodMember;
import org.jsaffire.object.NativeMethod;
import org.jsaffire.object.ScriptException;
import org.jsaffire.object.Value;

/**
 * Begins calls (language.md 5). Arguments lie on the value stack above callee and receiver. A call
 * of a script's method pushes a frame, for the dispatch loop to go on with; any other call is done
 * at once and puts its result where the callee was.
 */
final class Calls {
  private final Interpreter machine;
  private final Overloads overloads;

  Calls(Interpreter machine) {
    this.machine = machine;
    this.overloads = new Overloads(machine);
  }

  /**
   * Begins the call of the callee at {@code at} with {@code count} arguments from {@code at + 2}.
   *
   * @return a frame was pushed
   */
  boolean begin(Frame frame, int at, int count) {
    Value callee = machine.stack[at];
    Value receiver = machine.stack[at + 1];
    if (callee instanceof MethodMember method && receiver != null) {
      Method single = method.single();
      Method chosen =
          single != null
              ? single
              : overloads.choose(method, null, receiver, machine.stack, at + 2, count);
      return begin(chosen, receiver, at, at + 2, count, false);
    }
    return beginValue(frame, callee, at, count);
  }

  private boolean begin(
      Method method, Value receiver, int result, int from, int count, boolean constructs) {
    if (method instanceof UserFunction function) {
      push(function, receiver, result, from, count, constructs);
      return true;
    }
    Value value =
        ((NativeMethod) method).invoke(machine, self(method, receiver), machine.stack, from, count);
    machine.stack[result] = constructs ? receiver : value;
    return false;
  }

  /** In a static method self is the class. */
  private static Value self(Method method, Value receiver) {
    return method.isStatic() ? receiver.type() : receiver;
  }

  /** Begins a call with the elements of an iterable as further arguments. */
  boolean beginSpread(Frame frame, int at, int count) {
    Value[] more = spread(machine.stack[at + 2 + count]);
    int top = at + 2 + count + more.length;
    machine.reserve(top + 1);
    System.arraycopy(more, 0, machine.stack, at + 2 + count, more.length);
    // Nested calls must not overwrite arguments beyond the frame's planned end.
    frame.limit = Math.max(frame.limit, top + 1);
    return begin(frame, at, count + more.length);
  }

  private Value[] spread(Value value) {
    Cursor cursor;
    try {
      cursor = Cursor.over(machine, value, 1);
    } catch (ScriptException e) {
      if (e.exception().type() == Exceptions.INTERFACE) {
        throw Errors.type("Can only expand an iterable object");
      }
      throw e;
    }
    ListObject elements = new ListObject();
    while (cursor.next(machine)) {
      elements.add(cursor.value());
    }
    return elements.toArray();
  }

  private boolean beginValue(Frame frame, Value callee, int at, int count) {
    if (callee instanceof ClassObject type) {
      return beginInstance(frame, type, at, count);
    }
    if (callee instanceof CallableObject callable) {
      return beginCallable(frame, callable, at, count);
    }
    if (callee instanceof Instance instance) {
      MethodMember call = instance.layout().findMethod("__call");
      if (call != null) {
        machine.stack[at] = call;
        machine.stack[at + 1] = instance;
        return begin(frame, at, count);
      }
    }
    throw Errors.notCallable();
  }

  private boolean beginCallable(Frame frame, CallableObject callable, int at, int count) {
    MethodMember member = callable.method();
    if (!callable.isBound()) {
      Attributes.checkContext(callable.receiver(), member);
    }
    Value[] partial = callable.partial();
    int total = count + partial.length;
    if (partial.length > 0) {
      int top = at + 2 + total;
      machine.reserve(top + 1);
      System.arraycopy(machine.stack, at + 2, machine.stack, at + 2 + partial.length, count);
      System.arraycopy(partial, 0, machine.stack, at + 2, partial.length);
      frame.limit = Math.max(frame.limit, top + 1);
    }
    Method single = member.single();
    Method chosen =
        single != null
            ? single
            : overloads.choose(
                member, callable.visible(), callable.receiver(), machine.stack, at + 2, total);
    return begin(chosen, callable.receiver(), at, at + 2, total, false);
  }

  /** Makes an instance (language.md 4.4). */
  private boolean beginInstance(Frame frame, ClassObject type, int at, int count) {
    Layout layout = type.instanceLayout();
    if (layout.flags().isInterface()) {
      throw Errors.objectOriented("Cannot instantiate interface '" + type.name() + "'");
    }
    if (layout.flags().isAbstract()) {
      throw Errors.objectOriented("Cannot instantiate abstract class '" + type.name() + "'");
    }
    Supplier<Object> empty = type.emptyPayload();
    Layout executing = frame == null ? machine.executing() : frame.executing;
    if (type.isBuiltIn() && layout.tag().isValueType()) {
      machine.stack[at] = coreValue(type, empty, at + 2, count);
      return false;
    }
    Member member = Attributes.find(layout, "__ctor", executing);
    if (!Attributes.isVisible(member, layout, executing)) {
      throw Errors.visibility("Visibility does not allow to fetch attribute '__ctor'");
    }
    if (!(member instanceof MethodMember constructor)) {
      throw Errors.notCallable();
    }
    Instance instance = new Instance(type, empty == null ? null : empty.get());
    Method single = constructor.single();
    Method chosen =
        single != null
            ? single
            : overloads.choose(
                constructor,
                Attributes.visibleOverloads(instance, constructor, executing),
                instance,
                machine.stack,
                at + 2,
                count);
    return begin(chosen, instance, at, at + 2, count, true);
  }

  private Value coreValue(ClassObject type, Supplier<Object> empty, int from, int count) {
    MethodMember constructor = type.instanceLayout().findMethod("__ctor");
    Method chosen =
        constructor.single() != null
            ? constructor.single()
            : overloads.choose(constructor, null, type, machine.stack, from, count);
    Value made = ((NativeMethod) chosen).invoke(machine, type, machine.stack, from, count);
    return made == type && empty != null ? (Value) empty.get() : made;
  }

  /** Pushes the frame of a script's method; arguments become its first slots where they lie. */
  private void push(
      UserFunction function, Value receiver, int result, int from, int count, boolean constructs) {
    Code code = function.code;
    if (code == null) {
      throw Errors.call(
          "Cannot call abstract method '"
              + function.name()
              + "' of class '"
              + function.owner().name()
              + "'");
    }
    machine.checkpoint();
    machine.reserve(from + Math.max(code.frameSize, count + 1));
    Value self = function.isStatic() ? receiver.type() : receiver;
    Layout owner = function.owner();
    Module module = (Module) self.type().ancestor(owner).scope();
    Value[] stack = machine.stack;
    int declared = function.parameters.length;
    if (count != declared || function.isVariadic()) {
      bindOthers(function, stack, from, count);
    }
    if (function.hasHints) {
      checkHints(function, module, from, Math.min(count, declared));
      stack = machine.stack;
    }
    for (int i = from + declared, end = from + code.slotCount; i < end; i++) {
      stack[i] = null;
    }
    Frame frame = machine.pushFrame();
    frame.code = code;
    frame.module = module;
    frame.self = self;
    frame.executing = owner;
    frame.base = from;
    frame.result = result;
    frame.limit = from + code.frameSize;
    frame.constructs = constructs;
    frame.isEntry = false;
    frame.isHandling = false;
    frame.pc = 0;
  }

  /** Steps 1 to 3 of language.md 5.2, for calls that do not give exactly the parameters. */
  private static void bindOthers(UserFunction function, Value[] stack, int from, int count) {
    Parameter[] parameters = function.parameters;
    if (!function.isVariadic() && count > parameters.length) {
      checkEnough(parameters, count);
      throw Errors.argument("No variable argument found, and too many arguments passed");
    }
    checkEnough(parameters, count);
    if (function.isVariadic()) {
      int last = parameters.length - 1;
      ListObject rest =
          count > last
              ? ListObject.of(Arrays.copyOfRange(stack, from + last, from + count))
              : new ListObject();
      bindDefaults(parameters, stack, from, count, last);
      stack[from + last] = rest;
    } else {
      bindDefaults(parameters, stack, from, count, parameters.length);
    }
  }

  private static void checkEnough(Parameter[] parameters, int count) {
    for (int i = count; i < parameters.length; i++) {
      if (parameters[i].initial == null && !parameters[i].isVariadic) {
        throw Errors.argument("Not enough arguments passed, and no default values found");
      }
    }
  }

  private static void bindDefaults(
      Parameter[] parameters, Value[] stack, int from, int count, int end) {
    for (int i = count; i < end; i++) {
      stack[from + i] = parameters[i].initial;
    }
  }

  private void checkHints(UserFunction function, Module module, int from, int given) {
    for (int i = 0; i < given; i++) {
      Parameter parameter = function.parameters[i];
      if (parameter.hint == null) {
        continue;
      }
      Value value = machine.stack[from + i];
      if (parameter.isVariadic) {
        checkRest(parameter, (ListObject) value, module, i);
      } else if (!parameter.accepts(value, module, machine)) {
        throw mismatch(parameter, value, i);
      }
    }
  }

  private void checkRest(Parameter parameter, ListObject rest, Module module, int first) {
    for (int i = 0; i < rest.size(); i++) {
      if (!parameter.accepts(rest.get(i), module, machine)) {
        throw mismatch(parameter, rest.get(i), first + i);
      }
    }
  }

  private static ScriptException mismatch(Parameter parameter, Value value, int index) {
    return Errors.argument(
        "Typehinting for argument "
            + (index + 1)
            + " does not match. Wanted '"
            + parameter.hint.text
            + "' but found '"
            + value.type().name()
            + "'");
  }

  /** Calls anything from native code, in a dispatch loop of its own. */
  Value call(Value callee, Value[] arguments) {
    return callAt(callee, null, arguments);
  }

  /** Calls a method from native code, in a dispatch loop of its own. */
  Value call(MethodMember method, Value self, Value[] arguments) {
    if (method.single() instanceof NativeMethod direct) {
      return direct.invoke(machine, self(direct, self), arguments, 0, arguments.length);
    }
    return callAt(method, self, arguments);
  }

  private Value callAt(Value callee, Value receiver, Value[] arguments) {
    int at = machine.freeTop();
    int top = at + 2 + arguments.length;
    machine.reserve(top + 1);
    machine.stack[at] = callee;
    machine.stack[at + 1] = receiver;
    System.arraycopy(arguments, 0, machine.stack, at + 2, arguments.length);
    Frame caller = machine.depth < 0 ? null : machine.frames[machine.depth];
    int limit = caller == null ? 0 : caller.limit;
    if (caller != null) {
      caller.limit = top + 1;
    }
    try {
      if (begin(caller == null ? new Frame() : caller, at, arguments.length)) {
        machine.frames[machine.depth].isEntry = true;
        return machine.enter();
      }
      return machine.stack[at];
    } finally {
      if (caller != null) {
        caller.limit = limit;
      }
    }
  }
}
