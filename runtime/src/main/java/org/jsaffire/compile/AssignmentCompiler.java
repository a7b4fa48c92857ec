package org.jsaffire.compile;

import java.util.List;
import org.jsaffire.bytecode.CodeBuilder;
import org.jsaffire.bytecode.Opcode;
import org.jsaffire.syntax.Expression;

/** Compiles assignments in the order of evaluation that language.md 3.8 prescribes. */
final class AssignmentCompiler {
  private final FunctionContext context;
  private final CodeBuilder code;
  private final ExpressionCompiler expressions;

  AssignmentCompiler(FunctionContext context, ExpressionCompiler expressions) {
    this.context = context;
    this.code = context.code;
    this.expressions = expressions;
  }

  /** Compiles an expression for its effects; leaves nothing. */
  void effect(Expression expression) {
    if (expression instanceof Expression.Assign assign) {
      assign(assign, false);
    } else if (expression instanceof Expression.MultiAssign multi) {
      multiAssign(multi);
    } else {
      expressions.value(expression);
      code.emit(Opcode.POP);
    }
  }

  /** Compiles an assignment and leaves the assigned value. */
  void valueOf(Expression.Assign assign) {
    assign(assign, true);
  }

  /** Compiles an assignment; leaves the assigned value if {@code keep}. */
  private void assign(Expression.Assign assign, boolean keep) {
    if (assign.operator() == null) {
      assigned(assign.value());
      store(assign.target(), assign.at(), keep);
      return;
    }
    switch (assign.target().kind()) {
      case NAME -> {
        expressions.value(assign.target());
        operate(assign);
        store(assign.target(), assign.at(), keep);
      }
      case ATTRIBUTE -> compoundAttribute(assign, keep);
      case SUBSCRIPT -> compoundSubscript(assign, keep);
      default -> throw notAssignable(assign.target());
    }
  }

  /** Leaves the value of the right-hand side, which may be an assignment itself. */
  private void assigned(Expression value) {
    if (value instanceof Expression.Assign inner) {
      assign(inner, true);
    } else {
      expressions.value(value);
    }
  }

  private void operate(Expression.Assign assign) {
    assigned(assign.value());
    expressions.operator(assign.operator(), assign.at());
  }

  private void compoundAttribute(Expression.Assign assign, boolean keep) {
    Expression.Attribute target = (Expression.Attribute) assign.target();
    int name = context.constant(target.name());
    expressions.value(target.object());
    code.emit(Opcode.DUP);
    context.line(target.at());
    code.emitCached(Opcode.GET_ATTR, name);
    operate(assign);
    if (keep) {
      code.emit(Opcode.DUP_X1);
    }
    code.emit(Opcode.SWAP);
    context.line(target.at());
    code.emitCached(Opcode.SET_ATTR, name);
  }

  private void compoundSubscript(Expression.Assign assign, boolean keep) {
    Expression.Subscript target = (Expression.Subscript) assign.target();
    expressions.value(target.object());
    expressions.value(target.index());
    code.emit(Opcode.DUP2);
    context.line(target.at());
    code.emit(Opcode.GET_INDEX);
    operate(assign);
    if (keep) {
      code.emit(Opcode.DUP_X2);
    }
    code.emit(Opcode.ROLL3);
    context.line(target.at());
    code.emit(Opcode.SET_INDEX);
  }

  /** Stores the top of the stack; leaves it there if {@code keep}. */
  private void store(Expression target, int at, boolean keep) {
    if (target.kind() == Expression.Kind.TUPLE) {
      unpack(((Expression.Tuple) target).elements(), at);
      if (!keep) {
        code.emit(Opcode.POP);
      }
      return;
    }
    if (keep) {
      code.emit(Opcode.DUP);
    }
    switch (target.kind()) {
      case NAME -> storeName((Expression.Name) target);
      case ATTRIBUTE -> {
        Expression.Attribute attribute = (Expression.Attribute) target;
        expressions.value(attribute.object());
        context.line(attribute.at());
        code.emitCached(Opcode.SET_ATTR, context.constant(attribute.name()));
      }
      case SUBSCRIPT -> storeElement((Expression.Subscript) target);
      default -> throw notAssignable(target);
    }
  }

  /** Stores the top of the stack in a variable. */
  void storeName(Expression.Name name) {
    int local = context.names.local(name);
    if (local >= 0) {
      code.emit(Opcode.STORE_LOCAL, local);
    } else {
      code.emit(Opcode.STORE_GLOBAL, context.names.global(name.name()));
    }
  }

  private void storeElement(Expression.Subscript subscript) {
    expressions.value(subscript.object());
    if (subscript.index() == null) {
      context.line(subscript.at());
      code.emit(Opcode.APPEND);
      return;
    }
    expressions.value(subscript.index());
    context.line(subscript.at());
    code.emit(Opcode.SET_INDEX);
  }

  /** Stores the elements of the value on the stack, which stays there. */
  private void unpack(List<Expression> targets, int at) {
    for (int i = 0; i < targets.size(); i++) {
      context.line(at);
      code.emit(Opcode.UNPACK, i);
      store(targets.get(i), at, false);
    }
  }

  private void multiAssign(Expression.MultiAssign multi) {
    for (Expression value : multi.values()) {
      expressions.value(value);
    }
    int count = multi.values().size();
    if (count > 1) {
      code.emit(Opcode.TUPLE, count);
    }
    unpack(multi.targets(), multi.at());
    code.emit(Opcode.POP);
  }

  private static IllegalStateException notAssignable(Expression target) {
    return new IllegalStateException("not assignable: " + target.kind());
  }
}
