package org.jsaffire.resolve;

import java.util.ArrayList;
import java.util.List;
import org.jsaffire.source.SourceException;
import org.jsaffire.syntax.Expression;
import org.jsaffire.syntax.Statement;
import org.jsaffire.syntax.TypeDefinition;

/** Resolves the statements of one method, or of the top level (language.md 2.7, 3.9). */
final class BodyResolver {
  private final ResolverState state;
  private final FunctionContext context;
  private final ExpressionResolver expressions;
  private final TypeResolver types;
  private int loops;

  /** Loops and switches. */
  private int breakable;

  /**
   * @param types resolves the definitions at top level; null in a method
   */
  BodyResolver(
      ResolverState state,
      FunctionContext context,
      ExpressionResolver expressions,
      TypeResolver types) {
    this.state = state;
    this.context = context;
    this.expressions = expressions;
    this.types = types;
  }

  void resolve(List<Statement> statements) throws SourceException {
    for (Statement statement : statements) {
      resolve(statement);
    }
  }

  private void resolve(Statement statement) throws SourceException {
    state.nesting.enter();
    startStatement(List.of());
    switch (statement.kind()) {
      case CLASS, INTERFACE -> {
        TypeDefinition definition = (TypeDefinition) statement;
        types.resolve(definition);
        context.assign(definition.name());
      }
      case BLOCK -> resolve(((Statement.Block) statement).statements());
      case EXPRESSIONS -> {
        List<Expression> list = ((Statement.Expressions) statement).expressions();
        startStatement(list);
        expressions.evaluate(list);
      }
      case LABEL -> label((Statement.Label) statement);
      case BREAK -> jump(statement, breakable > 0, "We can only break inside a loop");
      case BREAK_ELSE -> jump(statement, breakable > 0, "We can only breakelse inside a loop");
      case CONTINUE -> jump(statement, loops > 0, "We can only continue inside a loop");
      case RETURN -> {
        Statement.Return end = (Statement.Return) statement;
        startStatement(end.value() == null ? List.of() : List.of(end.value()));
        if (!context.isMethod()) {
          state.reporter.report("Cannot use return outside a method", statement);
        }
        expressions.read(end.value());
        context.goToUnreachable();
      }
      case THROW -> {
        readHeader(((Statement.Throw) statement).value());
        context.goToUnreachable();
      }
      case GOTO -> jumpToLabel((Statement.Goto) statement);
      case IF -> ifStatement((Statement.If) statement);
      case SWITCH -> switchStatement((Statement.Switch) statement);
      case WHILE -> {
        Statement.While loop = (Statement.While) statement;
        readHeader(loop.condition());
        loop(loop, loop.body(), loop.otherwise());
      }
      case DO_WHILE -> {
        Statement.DoWhile loop = (Statement.DoWhile) statement;
        loop(loop, loop.body(), null);
        readHeader(loop.condition());
      }
      case FOR -> forStatement((Statement.For) statement);
      case FOREACH -> foreachStatement((Statement.Foreach) statement);
      case TRY -> tryStatement((Statement.Try) statement);
    }
    state.nesting.leave();
  }

  /** The words that are forbidden outside methods need no second look inside them. */
  private void startStatement(List<? extends Expression> own) {
    state.reporter.startStatement(context.isMethod() ? List.of() : own);
  }

  /** The only expression that a statement has besides those of statements inside. */
  private void readHeader(Expression expression) throws SourceException {
    startStatement(List.of(expression));
    expressions.read(expression);
  }

  private void label(Statement.Label label) throws SourceException {
    if (!context.labels().pass(label.name())) {
      state.reporter.report("Duplicate label '" + label.name() + "' found", label);
    }
    context.goToLabel();
  }

  private void jump(Statement statement, boolean allowed, String message) throws SourceException {
    if (!allowed) {
      state.reporter.report(message, statement);
    }
    context.goToUnreachable();
  }

