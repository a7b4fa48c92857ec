package org.jsaffire.resolve;

import java.util.List;
import java.util.function.Consumer;
import org.jsaffire.source.Nesting;
import org.jsaffire.syntax.Expression;
import org.jsaffire.syntax.Node;
import org.jsaffire.syntax.Statement;
import org.jsaffire.syntax.TypeDefinition;

/**
 * Finds, before anything is resolved, the names that a method or top level binds, in source order,
 * and its labels. Does not look into methods.
 */
final class NameCollector {
  private final Nesting nesting;
  private final Consumer<String> names;
  private final Labels labels;

  /**
   * @param names takes each name, maybe several times
   */
  NameCollector(Nesting nesting, Consumer<String> names, Labels labels) {
    this.nesting = nesting;
    this.names = names;
    this.labels = labels;
  }

  void collect(List<Statement> statements, Node region) {
    for (Statement statement : statements) {
      collect(statement, region);
    }
  }

  private void collect(Statement statement, Node region) {
    if (statement == null) {
      return;
    }
    nesting.enter();
    switch (statement.kind()) {
      case CLASS, INTERFACE -> names.accept(((TypeDefinition) statement).name());
      case BLOCK -> collect(((Statement.Block) statement).statements(), region);
      case EXPRESSIONS -> assigned(((Statement.Expressions) statement).expressions());
      case LABEL -> labels.declare(((Statement.Label) statement).name(), region);
      case IF -> collectIf((Statement.If) statement, region);
      case SWITCH -> {
        for (Statement.Case part : ((Statement.Switch) statement).cases()) {
          collect(part.body(), statement);
        }
      }
      case WHILE -> {
        Statement.While loop = (Statement.While) statement;
        collect(loop.body(), loop);
        collect(loop.otherwise(), region);
      }
      case DO_WHILE -> collect(((Statement.DoWhile) statement).body(), statement);
      case FOR -> {
        Statement.For loop = (Statement.For) statement;
        assigned(loop.init());
        if (loop.test() != null) {
          assigned(loop.test());
        }
        assigned(loop.step());
        collect(loop.body(), loop);
      }
      case FOREACH -> {
        Statement.Foreach loop = (Statement.Foreach) statement;
        loop.targets().forEach(target -> names.accept(target.name()));
        collect(loop.body(), loop);
        collect(loop.otherwise(), region);
      }
      case TRY -> collectTry((Statement.Try) statement);
      case BREAK, BREAK_ELSE, CONTINUE, RETURN, THROW, GOTO -> {}
    }
    nesting.leave();
  }

  private void collectIf(Statement.If first, Node region) {
    Statement otherwise = first;
    while (otherwise instanceof Statement.If part) {
      collect(part.then(), region);
      otherwise = part.otherwise();
    }
    collect(otherwise, region);
  }

  private void collectTry(Statement.Try statement) {
    collect(statement.body(), statement.body());
    for (Statement.Catch part : statement.catches()) {
      names.accept(part.variable().name());
      collect(part.body(), part.body());
    }
    collect(statement.lastly(), statement.lastly());
  }

  private void assigned(List<Expression> expressions) {
    expressions.forEach(this::assigned);
  }

  private void assigned(Expression expression) {
    Expression rest = expression;
    while (rest instanceof Expression.Assign assign) {
      target(assign.target());
      rest = assign.value();
    }
    if (rest instanceof Expression.MultiAssign assign) {
      assign.targets().forEach(this::target);
    }
  }

  private void target(Expression target) {
    if (target instanceof Expression.Name name) {
      names.accept(name.name());
    } else if (target instanceof Expression.Tuple tuple) {
      nesting.enter();
      tuple.elements().forEach(this::target);
      nesting.leave();
    }
  }
}
