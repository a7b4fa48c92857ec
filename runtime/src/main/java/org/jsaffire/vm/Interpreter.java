package org.jsaffire.vm;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.jsaffire.bytecode.CodeBlock.Handler;
import org.jsaffire.bytecode.Op;
import org.jsaffire.object.Bool;
import org.jsaffire.object.Conversions;
import org.jsaffire.object.Errors;
import org.jsaffire.object.Instance;
import org.jsaffire.object.ListObject;
import org.jsaffire.object.MethodMember;
import org.jsaffire.object.NullValue;
import org.jsaffire.object.Numerical;
import org.jsaffire.object.Operator;
import org.jsaffire.object.Operators;
import org.jsaffire.object.PropertyMember;
import org.jsaffire.object.ScriptException;
import org.jsaffire.object.Subscripts;
import org.jsaffire.object.TupleObject;
import org.jsaffire.object.Value;

/**
 * Executes code for one run and holds all its state. Used by one thread at a time; only {@link
 * #interrupt} may be called by others.
 */
public final class Interpreter extends Machine {
  private static final VarHandle INTERRUPTED;

  static {
    try {
      INTERRUPTED =
          MethodHandles.lookup().findVarHandle(Interpreter.class, "interrupted", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  @SuppressWarnings("unused") // through INTERRUPTED
  private boolean interrupted;

  private final Calls calls = new Calls(this);
  private final Instructions instructions = new Instructions(this);

  public Interpreter(RunEnvironment environment) {
    super(environment);
  }

  @Override
  Calls calls() {
    return calls;
  }

  @Override
  Instructions instructions() {
    return instructions;
  }

  /** Asks the run to look at {@link RunEnvironment#interrupted} at its next checkpoint. */
  public void interrupt() {
    INTERRUPTED.setOpaque(this, true);
  }

  @Override
  public void checkpoint() {
    if ((boolean) INTERRUPTED.getOpaque(this)) {
      INTERRUPTED.setOpaque(this, false);
      environment().interrupted();
    }
  }

  /**
   * Runs the frame on top, which is marked as an entry, to its end and takes it away.
   *
   * @return the result of the call
   */
  @Override
  Value run() {
    Frame frame = frames[depth];
    int pc = 0;
    for (; ; ) {
      Value exception;
      boolean isFinallyOnly = false;
      RuntimeException thrown;
      try {
        return dispatch(frame, pc);
      } catch (ScriptException e) {
        thrown = e;
        exception = e.exception();
        capture(e);
      } catch (Unwinding e) {
        thrown = e;
        exception = e.asValue();
        isFinallyOnly = true;
      } catch (StackOverflowError e) {
        ScriptException tooDeep = Errors.system("Maximum call depth exceeded");
        thrown = tooDeep;
        exception = tooDeep.exception();
        capture(tooDeep);
      }
      frame = unwind(exception, isFinallyOnly);
      if (frame == null) {
        throw thrown;
      }
      pc = frame.pc;
    }
  }

  /**
   * Takes frames away down to one with a handler, whose place is noted in the frame.
   *
   * @return null when the entry frame has none either; it is gone then
   */
  private Frame unwind(Value exception, boolean isFinallyOnly) {
    for (; ; ) {
      Frame frame = frames[depth];
      Handler handler = frame.code.handler(frame.pc - 1, isFinallyOnly);
      if (handler != null) {
        frame.pc = handler.target();
        stack[frame.base + frame.code.slotCount] = exception;
        frame.isHandling = true;
        return frame;
      }
      boolean isEntry = frame.isEntry;
      depth--;
      if (isEntry) {
        return null;
      }
    }
  }

  /**
   * The dispatch loop. Stays below 8000 bytes, above which HotSpot leaves it uncompiled; whatever
   * is not a plain case is done elsewhere. {@code frame.pc} is brought up to date before anything
   * that can fail or call.
   */
  @SuppressWarnings("fallthrough") // from the plain case to the general one
  private Value dispatch(Frame entered, int start) {
    Frame frame = entered;
    Code code = frame.code;
    int[] ins = code.instructions;
    Value[] stack = this.stack;
    int base = frame.base;
    int pc = start;
    int sp = base + code.slotCount;
    if (frame.isHandling) {
      frame.isHandling = false;
      sp++;
    }
    for (; ; ) {
      int w = ins[pc++];
      switch (w & 0xff) {
        case Op.NOP:
          break;
        case Op.CONST:
          stack[sp++] = code.literals[w >>> 8];
          break;
        case Op.INT:
          stack[sp++] = Numerical.of(w >> 8);
          break;
        case Op.NULL:
          stack[sp++] = NullValue.NULL;
          break;
        case Op.TRUE:
          stack[sp++] = Bool.TRUE;
          break;
        case Op.FALSE:
          stack[sp++] = Bool.FALSE;
          break;
        case Op.POP:
          sp--;
          break;
        case Op.DUP:
          stack[sp] = stack[sp - 1];
          sp++;
          break;
        case Op.DUP_X1:
          {
            Value top = stack[sp - 1];
            stack[sp - 1] = stack[sp - 2];
            stack[sp - 2] = top;
            stack[sp++] = top;
            break;
          }
        case Op.DUP_X2:
          {
            Value top = stack[sp - 1];
            stack[sp - 1] = stack[sp - 2];
            stack[sp - 2] = stack[sp - 3];
            stack[sp - 3] = top;
            stack[sp++] = top;
            break;
          }
        case Op.DUP2:
          stack[sp] = stack[sp - 2];
          stack[sp + 1] = stack[sp - 1];
          sp += 2;
          break;
        case Op.SWAP:
          {
            Value top = stack[sp - 1];
            stack[sp - 1] = stack[sp - 2];
            stack[sp - 2] = top;
            break;
          }
        case Op.ROLL3:
          {
            Value top = stack[sp - 1];
            stack[sp - 1] = stack[sp - 2];
            stack[sp - 2] = stack[sp - 3];
            stack[sp - 3] = top;
            break;
          }
        case Op.LOAD_LOCAL:
          stack[sp++] = stack[base + (w >>> 8)];
          break;
        case Op.LOAD_LOCAL_OR:
          {
            Value value = stack[base + (w >>> 8)];
            if (value == null) {
              frame.pc = pc;
              value = instructions.loadOutside(frame, code.name(ins[pc]));
            }
            pc++;
            stack[sp++] = value;
            break;
          }
        case Op.STORE_LOCAL:
          stack[base + (w >>> 8)] = stack[--sp];
          break;
        case Op.LOAD_GLOBAL:
          {
            Value value = frame.module.globals[w >>> 8];
            if (value == null) {
              frame.pc = pc;
              value = frame.module.missing(w >>> 8, this);
              stack = this.stack;
            }
            stack[sp++] = value;
            break;
          }
        case Op.STORE_GLOBAL:
          frame.module.globals[w >>> 8] = stack[--sp];
          break;
        case Op.LOAD_NAME:
          frame.pc = pc;
          stack[sp++] = instructions.loadName(code.name(w >>> 8));
          break;
        case Op.LOAD_QUALIFIED:
          frame.pc = pc;
          {
            Value type = instructions.loadQualified(code.links[w >>> 8]);
            stack = this.stack;
            stack[sp++] = type;
          }
          break;
        case Op.SELF:
          if (frame.self == null) {
            frame.pc = pc;
            throw Errors.identifierNotFound("self");
          }
          stack[sp++] = frame.self;
          break;
        case Op.STATIC:
          stack[sp++] = frame.self.type();
          break;
        case Op.ADD:
          {
            Value l = stack[sp - 2];
            Value r = stack[sp - 1];
            if (l instanceof Numerical a && r instanceof Numerical b) {
              stack[sp - 2] = a.add(b);
            } else {
              frame.pc = pc;
              Value result = Operators.arithmetic(this, Operator.ADD, l, r);
              stack = this.stack;
              stack[sp - 2] = result;
            }
            sp--;
            break;
          }
        case Op.SUB:
          {
            Value l = stack[sp - 2];
            Value r = stack[sp - 1];
            if (l instanceof Numerical a && r instanceof Numerical b) {
              stack[sp - 2] = a.subtract(b);
            } else {
              frame.pc = pc;
              Value result = Operators.arithmetic(this, Operator.SUB, l, r);
              stack = this.stack;
              stack[sp - 2] = result;
            }
            sp--;
            break;
          }
        case Op.MUL:
          if (stack[sp - 2] instanceof Numerical a && stack[sp - 1] instanceof Numerical b) {
            frame.pc = pc;
            stack[--sp - 1] = a.multiply(b);
            break;
          }
        // fall through: each of these tests fails again
        case Op.MOD:
          if (stack[sp - 2] instanceof Numerical a && stack[sp - 1] instanceof Numerical b) {
            frame.pc = pc;
            stack[--sp - 1] = a.remainder(b);
            break;
          }
        // fall through: each of these tests fails again
        case Op.AND:
          if (stack[sp - 2] instanceof Numerical a && stack[sp - 1] instanceof Numerical b) {
            frame.pc = pc;
            stack[--sp - 1] = a.and(b);
            break;
          }
        // fall through: each of these tests fails again
        case Op.XOR:
          if (stack[sp - 2] instanceof Numerical a && stack[sp - 1] instanceof Numerical b) {
            frame.pc = pc;
            stack[--sp - 1] = a.xor(b);
            break;
          }
        // fall through: each of these tests fails again
        case Op.DIV:
        case Op.OR:
        case Op.SHL:
        case Op.SHR:
          {
            frame.pc = pc;
            Value result = instructions.arithmetic(w & 0xff, stack[sp - 2], stack[sp - 1]);
            stack = this.stack;
            stack[--sp - 1] = result;
            break;
          }
        case Op.EQ:
        case Op.NE:
        case Op.LT:
        case Op.GT:
        case Op.LE:
        case Op.GE:
        case Op.IN:
        case Op.NOT_IN:
        case Op.MATCH:
        case Op.NOT_MATCH:
        case Op.CASE_EQ:
          {
            frame.pc = pc;
            boolean holds = instructions.compare(w & 0xff, stack[sp - 2], stack[sp - 1]);
            stack = this.stack;
            stack[--sp - 1] = Bool.of(holds);
            break;
          }
        case Op.INV:
        case Op.NOT:
        case Op.POS:
        case Op.NEG:
          {
            frame.pc = pc;
            Value result = instructions.unary(w & 0xff, stack[sp - 1]);
            stack = this.stack;
            stack[sp - 1] = result;
            break;
          }
        case Op.JUMP:
          pc = w >>> 8;
          break;
        case Op.LOOP:
          if ((boolean) INTERRUPTED.getOpaque(this)) {
            frame.pc = pc;
            checkpoint();
          }
          pc = w >>> 8;
          break;
        case Op.JUMP_IF_FALSE:
          {
            Value value = stack[--sp];
            if (value != Bool.TRUE) {
              frame.pc = pc;
              if (value == Bool.FALSE || !Conversions.isTrue(this, value)) {
                pc = w >>> 8;
              }
              stack = this.stack;
            }
            break;
          }
        case Op.JUMP_IF_TRUE:
          {
            Value value = stack[--sp];
            if (value != Bool.FALSE) {
              frame.pc = pc;
              if (value == Bool.TRUE || Conversions.isTrue(this, value)) {
                pc = w >>> 8;
              }
              stack = this.stack;
            }
            break;
          }
        case Op.JUMP_IF_FALSE_KEEP:
          frame.pc = pc;
          if (Conversions.isTrue(this, stack[sp - 1])) {
            sp--;
          } else {
            pc = w >>> 8;
          }
          stack = this.stack;
          break;
        case Op.JUMP_IF_TRUE_KEEP:
          frame.pc = pc;
          if (Conversions.isTrue(this, stack[sp - 1])) {
            pc = w >>> 8;
          } else {
            sp--;
          }
          stack = this.stack;
          break;
        case Op.JUMP_UNLESS_LT:
          {
            Value l = stack[sp - 2];
            Value r = stack[sp - 1];
            sp -= 2;
            boolean holds;
            if (l instanceof Numerical a && r instanceof Numerical b && a.isLong() && b.isLong()) {
              holds = a.longValue() < b.longValue();
            } else {
              frame.pc = pc;
              holds = Operators.compare(this, Operator.LT, l, r);
              stack = this.stack;
            }
            if (!holds) {
              pc = w >>> 8;
            }
            break;
          }
        case Op.JUMP_UNLESS_EQ:
        case Op.JUMP_UNLESS_NE:
        case Op.JUMP_UNLESS_GT:
        case Op.JUMP_UNLESS_LE:
        case Op.JUMP_UNLESS_GE:
          {
            frame.pc = pc;
            sp -= 2;
            if (!instructions.jumpTest(w & 0xff, stack[sp], stack[sp + 1])) {
              pc = w >>> 8;
            }
            stack = this.stack;
            break;
          }
        case Op.GET_ATTR:
          {
            frame.pc = pc + 1;
            Value object = stack[sp - 1];
            AttributeCache cache = code.caches[ins[pc++]];
            if (cache != null
                && object instanceof Instance instance
                && cache.fits(instance.layout(), frame.executing)
                && cache.member() instanceof PropertyMember property
                && !property.isStatic()) {
              stack[sp - 1] = instance.slot(property.slot());
            } else {
              stack[sp - 1] = instructions.getAttribute(frame, object, w >>> 8, ins[pc - 1]);
            }
            break;
          }
        case Op.SET_ATTR:
          frame.pc = pc + 1;
          sp -= 2;
          instructions.setAttribute(frame, stack[sp + 1], w >>> 8, stack[sp], ins[pc++]);
          break;
        case Op.GET_PARENT:
          frame.pc = pc;
          stack[sp++] = instructions.getParent(frame, code.name(w >>> 8));
          break;
        case Op.LOAD_METHOD:
          {
            frame.pc = pc + 1;
            Value object = stack[sp - 1];
            AttributeCache cache = code.caches[ins[pc++]];
            if (cache != null
                && cache.fits(object.layout(), frame.executing)
                && cache.member() instanceof MethodMember method) {
              stack[sp - 1] = method;
              stack[sp++] = object;
            } else {
              instructions.loadMethod(frame, sp - 1, w >>> 8, ins[pc - 1]);
              sp++;
            }
            break;
          }
        case Op.LOAD_PARENT_METHOD:
          frame.pc = pc;
          instructions.loadParentMethod(frame, sp, code.name(w >>> 8));
          sp += 2;
          break;
        case Op.NO_RECEIVER:
          stack[sp++] = null;
          break;
        case Op.CALL:
        case Op.CALL_SPREAD:
          {
            frame.pc = pc;
            int result = sp - (w >>> 8) - ((w & 0xff) == Op.CALL ? 2 : 3);
            boolean isPushed =
                (w & 0xff) == Op.CALL
                    ? calls.begin(frame, result, w >>> 8)
                    : calls.beginSpread(frame, result, w >>> 8);
            stack = this.stack;
            if (isPushed) {
              frame = frames[depth];
              code = frame.code;
              ins = code.instructions;
              base = frame.base;
              pc = 0;
              sp = base + code.slotCount;
            } else {
              sp = result + 1;
            }
            break;
          }
        case Op.FORBID_CALL:
          frame.pc = pc;
          throw Errors.call("Cannot call '" + code.name(w >>> 8) + "' directly");
        case Op.GET_INDEX:
          {
            frame.pc = pc;
            Value object = stack[sp - 2];
            Value index = stack[sp - 1];
            Value result;
            if (object instanceof ListObject list
                && index instanceof Numerical i
                && i.isLong()
                && i.longValue() >= 0
                && i.longValue() < list.size()) {
              result = list.get((int) i.longValue());
            } else {
              result = Subscripts.get(this, object, index);
              stack = this.stack;
            }
            stack[--sp - 1] = result;
            break;
          }
        case Op.SET_INDEX:
          frame.pc = pc;
          sp -= 3;
          Subscripts.set(this, stack[sp + 1], stack[sp + 2], stack[sp]);
          stack = this.stack;
          break;
        case Op.APPEND:
          frame.pc = pc;
          sp -= 2;
          Subscripts.append(this, stack[sp + 1], stack[sp]);
          stack = this.stack;
          break;
        case Op.SLICE:
          {
            frame.pc = pc;
            sp -= 2;
            Value part = Subscripts.slice(this, stack[sp - 1], stack[sp], stack[sp + 1]);
            stack = this.stack;
            stack[sp - 1] = part;
            break;
          }
        case Op.CHECK_STRUCTURE:
          frame.pc = pc;
          instructions.checkStructure(stack[sp - 1]);
          break;
        case Op.BUILD_STRUCTURE:
          {
            frame.pc = pc;
            int[] parts = (int[]) code.links[w >>> 8];
            for (int count : parts) {
              sp -= count;
            }
            Value object = instructions.buildStructure(stack[sp - 1], parts, sp);
            stack = this.stack;
            stack[sp - 1] = object;
            break;
          }
        case Op.TUPLE:
          {
            int count = w >>> 8;
            sp -= count;
            stack[sp] = TupleObject.of(Arrays.copyOfRange(stack, sp, sp + count));
            sp++;
            break;
          }
        case Op.UNPACK:
          stack[sp] = instructions.unpack(stack[sp - 1], w >>> 8);
          sp++;
          break;
        case Op.ITERATE:
          {
            frame.pc = pc + 1;
            Value cursor = instructions.iterate(stack[--sp], ins[pc++]);
            stack = this.stack;
            stack[base + (w >>> 8)] = cursor;
            break;
          }
        case Op.NEXT:
          {
            frame.pc = pc + 1;
            Iteration iteration = (Iteration) stack[base + (w >>> 8)];
            boolean hasNext = iteration.cursor.next(this);
            stack = this.stack;
            if (hasNext) {
              sp = iteration.push(stack, sp);
              pc++;
            } else {
              pc = ins[pc];
            }
            break;
          }
        case Op.THROW:
          frame.pc = pc;
          throw instructions.thrown(stack[--sp]);
        case Op.RETHROW:
          frame.pc = pc;
          throw Instructions.again(stack[--sp]);
        case Op.MATCH_TYPE:
          {
            frame.pc = pc;
            boolean matches = instructions.matchType(frame, stack[sp - 1], code.links[w >>> 8]);
            stack = this.stack;
            stack[sp - 1] = Bool.of(matches);
            break;
          }
        case Op.END_FINALLY:
          {
            frame.pc = pc + 1;
            int slot = base + (w >>> 8);
            int reason = (int) ((Numerical) stack[slot]).longValue();
            if (reason == 1) {
              throw Instructions.again(stack[slot + 1]);
            }
            pc = reason == 0 ? pc + 1 : ((int[]) code.links[ins[pc]])[reason - 2];
            break;
          }
        case Op.RETURN:
        case Op.RETURN_SELF:
          {
            Value value =
                (w & 0xff) == Op.RETURN_SELF || frame.constructs ? frame.self : stack[sp - 1];
            depth--;
            if (frame.isEntry) {
              return value;
            }
            sp = frame.result;
            frame = frames[depth];
            code = frame.code;
            ins = code.instructions;
            base = frame.base;
            pc = frame.pc;
            stack[sp++] = value;
            break;
          }
        case Op.CHECK_BOOLEAN:
          frame.pc = pc;
          instructions.checkBoolean(frame, stack[sp - 1]);
          break;
        case Op.PREPARE_TYPE:
          {
            frame.pc = pc;
            Value prepared = instructions.prepareType(frame, code.links[w >>> 8]);
            stack = this.stack;
            stack[sp++] = prepared;
            break;
          }
        case Op.DEFINE_TYPE:
          {
            frame.pc = pc;
            LinkedType type = (LinkedType) code.links[w >>> 8];
            sp -= type.definition.initialisedCount();
            Value defined = instructions.defineType(frame, type, sp);
            stack = this.stack;
            stack[sp - 1] = defined;
            break;
          }
        case Op.IMPORT:
          instructions.bindImport(frame, code.links[w >>> 8], ins[pc++]);
          break;
        default:
          throw new IllegalStateException("no instruction " + (w & 0xff) + " in " + code);
      }
    }
  }
}