  private void jumpToLabel(Statement.Goto statement) throws SourceException {
    if (!context.labels().isReachable(statement.label()) && !state.incomplete) {
      state.reporter.report("Cannot find label '" + statement.label() + "'", statement);
    }
    context.goToUnreachable();
  }

  private void ifStatement(Statement.If first) throws SourceException {
    AssignedSlots after = AssignedSlots.unreachable();
    Statement rest = first;
    while (rest instanceof Statement.If part) {
      readHeader(part.condition());
      AssignedSlots before = context.assigned();
      resolve(part.then());
      after = after.meet(context.assigned());
      context.goTo(before);
      rest = part.otherwise();
    }
    if (rest != null) {
      resolve(rest);
    }
    context.goTo(after.meet(context.assigned()));
  }

  private void switchStatement(Statement.Switch statement) throws SourceException {
    List<Expression> own = new ArrayList<>();
    own.add(statement.subject());
    statement.cases().stream().map(Statement.Case::value).filter(v -> v != null).forEach(own::add);
    startStatement(own);
    expressions.read(statement.subject());
    AssignedSlots before = context.assigned();
    boolean hasDefault = false;
    breakable++;
    context.labels().enter(statement);
    for (Statement.Case part : statement.cases()) {
      startStatement(own);
      if (part.value() == null && hasDefault) {
        state.reporter.report("default label already supplied", part);
      }
      hasDefault |= part.value() == null;
      expressions.read(part.value());
      resolve(part.body());
      context.goTo(before);
    }
    context.labels().leave(statement);
    breakable--;
  }

  /**
   * The body and the else part of a loop. Behind them no more counts as assigned than in front: the
   * body may not have run, or not to its end.
   */
  private void loop(Statement loop, Statement body, Statement otherwise) throws SourceException {
    AssignedSlots before = context.assigned();
    loopBody(loop, body);
    context.goTo(before);
    if (otherwise != null) {
      resolve(otherwise);
      context.goTo(before);
    }
  }

  private void loopBody(Statement loop, Statement body) throws SourceException {
    loops++;
    breakable++;
    context.labels().enter(loop);
    resolve(body);
    context.labels().leave(loop);
    breakable--;
    loops--;
  }

  private void forStatement(Statement.For loop) throws SourceException {
    List<Expression> own = new ArrayList<>(loop.init());
    if (loop.test() != null) {
      own.add(loop.test());
    }
    own.addAll(loop.step());
    startStatement(own);
    expressions.evaluate(loop.init());
    if (loop.test() != null) {
      expressions.evaluate(loop.test());
    }
    AssignedSlots before = context.assigned();
    expressions.evaluate(loop.step());
    context.goTo(before);
    loop(loop, loop.body(), null);
  }

  private void foreachStatement(Statement.Foreach loop) throws SourceException {
    readHeader(loop.subject());
    AssignedSlots before = context.assigned();
    for (Expression.Name target : loop.targets()) {
      expressions.store(target);
    }
    loopBody(loop, loop.body());
    context.goTo(before);
    if (loop.otherwise() != null) {
      resolve(loop.otherwise());
      context.goTo(before);
    }
  }

  private void tryStatement(Statement.Try statement) throws SourceException {
    AssignedSlots before = context.assigned();
    region(statement.body());
    AssignedSlots after = context.assigned();
    for (Statement.Catch part : statement.catches()) {
      context.goTo(before);
      startStatement(List.of());
      state.bindType(part.type(), context.isMethod());
      expressions.store(part.variable());
      region(part.body());
      after = after.meet(context.assigned());
    }
    if (statement.lastly() != null) {
      context.goTo(before);
      region(statement.lastly());
      after = after.then(context.assigned());
    }
    context.goTo(after);
  }

  /** A part of a try statement, into which nothing jumps. */
  private void region(Statement.Block part) throws SourceException {
    context.labels().enter(part);
    resolve(part);
    context.labels().leave(part);
  }
}
