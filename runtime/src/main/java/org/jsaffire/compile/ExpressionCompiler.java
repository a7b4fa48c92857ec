package org.jsaffire.compile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.jsaffire.bytecode.CodeBuilder;
import org.jsaffire.bytecode.CodeBuilder.Label;
import org.jsaffire.bytecode.Constants;
import org.jsaffire.bytecode.Opcode;
import org.jsaffire.syntax.BinaryOperator;
import org.jsaffire.syntax.Expression;
import org.jsaffire.syntax.UnaryOperator;

/**
 * Compiles expressions: each leaves one value on the operand stack. Chains that lean to the left,
 * as long sums and calls of calls do, are compiled in a loop, so that their length does not matter.
 */
final class ExpressionCompiler {
  private final FunctionContext context;
  private final CodeBuilder code;

  ExpressionCompiler(FunctionContext context) {
    this.context = context;
    this.code = context.code;
  }

  /** Leaves the value of an expression. */
  void value(Expression expression) {
    context.nesting.enter();
    Deque<Expression> spine = new ArrayDeque<>();
    Expression leaf = expression;
    for (Expression left = leftOperand(leaf); left != null; left = leftOperand(leaf)) {
      spine.push(leaf);
      leaf = left;
    }
    leaf(leaf);
    while (!spine.isEmpty()) {
      finish(spine.pop());
    }
    context.nesting.leave();
  }

  /** The operand that is evaluated first and may lean on; null for leaves. */
  private static Expression leftOperand(Expression expression) {
    return switch (expression.kind()) {
      case BINARY -> ((Expression.Binary) expression).left();
      case AND -> ((Expression.And) expression).left();
      case OR -> ((Expression.Or) expression).left();
      case COALESCE -> ((Expression.Coalesce) expression).left();
      case TERNARY -> ((Expression.Ternary) expression).condition();
      case SUBSCRIPT -> ((Expression.Subscript) expression).object();
      case SLICE -> ((Expression.Slice) expression).object();
      case DATASTRUCTURE -> ((Expression.Datastructure) expression).type();
      case ATTRIBUTE -> {
        Expression.Attribute attribute = (Expression.Attribute) expression;
        yield isParent(attribute) ? null : attribute.object();
      }
      case CALL -> {
        Expression callee = ((Expression.Call) expression).callee();
        if (callee instanceof Expression.Attribute attribute) {
          yield isParent(attribute) ? null : attribute.object();
        }
        yield callee;
      }
      case NUMBER,
          STRING,
          REGEX,
          NAME,
          QUALIFIED,
          SELF,
          PARENT,
          STATIC,
          UNARY,
          TUPLE,
          ASSIGN,
          MULTI_ASSIGN ->
          null;
    };
  }

  private static boolean isParent(Expression.Attribute attribute) {
    return attribute.object().kind() == Expression.Kind.PARENT;
  }

  /** Compiles what starts a spine. */
  private void leaf(Expression expression) {
    switch (expression.kind()) {
      case NUMBER, STRING, REGEX -> context.literal(FunctionContext.literalValue(expression));
      case NAME -> name((Expression.Name) expression);
      case QUALIFIED -> {
        Expression.Qualified qualified = (Expression.Qualified) expression;
        context.line(expression.start());
        code.emit(
            Opcode.LOAD_QUALIFIED,
            context.constant(
                new Constants.Import(qualified.name().text(), context.qualify(qualified.name()))));
      }
      case SELF -> {
        context.line(expression.start());
        code.emit(Opcode.SELF);
      }
      case STATIC -> code.emit(Opcode.STATIC);
      case UNARY -> unary((Expression.Unary) expression);
      case TUPLE -> tuple(((Expression.Tuple) expression).elements());
      case ATTRIBUTE -> {
        Expression.Attribute attribute = (Expression.Attribute) expression;
        context.line(attribute.at());
        code.emit(Opcode.GET_PARENT, context.constant(attribute.name()));
      }
      case CALL -> {
        Expression.Call call = (Expression.Call) expression;
        Expression.Attribute attribute = (Expression.Attribute) call.callee();
        context.line(attribute.at());
        code.emit(Opcode.LOAD_PARENT_METHOD, context.constant(attribute.name()));
        arguments(call);
      }
      default -> throw new IllegalStateException("no value: " + expression.kind());
    }
  }

