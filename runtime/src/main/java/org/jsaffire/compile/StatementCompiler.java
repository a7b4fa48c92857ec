package org.jsaffire.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsaffire.bytecode.CodeBuilder;
import org.jsaffire.bytecode.CodeBuilder.Label;
import org.jsaffire.bytecode.Opcode;
import org.jsaffire.syntax.Expression;
import org.jsaffire.syntax.Statement;
import org.jsaffire.syntax.TypeDefinition;

/** Compiles statements; the operand stack is empty before and after each. */
final class StatementCompiler {
  /** Compiles class and interface definitions. */
  interface TypeCompiler {
    void define(TypeDefinition definition, FunctionContext context, ExpressionCompiler values);
  }

  /** A loop or switch that jumps can leave. */
  private static final class Target {
    final Label end;

    /** Null in a switch, which {@code continue} passes over. */
    final Label next;

    /** Where {@code breakelse} goes. */
    Label otherwise;

    /** {@code finally} parts around it. */
    final int depth;

    Target(Label end, Label next, Label otherwise, int depth) {
      this.end = end;
      this.next = next;
      this.otherwise = otherwise;
      this.depth = depth;
    }
  }

  private final FunctionContext context;
  private final CodeBuilder code;
  private final ExpressionCompiler expressions;
  private final AssignmentCompiler assignments;
  private final TypeCompiler types;
  private final FinallyParts finallyParts;
  private final List<Target> targets = new ArrayList<>();
  private final Map<String, Label> labels = new HashMap<>();
  private Map<String, Integer> labelDepths = Map.of();

  StatementCompiler(FunctionContext context, TypeCompiler types) {
    this.context = context;
    this.code = context.code;
    this.expressions = new ExpressionCompiler(context);
    this.assignments = new AssignmentCompiler(context, expressions);
    this.types = types;
    this.finallyParts = new FinallyParts(context);
  }

  /** Compiles the body of a method or file, without what ends it. */
  void body(List<? extends Statement> statements) {
    labelDepths = LabelDepths.of(statements);
    all(statements);
  }

  private void all(List<? extends Statement> statements) {
    for (Statement statement : statements) {
      statement(statement);
    }
  }

  private void statement(Statement statement) {
    context.nesting.enter();
    compile(statement);
    context.nesting.leave();
  }

  private void compile(Statement statement) {
    switch (statement.kind()) {
      case CLASS, INTERFACE -> {
        TypeDefinition definition = (TypeDefinition) statement;
        types.define(definition, context, expressions);
      }
      case BLOCK -> all(((Statement.Block) statement).statements());
      case EXPRESSIONS -> {
        for (Expression expression : ((Statement.Expressions) statement).expressions()) {
          context.line(expression.start());
          assignments.effect(expression);
        }
      }
      case LABEL -> code.place(label(((Statement.Label) statement).name()));
      case BREAK -> {
        Target target = innermost();
        finallyParts.leave(target.depth, target.end);
      }
      case BREAK_ELSE -> {
        Target target = innermost();
        finallyParts.leave(target.depth, target.otherwise);
      }
      case CONTINUE -> {
        Target target = innermostLoop();
        finallyParts.leave(target.depth, target.next);
      }
      case RETURN -> {
        Expression value = ((Statement.Return) statement).value();
        context.line(statement.start());
        if (value == null) {
          code.emit(Opcode.NULL);
        } else {
          expressions.value(value);
        }
        context.line(statement.start());
        finallyParts.leaveMethod();
      }
      case THROW -> {
        expressions.value(((Statement.Throw) statement).value());
        context.line(statement.start());
        code.emit(Opcode.THROW);
      }
      case GOTO -> {
        String name = ((Statement.Goto) statement).label();
        int depth = labelDepths.get(name);
        // A backward jump may loop for ever: LOOP is the checkpoint.
        finallyParts.leave(depth, label(name));
      }
      case IF -> branch((Statement.If) statement);
      case SWITCH -> choose((Statement.Switch) statement);
      case WHILE -> loop((Statement.While) statement);
      case DO_WHILE -> loop((Statement.DoWhile) statement);
      case FOR -> loop((Statement.For) statement);
      case FOREACH -> loop((Statement.Foreach) statement);
      case TRY -> guard((Statement.Try) statement);
    }
  }

  private Label label(String name) {
    return labels.computeIfAbsent(name, key -> new Label());
  }

  private Target innermost() {
    return targets.get(targets.size() - 1);
  }

  private Target innermostLoop() {
    int i = targets.size() - 1;
    while (targets.get(i).next == null) {
      i--;
    }
    return targets.get(i);
  }

  private void inside(Target target, Statement body) {
    targets.add(target);
    statement(body);
    targets.remove(targets.size() - 1);
  }

  private void branch(Statement.If first) {
    Label end = new Label();
    Statement statement = first;
    while (statement instanceof Statement.If branch) {
      Label otherwise = new Label();
      context.line(branch.condition().start());
      expressions.jumpIfFalse(branch.condition(), otherwise);
      statement(branch.then());
      statement = branch.otherwise();
      if (statement != null) {
        code.jump(Opcode.JUMP, end);
      }
      code.place(otherwise);
    }
    if (statement != null) {
      statement(statement);
    }
    code.place(end);
  }

