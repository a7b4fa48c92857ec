package org.jsaffire.vm;

import org.jsaffire.bytecode.Constants;
import org.jsaffire.bytecode.Op;
import org.jsaffire.object.Attributes;
import org.jsaffire.object.Bool;
import org.jsaffire.object.BuiltIns;
import org.jsaffire.object.CallableObject;
import org.jsaffire.object.ClassObject;
import org.jsaffire.object.Core;
import org.jsaffire.object.Cursor;
import org.jsaffire.object.Datastructures;
import org.jsaffire.object.Errors;
import org.jsaffire.object.Exceptions;
import org.jsaffire.object.Instance;
import org.jsaffire.object.Layout;
import org.jsaffire.object.Member;
import org.jsaffire.object.Method;
import org.jsaffire.object.MethodMember;
import org.jsaffire.object.NullValue;
import org.jsaffire.object.Numerical;
import org.jsaffire.object.Operator;
import org.jsaffire.object.Operators;
import org.jsaffire.object.PropertyMember;
import org.jsaffire.object.ScriptException;
import org.jsaffire.object.TupleObject;
import org.jsaffire.object.Value;

/** What instructions do beyond their plainest case; kept out of the dispatch loop. */
final class Instructions {
  private static final Operator[] ARITHMETIC = {
    Operator.ADD,
    Operator.SUB,
    Operator.MUL,
    Operator.DIV,
    Operator.MOD,
    Operator.AND,
    Operator.OR,
    Operator.XOR,
    Operator.SHL,
    Operator.SHR
  };
  private static final Operator[] ORDER = {
    Operator.EQ, Operator.NE, Operator.LT, Operator.GT, Operator.LE, Operator.GE
  };

  private final Interpreter machine;

  Instructions(Interpreter machine) {
    this.machine = machine;
  }

  /** A name that is a local of the method but unset there: the global, or the built-in. */
  Value loadOutside(Frame frame, String name) {
    Value value = frame.module.find(name, machine);
    if (value == null) {
      throw Errors.identifierNotFound(name);
    }
    return value;
  }

  Value loadName(String name) {
    Value value = BuiltIns.name(name);
    if (value == null) {
      throw Errors.identifierNotFound(name);
    }
    return value;
  }

  Value loadQualified(Object link) {
    return machine.imports().resolve((Constants.Import) link);
  }

  Value arithmetic(int opcode, Value left, Value right) {
    return Operators.arithmetic(machine, ARITHMETIC[opcode - Op.ADD], left, right);
  }

  boolean compare(int opcode, Value left, Value right) {
    return switch (opcode) {
      case Op.IN -> Operators.isIn(machine, left, right);
      case Op.NOT_IN -> Operators.isNotIn(machine, left, right);
      case Op.MATCH -> Operators.matches(machine, left, right);
      case Op.NOT_MATCH -> !Operators.matches(machine, left, right);
      case Op.CASE_EQ -> Operators.isLenientlyEqual(machine, left, right);
      default -> Operators.compare(machine, ORDER[opcode - Op.EQ], left, right);
    };
  }

  boolean jumpTest(int opcode, Value left, Value right) {
    if (left instanceof Numerical a && right instanceof Numerical b && a.isLong() && b.isLong()) {
      return jumpTest(opcode, a.longValue(), b.longValue());
    }
    return Operators.compare(machine, ORDER[opcode - Op.JUMP_UNLESS_EQ], left, right);
  }

  private static boolean jumpTest(int opcode, long left, long right) {
    return switch (opcode) {
      case Op.JUMP_UNLESS_EQ -> left == right;
      case Op.JUMP_UNLESS_NE -> left != right;
      case Op.JUMP_UNLESS_GT -> left > right;
      case Op.JUMP_UNLESS_LE -> left <= right;
      default -> left >= right;
    };
  }

  Value unary(int opcode, Value operand) {
    return switch (opcode) {
      case Op.NOT -> Operators.not(machine, operand);
      case Op.INV -> Operators.unary(machine, Operator.INV, operand);
      case Op.POS -> Operators.unary(machine, Operator.POS, operand);
      default -> Operators.unary(machine, Operator.NEG, operand);
    };
  }

  Value getAttribute(Frame frame, Value object, int name, int cache) {
    String attribute = frame.code.name(name);
    Member member = Attributes.findVisible(object, attribute, frame.executing);
    if (member == null) {
      return Attributes.getUndeclared(object, attribute);
    }
    frame.code.caches[cache] = new AttributeCache(object.layout(), frame.executing, member);
    return Attributes.read(object, member, frame.executing);
  }

  void setAttribute(Frame frame, Value object, int name, Value value, int cache) {
    AttributeCache known = frame.code.caches[cache];
    if (known != null
        && object instanceof Instance instance
        && known.fits(instance.layout(), frame.executing)
        && !instance.isImmutable()
        && known.member() instanceof PropertyMember property
        && !property.isStatic()
        && (!property.isBoolean() || value instanceof Bool)) {
      instance.setSlot(property.slot(), value);
      return;
    }
    String attribute = frame.code.name(name);
    Attributes.set(object, attribute, value, frame.executing);
    Member member = Attributes.find(object.layout(), attribute, frame.executing);
    if (member instanceof PropertyMember property && !property.isReadOnly()) {
      frame.code.caches[cache] = new AttributeCache(object.layout(), frame.executing, member);
    }
  }

