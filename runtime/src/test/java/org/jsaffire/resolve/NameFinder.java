package org.jsaffire.resolve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jsaffire.syntax.Children;
import org.jsaffire.syntax.Expression;
import org.jsaffire.syntax.Statement;

/** Lists the names in a tree, in source order. */
final class NameFinder {
  private NameFinder() {}

  static List<Expression.Name> namesIn(Expression expression) {
    List<Expression.Name> names = new ArrayList<>();
    add(expression, names);
    return names;
  }

  /** Without those in classes. */
  static List<Expression.Name> namesIn(Statement statement) {
    List<Expression.Name> names = new ArrayList<>();
    add(statement, names);
    return names;
  }

  private static void add(Expression expression, List<Expression.Name> names) {
    if (expression instanceof Expression.Name name) {
      names.add(name);
    } else if (expression != null) {
      Children.of(expression).forEach(child -> add(child, names));
    }
  }

  private static void addAll(List<? extends Expression> expressions, List<Expression.Name> names) {
    expressions.forEach(e -> add(e, names));
  }

  private static void add(Statement statement, List<Expression.Name> names) {
    if (statement == null) {
      return;
    }
    switch (statement.kind()) {
      case CLASS, INTERFACE, LABEL, BREAK, BREAK_ELSE, CONTINUE, GOTO -> {}
      case BLOCK -> ((Statement.Block) statement).statements().forEach(s -> add(s, names));
      case EXPRESSIONS -> addAll(((Statement.Expressions) statement).expressions(), names);
      case RETURN -> add(((Statement.Return) statement).value(), names);
      case THROW -> add(((Statement.Throw) statement).value(), names);
      case IF -> {
        Statement.If s = (Statement.If) statement;
        add(s.condition(), names);
        addParts(names, s.then(), s.otherwise());
      }
      case SWITCH -> {
        Statement.Switch s = (Statement.Switch) statement;
        add(s.subject(), names);
        for (Statement.Case part : s.cases()) {
          add(part.value(), names);
          part.body().forEach(inner -> add(inner, names));
        }
      }
      case WHILE -> {
        Statement.While s = (Statement.While) statement;
        add(s.condition(), names);
        addParts(names, s.body(), s.otherwise());
      }
      case DO_WHILE -> {
        Statement.DoWhile s = (Statement.DoWhile) statement;
        add(s.body(), names);
        add(s.condition(), names);
      }
      case FOR -> {
        Statement.For s = (Statement.For) statement;
        addAll(s.init(), names);
        add(s.test(), names);
        addAll(s.step(), names);
        add(s.body(), names);
      }
      case FOREACH -> {
        Statement.Foreach s = (Statement.Foreach) statement;
        add(s.subject(), names);
        addAll(s.targets(), names);
        addParts(names, s.body(), s.otherwise());
      }
      case TRY -> {
        Statement.Try s = (Statement.Try) statement;
        add(s.body(), names);
        for (Statement.Catch part : s.catches()) {
          add(part.variable(), names);
          add(part.body(), names);
        }
        add(s.lastly(), names);
      }
    }
  }

  private static void addParts(List<Expression.Name> names, Statement... parts) {
    Arrays.asList(parts).forEach(part -> add(part, names));
  }
}