  private void choose(Statement.Switch choice) {
    int subject = code.newTemporary();
    context.line(choice.subject().start());
    expressions.value(choice.subject());
    code.emit(Opcode.STORE_LOCAL, subject);
    Label end = new Label();
    Label otherwise = end;
    List<Label> bodies = new ArrayList<>();
    for (Statement.Case part : choice.cases()) {
      Label body = new Label();
      bodies.add(body);
      if (part.value() == null) {
        otherwise = body;
        continue;
      }
      code.emit(Opcode.LOAD_LOCAL, subject);
      expressions.value(part.value());
      context.line(part.start());
      code.emit(Opcode.CASE_EQ);
      code.jump(Opcode.JUMP_IF_TRUE, body);
    }
    code.jump(Opcode.JUMP, otherwise);
    Target target = new Target(end, null, otherwise, finallyParts.depth());
    targets.add(target);
    for (int i = 0; i < bodies.size(); i++) {
      code.place(bodies.get(i));
      target.otherwise = choice.cases().get(i).value() == null ? end : otherwise;
      all(choice.cases().get(i).body());
    }
    targets.remove(targets.size() - 1);
    code.place(end);
  }

  private void loop(Statement.While loop) {
    Label end = new Label();
    Label next = new Label();
    Label otherwise = loop.otherwise() == null ? end : new Label();
    Label body = new Label();
    context.line(loop.condition().start());
    if (loop.otherwise() != null) {
      expressions.jumpIfFalse(loop.condition(), otherwise);
      code.jump(Opcode.JUMP, body);
    }
    code.place(next);
    expressions.jumpIfFalse(loop.condition(), end);
    code.place(body);
    inside(new Target(end, next, otherwise, finallyParts.depth()), loop.body());
    code.jump(Opcode.LOOP, next);
    otherwise(loop.otherwise(), otherwise, end);
  }

  /** Compiles an else part; control reaches it through its label only. */
  private void otherwise(Statement part, Label otherwise, Label end) {
    if (part != null) {
      code.place(otherwise);
      statement(part);
    }
    code.place(end);
  }

  private void loop(Statement.DoWhile loop) {
    Label end = new Label();
    Label next = new Label();
    Label start = new Label();
    code.place(start);
    inside(new Target(end, next, end, finallyParts.depth()), loop.body());
    code.place(next);
    context.line(loop.condition().start());
    expressions.jumpIfFalse(loop.condition(), end);
    code.jump(Opcode.LOOP, start);
    code.place(end);
  }

  private void loop(Statement.For loop) {
    for (Expression expression : loop.init()) {
      context.line(expression.start());
      assignments.effect(expression);
    }
    Label end = new Label();
    Label next = new Label();
    Label start = new Label();
    code.place(start);
    if (loop.test() != null) {
      test(loop.test(), end);
    }
    inside(new Target(end, next, end, finallyParts.depth()), loop.body());
    code.place(next);
    for (Expression expression : loop.step()) {
      context.line(expression.start());
      assignments.effect(expression);
    }
    code.jump(Opcode.LOOP, start);
    code.place(end);
  }

  /** The middle part of a for header may be an assignment; its value decides then. */
  private void test(Expression test, Label end) {
    context.line(test.start());
    if (test instanceof Expression.Assign assign) {
      assignments.valueOf(assign);
      code.jump(Opcode.JUMP_IF_FALSE, end);
    } else {
      expressions.jumpIfFalse(test, end);
    }
  }

  private void loop(Statement.Foreach loop) {
    Label end = new Label();
    Label next = new Label();
    Label body = new Label();
    Label otherwise = loop.otherwise() == null ? end : new Label();
    int count = loop.targets().size();
    int cursor = code.newTemporary();
    expressions.value(loop.subject());
    context.line(loop.subject().start());
    code.emit2(Opcode.ITERATE, cursor, count);
    if (loop.otherwise() != null) {
      code.next(cursor, count, otherwise);
      code.jump(Opcode.JUMP, body);
      code.setStack(0);
    }
    code.place(next);
    context.line(loop.subject().start());
    code.next(cursor, count, end);
    code.place(body);
    for (int i = 0; i < count; i++) {
      assignments.storeName(loop.targets().get(i));
    }
    inside(new Target(end, next, otherwise, finallyParts.depth()), loop.body());
    code.jump(Opcode.LOOP, next);
    otherwise(loop.otherwise(), otherwise, end);
  }

  private void guard(Statement.Try guard) {
    if (guard.lastly() == null) {
      Label end = new Label();
      attempt(guard, end);
      code.place(end);
      return;
    }
    finallyParts.guard(end -> attempt(guard, end), () -> statement(guard.lastly()));
  }

  /** Compiles the body and the catch parts; all that end normally go to the label. */
  private void attempt(Statement.Try guard, Label end) {
    int from = code.position();
    statement(guard.body());
    int to = code.position();
    code.jump(Opcode.JUMP, end);
    int caught = code.newTemporary();
    code.handler(from, to, code.position(), false);
    code.setStack(1);
    code.emit(Opcode.STORE_LOCAL, caught);
    for (Statement.Catch part : guard.catches()) {
      Label skip = new Label();
      context.line(part.start());
      code.emit(Opcode.LOAD_LOCAL, caught);
      code.emit(Opcode.MATCH_TYPE, context.constant(context.typeReference(part.type())));
      code.jump(Opcode.JUMP_IF_FALSE, skip);
      code.emit(Opcode.LOAD_LOCAL, caught);
      assignments.storeName(part.variable());
      statement(part.body());
      code.jump(Opcode.JUMP, end);
      code.place(skip);
    }
    code.emit(Opcode.LOAD_LOCAL, caught);
    code.emit(Opcode.RETHROW);
  }
}