  /** Replaces the object at {@code at} by callee and receiver. */
  void loadMethod(Frame frame, int at, int name, int cache) {
    Value object = machine.stack[at];
    String attribute = frame.code.name(name);
    Member member = Attributes.findVisible(object, attribute, frame.executing);
    if (member instanceof MethodMember method) {
      Attributes.checkContext(object, method);
      Method[] visible = Attributes.visibleOverloads(object, method, frame.executing);
      if (visible == null) {
        frame.code.caches[cache] = new AttributeCache(object.layout(), frame.executing, member);
        place(at, method, object);
      } else {
        place(at, new CallableObject(method, object, visible), null);
      }
    } else {
      Value value =
          member == null
              ? Attributes.getUndeclared(object, attribute)
              : Attributes.read(object, member, frame.executing);
      place(at, value, null);
    }
  }

  private void place(int at, Value callee, Value receiver) {
    machine.stack[at] = callee;
    machine.stack[at + 1] = receiver;
  }

  /** The member that {@code parent.name} means (language.md 4.6). */
  private static Member parentMember(Frame frame, String name) {
    Layout parent = frame.executing.parent();
    Member member = Attributes.find(parent, name, frame.executing);
    if (member == null) {
      throw Errors.attributeNotFound(name, parent.name());
    }
    if (!Attributes.isVisible(member, frame.self.layout(), frame.executing)) {
      throw Errors.visibility("Visibility does not allow to fetch attribute '" + name + "'");
    }
    return member;
  }

  Value getParent(Frame frame, String name) {
    Member member = parentMember(frame, name);
    if (member instanceof PropertyMember property
        && !property.isStatic()
        && frame.executing.declares(name)) {
      return frame.self.type().ancestor(frame.executing).parent().defaultOf(property.slot());
    }
    if (member instanceof PropertyMember property && property.isStatic()) {
      return frame.self.type().getStatic(property);
    }
    return Attributes.read(frame.self, member, frame.executing);
  }

  void loadParentMethod(Frame frame, int at, String name) {
    Member member = parentMember(frame, name);
    if (member instanceof MethodMember method) {
      boolean isConstructor = name.equals("__ctor") || name.equals("__dtor");
      if (!isConstructor) {
        Attributes.checkContext(frame.self, method);
      }
      Method[] visible = Attributes.visibleOverloads(frame.self, method, frame.executing);
      if (visible == null) {
        place(at, method, frame.self);
      } else {
        place(at, new CallableObject(method, frame.self, visible), null);
      }
    } else {
      place(at, getParent(frame, name), null);
    }
  }

  void checkStructure(Value value) {
    if (!(value instanceof ClassObject type)) {
      throw Errors.call("Datastructure must be a class, not an instance");
    }
    if (!type.isA(Core.DATASTRUCTURE)) {
      throw Errors.interfaceError("Class must inherit the 'datastructure' interface");
    }
  }

  /** Makes the object of a literal from parts that lie on the stack from {@code from} on. */
  Value buildStructure(Value type, int[] parts, int from) {
    Value[][] elements = new Value[parts.length][];
    int next = from;
    for (int i = 0; i < parts.length; i++) {
      elements[i] = new Value[parts[i]];
      System.arraycopy(machine.stack, next, elements[i], 0, parts[i]);
      next += parts[i];
    }
    return Datastructures.make(machine, type, elements);
  }

  Value unpack(Value value, int index) {
    if (value.unwrap() instanceof TupleObject tuple) {
      return index < tuple.size() ? tuple.get(index) : NullValue.NULL;
    }
    return index == 0 ? value : NullValue.NULL;
  }

  Value iterate(Value subject, int targets) {
    return new Iteration(Cursor.over(machine, subject, targets), targets);
  }

  /** What {@code throw} raises: the exception, or that it is none. */
  ScriptException thrown(Value value) {
    if (value instanceof Instance instance && instance.type().isA(Exceptions.EXCEPTION)) {
      return new ScriptException(instance);
    }
    return Errors.extend("Object must extend the 'exception' class");
  }

  /** What a handler got, to be raised again. */
  static RuntimeException again(Value value) {
    return value instanceof Unwinding.Pending pending
        ? pending.unwinding
        : new ScriptException((Instance) value);
  }

  boolean matchType(Frame frame, Value exception, Object link) {
    TypeName name = (TypeName) link;
    Value type = name.resolve(frame.module, machine);
    if (type == null) {
      throw Errors.identifierNotFound(name.text);
    }
    if (!(type instanceof ClassObject wanted)) {
      throw Errors.type("'" + name.text + "' is not a class");
    }
    return exception.type().isA(wanted);
  }

  void checkBoolean(Frame frame, Value value) {
    if (!(value.unwrap() instanceof Bool)) {
      throw Errors.type(
          "Method '"
              + frame.executing.name()
              + "."
              + frame.code.block().name()
              + "' must return a boolean");
    }
  }

  Value prepareType(Frame frame, Object link) {
    return machine.types().prepare((LinkedType) link, frame.module);
  }

  Value defineType(Frame frame, LinkedType type, int from) {
    PreparedType prepared = (PreparedType) machine.stack[from - 1];
    return machine.types().define(type, prepared, frame.module, machine.stack, from);
  }

  void bindImport(Frame frame, Object link, int global) {
    frame.module.bindAlias(global, (Constants.Import) link);
  }
}
