package org.jsaffire.syntax;

import java.util.List;

/** A statement, class or interface (language.md 2.2, 2.3). */
public sealed interface Statement extends Node permits Statement.Simple, TypeDefinition {
  /** For dispatch without a default branch. */
  Kind kind();

  /** One constant for each record below and in {@link TypeDefinition}. */
  enum Kind {
    CLASS,
    INTERFACE,
    BLOCK,
    EXPRESSIONS,
    LABEL,
    BREAK,
    BREAK_ELSE,
    CONTINUE,
    RETURN,
    THROW,
    GOTO,
    IF,
    SWITCH,
    WHILE,
    DO_WHILE,
    FOR,
    FOREACH,
    TRY
  }

  /** What may stand in a block. */
  sealed interface Simple extends Statement {}

  record Block(List<Statement> statements, int start, int end) implements Simple {
    public Block {
      statements = List.copyOf(statements);
    }

    @Override
    public Kind kind() {
      return Kind.BLOCK;
    }
  }

  /** An expression statement; the empty statement has no expressions. */
  record Expressions(List<Expression> expressions, int start, int end) implements Simple {
    public Expressions {
      expressions = List.copyOf(expressions);
    }

    @Override
    public Kind kind() {
      return Kind.EXPRESSIONS;
    }
  }

  record Label(String name, int start, int end) implements Simple {
    @Override
    public Kind kind() {
      return Kind.LABEL;
    }
  }

  record Break(int start, int end) implements Simple {
    @Override
    public Kind kind() {
      return Kind.BREAK;
    }
  }

  record BreakElse(int start, int end) implements Simple {
    @Override
    public Kind kind() {
      return Kind.BREAK_ELSE;
    }
  }

  record Continue(int start, int end) implements Simple {
    @Override
    public Kind kind() {
      return Kind.CONTINUE;
    }
  }

  /** {@code value} is null for a bare {@code return}. */
  record Return(Expression value, int start, int end) implements Simple {
    @Override
    public Kind kind() {
      return Kind.RETURN;
    }
  }

  record Throw(Expression value, int start, int end) implements Simple {
    @Override
    public Kind kind() {
      return Kind.THROW;
    }
  }

  record Goto(String label, int start, int end) implements Simple {
    @Override
    public Kind kind() {
      return Kind.GOTO;
    }
  }

  /** {@code otherwise} is null without an else part. */
  record If(Expression condition, Statement then, Statement otherwise, int start, int end)
      implements Simple {
    @Override
    public Kind kind() {
      return Kind.IF;
    }
  }

  record Switch(Expression subject, List<Case> cases, int start, int end) implements Simple {
    public Switch {
      cases = List.copyOf(cases);
    }

    @Override
    public Kind kind() {
      return Kind.SWITCH;
    }
  }

  /** One label of a switch with the statements behind it; {@code value} is null for default. */
  record Case(Expression value, List<Statement> body, int start, int end) implements Node {
    public Case {
      body = List.copyOf(body);
    }
  }

  record While(Expression condition, Statement body, Statement otherwise, int start, int end)
      implements Simple {
    @Override
    public Kind kind() {
      return Kind.WHILE;
    }
  }

  record DoWhile(Statement body, Expression condition, int start, int end) implements Simple {
    @Override
    public Kind kind() {
      return Kind.DO_WHILE;
    }
  }

  /** {@code test} is null when it is empty, which counts as true. */
  record For(
      List<Expression> init,
      Expression test,
      List<Expression> step,
      Statement body,
      int start,
      int end)
      implements Simple {
    public For {
      init = List.copyOf(init);
      step = List.copyOf(step);
    }

    @Override
    public Kind kind() {
      return Kind.FOR;
    }
  }

  /** One to three targets: value; key, value; key, value, meta. */
  record Foreach(
      Expression subject,
      List<Expression.Name> targets,
      Statement body,
      Statement otherwise,
      int start,
      int end)
      implements Simple {
    public Foreach {
      targets = List.copyOf(targets);
    }

    @Override
    public Kind kind() {
      return Kind.FOREACH;
    }
  }

  /** {@code lastly} is null without a finally part. */
  record Try(Block body, List<Catch> catches, Block lastly, int start, int end) implements Simple {
    public Try {
      catches = List.copyOf(catches);
    }

    @Override
    public Kind kind() {
      return Kind.TRY;
    }
  }

  record Catch(QualifiedName type, Expression.Name variable, Block body, int start, int end)
      implements Node {}
}