  /** Compiles the rest of an expression whose left operand is on the stack. */
  private void finish(Expression expression) {
    switch (expression.kind()) {
      case BINARY -> {
        Expression.Binary binary = (Expression.Binary) expression;
        value(binary.right());
        operator(binary.operator(), binary.at());
      }
      case AND -> either(Opcode.JUMP_IF_FALSE_KEEP, ((Expression.And) expression).right());
      case OR -> either(Opcode.JUMP_IF_TRUE_KEEP, ((Expression.Or) expression).right());
      case COALESCE -> either(Opcode.JUMP_IF_TRUE_KEEP, ((Expression.Coalesce) expression).right());
      case TERNARY -> ternary((Expression.Ternary) expression);
      case ATTRIBUTE -> attribute((Expression.Attribute) expression);
      case CALL -> call((Expression.Call) expression);
      case SUBSCRIPT -> {
        Expression.Subscript subscript = (Expression.Subscript) expression;
        value(subscript.index());
        context.line(subscript.at());
        code.emit(Opcode.GET_INDEX);
      }
      case SLICE -> {
        Expression.Slice slice = (Expression.Slice) expression;
        bound(slice.from());
        bound(slice.to());
        context.line(slice.at());
        code.emit(Opcode.SLICE);
      }
      case DATASTRUCTURE -> datastructure((Expression.Datastructure) expression);
      default -> throw new IllegalStateException("no left operand: " + expression.kind());
    }
  }

  private void bound(Expression expression) {
    if (expression == null) {
      code.emit(Opcode.NULL);
    } else {
      value(expression);
    }
  }

  private void either(Opcode jump, Expression right) {
    Label end = new Label();
    code.jump(jump, end);
    value(right);
    code.place(end);
  }

  private void ternary(Expression.Ternary ternary) {
    Label otherwise = new Label();
    Label end = new Label();
    code.jump(Opcode.JUMP_IF_FALSE, otherwise);
    value(ternary.whenTrue());
    code.jump(Opcode.JUMP, end);
    code.setStack(code.stack() - 1);
    code.place(otherwise);
    value(ternary.whenFalse());
    code.place(end);
  }

  private void name(Expression.Name name) {
    context.line(name.start());
    int local = context.names.local(name);
    if (local >= 0) {
      if (context.names.isSet(name)) {
        code.emit(Opcode.LOAD_LOCAL, local);
      } else {
        code.emit2(Opcode.LOAD_LOCAL_OR, local, context.constant(name.name()));
      }
      return;
    }
    int global = context.names.global(name.name());
    if (global >= 0) {
      code.emit(Opcode.LOAD_GLOBAL, global);
      return;
    }
    Object singleton = FunctionContext.literalValue(name);
    if (singleton != null) {
      context.literal(singleton);
    } else {
      code.emit(Opcode.LOAD_NAME, context.constant(name.name()));
    }
  }

  private void unary(Expression.Unary unary) {
    List<Expression.Unary> chain = new ArrayList<>();
    Expression operand = unary;
    while (operand instanceof Expression.Unary inner) {
      chain.add(inner);
      operand = inner.operand();
    }
    value(operand);
    for (int i = chain.size() - 1; i >= 0; i--) {
      context.line(chain.get(i).start());
      code.emit(opcode(chain.get(i).operator()));
    }
  }

  private static Opcode opcode(UnaryOperator operator) {
    return switch (operator) {
      case INVERT -> Opcode.INV;
      case NOT -> Opcode.NOT;
      case PLUS -> Opcode.POS;
      case MINUS -> Opcode.NEG;
    };
  }

  /** Emits a binary operator. */
  void operator(BinaryOperator operator, int at) {
    context.line(at);
    code.emit(opcode(operator));
  }

  private static Opcode opcode(BinaryOperator operator) {
    return switch (operator) {
      case BIT_OR -> Opcode.OR;
      case BIT_XOR -> Opcode.XOR;
      case BIT_AND -> Opcode.AND;
      case EQ -> Opcode.EQ;
      case NE -> Opcode.NE;
      case LT -> Opcode.LT;
      case GT -> Opcode.GT;
      case LE -> Opcode.LE;
      case GE -> Opcode.GE;
      case IN -> Opcode.IN;
      case NOT_IN -> Opcode.NOT_IN;
      case MATCH -> Opcode.MATCH;
      case NOT_MATCH -> Opcode.NOT_MATCH;
      case SHL -> Opcode.SHL;
      case SHR -> Opcode.SHR;
      case ADD -> Opcode.ADD;
      case SUB -> Opcode.SUB;
      case MUL -> Opcode.MUL;
      case DIV -> Opcode.DIV;
      case MOD -> Opcode.MOD;
    };
  }

  private void tuple(List<Expression> elements) {
    for (Expression element : elements) {
      value(element);
    }
    code.emit(Opcode.TUPLE, elements.size());
  }

  private void attribute(Expression.Attribute attribute) {
    context.line(attribute.at());
    int name = context.constant(attribute.name());
    if (isForbidden(attribute)) {
      code.emit(Opcode.FORBID_CALL, name);
    } else {
      code.emitCached(Opcode.GET_ATTR, name);
    }
  }

  /** Constructors are reached through self, parent and static only (language.md 4.11). */
  private static boolean isForbidden(Expression.Attribute attribute) {
    String name = attribute.name();
    if (!name.equals("__ctor") && !name.equals("__dtor")) {
      return false;
    }
    Expression.Kind kind = attribute.object().kind();
    return kind != Expression.Kind.SELF && kind != Expression.Kind.STATIC;
  }

  private void call(Expression.Call call) {
    if (call.callee() instanceof Expression.Attribute attribute) {
      context.line(attribute.at());
      int name = context.constant(attribute.name());
      if (isForbidden(attribute)) {
        code.emit(Opcode.FORBID_CALL, name);
        code.emit(Opcode.NO_RECEIVER);
      } else {
        code.emitCached(Opcode.LOAD_METHOD, name);
      }
    } else {
      code.emit(Opcode.NO_RECEIVER);
    }
    arguments(call);
  }

  private void arguments(Expression.Call call) {
    int count = call.arguments().size();
    for (Expression argument : call.arguments()) {
      value(argument);
    }
    if (call.spread() == null) {
      context.line(call.at());
      code.emit(Opcode.CALL, count);
    } else {
      value(call.spread());
      context.line(call.at());
      code.emit(Opcode.CALL_SPREAD, count);
    }
  }

  private void datastructure(Expression.Datastructure literal) {
    context.line(literal.at());
    code.emit(Opcode.CHECK_STRUCTURE);
    List<Integer> parts = new ArrayList<>();
    for (List<Expression> element : literal.elements()) {
      for (Expression part : element) {
        value(part);
      }
      parts.add(element.size());
    }
    context.line(literal.at());
    code.emit(Opcode.BUILD_STRUCTURE, context.constant(new Constants.Numbers(parts)));
  }

  /** Goes to the label unless the expression is true; falls through if it is. */
  void jumpIfFalse(Expression expression, Label target) {
    switch (expression.kind()) {
      case BINARY -> jumpUnless((Expression.Binary) expression, target);
      case AND -> {
        for (Expression operand : operands(expression, Expression.Kind.AND)) {
          jumpIfFalse(operand, target);
        }
      }
      case OR -> {
        List<Expression> operands = operands(expression, Expression.Kind.OR);
        Label holds = new Label();
        for (Expression operand : operands.subList(0, operands.size() - 1)) {
          jumpIfTrue(operand, holds);
        }
        jumpIfFalse(operands.get(operands.size() - 1), target);
        code.place(holds);
      }
      default -> {
        value(expression);
        code.jump(Opcode.JUMP_IF_FALSE, target);
      }
    }
  }

  /** Goes to the label if the expression is true; falls through unless it is. */
  void jumpIfTrue(Expression expression, Label target) {
    switch (expression.kind()) {
      case OR -> {
        for (Expression operand : operands(expression, Expression.Kind.OR)) {
          jumpIfTrue(operand, target);
        }
      }
      case AND -> {
        List<Expression> operands = operands(expression, Expression.Kind.AND);
        Label fails = new Label();
        for (Expression operand : operands.subList(0, operands.size() - 1)) {
          jumpIfFalse(operand, fails);
        }
        jumpIfTrue(operands.get(operands.size() - 1), target);
        code.place(fails);
      }
      default -> {
        value(expression);
        code.jump(Opcode.JUMP_IF_TRUE, target);
      }
    }
  }

  /** The operands of a chain of one operator, from left to right. */
  private static List<Expression> operands(Expression expression, Expression.Kind kind) {
    List<Expression> operands = new ArrayList<>();
    Expression left = expression;
    while (left.kind() == kind) {
      operands.add(
          kind == Expression.Kind.AND
              ? ((Expression.And) left).right()
              : ((Expression.Or) left).right());
      left =
          kind == Expression.Kind.AND
              ? ((Expression.And) left).left()
              : ((Expression.Or) left).left();
    }
    operands.add(left);
    Collections.reverse(operands);
    return operands;
  }

  private void jumpUnless(Expression.Binary binary, Label target) {
    Opcode jump =
        switch (binary.operator()) {
          case EQ -> Opcode.JUMP_UNLESS_EQ;
          case NE -> Opcode.JUMP_UNLESS_NE;
          case LT -> Opcode.JUMP_UNLESS_LT;
          case GT -> Opcode.JUMP_UNLESS_GT;
          case LE -> Opcode.JUMP_UNLESS_LE;
          case GE -> Opcode.JUMP_UNLESS_GE;
          default -> null;
        };
    if (jump == null) {
      value(binary);
      code.jump(Opcode.JUMP_IF_FALSE, target);
      return;
    }
    value(binary.left());
    value(binary.right());
    context.line(binary.at());
    code.jump(jump, target);
  }
}
