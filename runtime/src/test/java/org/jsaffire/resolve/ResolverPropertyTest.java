package org.jsaffire.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jsaffire.source.Diagnostic;
import org.jsaffire.source.SourceException;
import org.jsaffire.source.SourceFile;
import org.jsaffire.syntax.Expression;
import org.jsaffire.syntax.JavaRegexChecker;
import org.jsaffire.syntax.ProgramGenerator;
import org.jsaffire.syntax.Statement;
import org.jsaffire.syntax.TreePrinter;
import org.jsaffire.syntax.TypeDefinition;
import org.junit.jupiter.api.RepeatedTest;

/** Random programs. A failure prints its seed. */
class ResolverPropertyTest {
  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);

  @RepeatedTest(300)
  void anyProgramIsResolvedOrRefused() {
    String text = TreePrinter.print(new ProgramGenerator(random).program());
    if (random.nextInt(3) == 0) {
      int cut = random.nextInt(text.length() + 1);
      text = text.substring(0, cut) + text.substring(Math.min(text.length(), cut + 5));
    }
    SourceFile file = new SourceFile("/x.sf", text);
    List<Diagnostic> all = Resolver.check(file, JavaRegexChecker.INSTANCE, ResolverOptions.ROOT);
    try {
      Resolution resolution =
          Resolver.resolve(file, JavaRegexChecker.INSTANCE, ResolverOptions.ROOT);
      assertEquals(List.of(), all, this::seed);
      resolution.program().statements().forEach(s -> checkNames(resolution, s));
    } catch (SourceException e) {
      assertTrue(!all.isEmpty(), this::seed);
      if (e.first().kind() == Diagnostic.Kind.CHECK) {
        assertTrue(all.contains(e.first()), this::seed);
      }
    }
  }

  private void checkNames(Resolution resolution, Statement statement) {
    for (Expression.Name name : NameFinder.namesIn(statement)) {
      Binding binding = resolution.binding(name);
      assertEquals(name.name(), binding.name(), this::seed);
      assertEquals(-1, binding.localSlot(), this::seed);
      assertEquals(resolution.globalSlot(name.name()), binding.globalSlot(), this::seed);
    }
  }

  /** Runs random bodies on random ways and looks at each read. */
  @RepeatedTest(500)
  void whatIsCalledAssignedIsAssigned() throws Exception {
    String body = new BodyGenerator(random).list(4, 0, 0);
    boolean inMethod = random.nextBoolean();
    String text = inMethod ? "class C { public method m(p) { " + body + " } }" : body;
    Resolution resolution =
        Resolver.resolve(
            new SourceFile("/x.sf", text), JavaRegexChecker.INSTANCE, ResolverOptions.ROOT);
    List<Statement> statements = resolution.program().statements();
    if (inMethod) {
      TypeDefinition type = (TypeDefinition) statements.get(0);
      statements = ((TypeDefinition.Method) type.members().get(0)).body().statements();
    }
    for (int run = 0; run < 20; run++) {
      new Walk(resolution, "seed " + seed + "\n" + text, inMethod).run(statements);
    }
  }

  private String seed() {
    return "seed " + seed;
  }

  /** Makes statements that assign and read a few variables and jump about. */
  private static final class BodyGenerator {
    private final Random random;
    private final List<String> labels = new ArrayList<>();
    private int labelCount;

    BodyGenerator(Random random) {
      this.random = random;
    }

    String list(int depth, int loops, int breakable) {
      String label = random.nextInt(3) == 0 ? "l" + labelCount++ : null;
      if (label != null) {
        labels.add(label);
      }
      StringBuilder text = new StringBuilder();
      int count = 1 + random.nextInt(4);
      int at = random.nextInt(count);
      for (int i = 0; i < count; i++) {
        text.append(label != null && i == at ? label + ": " : "");
        text.append(statement(depth, loops, breakable)).append(' ');
      }
      if (label != null) {
        labels.remove(label);
      }
      return text.toString();
    }

    private String block(int depth, int loops, int breakable) {
      return "{ " + list(depth - 1, loops, breakable) + "}";
    }

    private String elsePart(int depth, int loops, int breakable) {
      return random.nextBoolean() ? " else " + block(depth, loops, breakable) : "";
    }

    private String name() {
      return "abcd".substring(random.nextInt(4)).substring(0, 1);
    }

    private String statement(int depth, int l, int b) {
      int d = depth;
      return switch (random.nextInt(depth > 0 ? 19 : 9)) {
        case 0, 1, 2 -> name() + " = f(" + name() + ");";
        case 3 -> "f(" + name() + ");";
        case 4 -> "(" + name() + ", " + name() + ") = " + name() + ";";
        case 5 -> name() + " += 1;";
        case 6 ->
            labels.isEmpty() ? ";" : "goto " + labels.get(random.nextInt(labels.size())) + ";";
        case 7 ->
            b > 0 ? (random.nextBoolean() ? "break;" : "breakelse;") : "throw " + name() + ";";
        case 8 -> l > 0 ? "continue;" : "throw 1;";
        case 9, 10, 11 -> "if (" + name() + ") " + block(d, l, b) + elsePart(d, l, b);
        case 12 -> "while (" + name() + ") " + block(d, l + 1, b + 1) + elsePart(d, l, b);
        case 13 -> "do " + block(d, l + 1, b + 1) + " while (" + name() + ");";
        case 14 ->
            "for ("
                + name()
                + " = 1; "
                + name()
                + " = 2; "
                + name()
                + " = "
                + name()
                + ") "
                + block(d, l + 1, b + 1);
        case 15 ->
            "foreach ("
                + name()
                + " as "
                + name()
                + ") "
                + block(d, l + 1, b + 1)
                + elsePart(d, l, b);
        case 16 ->
            "switch ("
                + name()
                + ") { case 1: "
                + list(d - 1, l, b + 1)
                + " default: "
                + list(d - 1, l, b + 1)
                + " case "
                + name()
                + ": }";
        default ->
            "try "
                + block(d, l, b)
                + " catch (e "
                + name()
                + ") "
                + block(d, l, b)
                + (random.nextBoolean() ? " finally " + block(d, l, b) : "");
      };
    }
  }

  /** One run of a body, with dice for conditions and errors. */
  private final class Walk {
    private final Resolution resolution;
    private final String program;
    private final boolean inMethod;
    private final Set<String> assigned = new HashSet<>();
    private int steps = 300;

    Walk(Resolution resolution, String program, boolean inMethod) {
      this.resolution = resolution;
      this.program = program;
      this.inMethod = inMethod;
    }

    void run(List<Statement> statements) {
      assigned.add(inMethod ? "p" : "");
      try {
        list(statements);
      } catch (Leave e) {
        // an error that nothing catches, or the end of the dice
      }
    }

    private void list(List<Statement> statements) {
      int at = 0;
      while (at < statements.size()) {
        try {
          statement(statements.get(at++));
        } catch (Jump jump) {
          at = labelIn(statements, jump);
        }
      }
    }

    private int labelIn(List<Statement> statements, Jump jump) {
      for (int i = 0; i < statements.size(); i++) {
        if (statements.get(i) instanceof Statement.Label l && l.name().equals(jump.label)) {
          return i;
        }
      }
      throw jump;
    }

    private void statement(Statement statement) {
      if (steps-- <= 0) {
        throw new Leave(false);
      }
      switch (statement.kind()) {
        case BLOCK -> list(((Statement.Block) statement).statements());
        case EXPRESSIONS ->
            ((Statement.Expressions) statement).expressions().forEach(this::evaluate);
        case LABEL -> {}
        case GOTO -> throw new Jump(((Statement.Goto) statement).label());
        case BREAK, BREAK_ELSE, CONTINUE -> throw new LoopJump(statement.kind());
        case THROW -> {
          read(((Statement.Throw) statement).value());
          throw new Leave(true);
        }
        case IF -> {
          Statement.If s = (Statement.If) statement;
          read(s.condition());
          body(random.nextBoolean() ? s.then() : s.otherwise());
        }
        case WHILE -> {
          Statement.While s = (Statement.While) statement;
          read(s.condition());
          boolean first = random.nextBoolean();
          boolean toElse = !first;
          for (boolean more = first; more; more = random.nextBoolean()) {
            Statement.Kind end = round(s.body());
            toElse = end == Statement.Kind.BREAK_ELSE;
            if (end == Statement.Kind.BREAK || toElse) {
              break;
            }
            read(s.condition());
          }
          body(toElse ? s.otherwise() : null);
        }
        case DO_WHILE -> {
          Statement.DoWhile s = (Statement.DoWhile) statement;
          do {
            Statement.Kind end = round(s.body());
            if (end == Statement.Kind.BREAK || end == Statement.Kind.BREAK_ELSE) {
              return;
            }
            read(s.condition());
          } while (random.nextBoolean());
        }
        case FOR -> {
          Statement.For s = (Statement.For) statement;
          s.init().forEach(this::evaluate);
          evaluate(s.test());
          while (random.nextBoolean()) {
            Statement.Kind end = round(s.body());
            if (end == Statement.Kind.BREAK || end == Statement.Kind.BREAK_ELSE) {
              return;
            }
            s.step().forEach(this::evaluate);
            evaluate(s.test());
          }
        }
        case FOREACH -> {
          Statement.Foreach s = (Statement.Foreach) statement;
          read(s.subject());
          boolean toElse = random.nextBoolean();
          for (boolean more = !toElse; more; more = random.nextBoolean()) {
            s.targets().forEach(t -> assigned.add(t.name()));
            Statement.Kind end = round(s.body());
            toElse = end == Statement.Kind.BREAK_ELSE;
            if (end == Statement.Kind.BREAK || toElse) {
              break;
            }
          }
          body(toElse ? s.otherwise() : null);
        }
        case SWITCH -> {
          Statement.Switch s = (Statement.Switch) statement;
          read(s.subject());
          int at = 0;
          while (at < s.cases().size() && random.nextInt(3) > 0) {
            read(s.cases().get(at++).value());
          }
          try {
            for (; at < s.cases().size(); at++) {
              list(s.cases().get(at).body());
            }
          } catch (LoopJump jump) {
            if (jump.kind == Statement.Kind.CONTINUE) {
              throw jump;
            }
            if (jump.kind == Statement.Kind.BREAK_ELSE && random.nextBoolean()) {
              guarded(s.cases().get(1).body());
            }
          }
        }
        case TRY -> {
          Statement.Try s = (Statement.Try) statement;
          try {
            attempt(s);
          } finally {
            body(s.lastly());
          }
        }
        case CLASS, INTERFACE, RETURN -> throw new AssertionError(statement);
      }
    }

    private void guarded(List<Statement> body) {
      try {
        list(body);
      } catch (LoopJump jump) {
        if (jump.kind == Statement.Kind.CONTINUE) {
          throw jump;
        }
      }
    }

    private void attempt(Statement.Try s) {
      try {
        body(s.body());
      } catch (Leave error) {
        if (!error.catchable) {
          throw error;
        }
        assigned.add(s.catches().get(0).variable().name());
        body(s.catches().get(0).body());
      }
    }

    private void body(Statement statement) {
      if (statement != null) {
        statement(statement);
      }
    }

    private Statement.Kind round(Statement body) {
      try {
        statement(body);
        return Statement.Kind.CONTINUE;
      } catch (LoopJump jump) {
        return jump.kind;
      }
    }

    private void evaluate(Expression expression) {
      if (!(expression instanceof Expression.Assign assign)) {
        read(expression);
        return;
      }
      if (assign.operator() != null) {
        read(assign.target());
      }
      read(assign.value());
      NameFinder.namesIn(assign.target()).forEach(target -> assigned.add(target.name()));
    }

    private void read(Expression expression) {
      if (expression == null) {
        return;
      }
      for (Expression.Name name : NameFinder.namesIn(expression)) {
        boolean claimed = resolution.binding(name).definitelyAssigned();
        assertTrue(!claimed || assigned.contains(name.name()), () -> name + " in " + program);
        if (random.nextInt(12) == 0) {
          throw new Leave(true);
        }
      }
    }
  }

  private static class Signal extends RuntimeException {
    private static final long serialVersionUID = 1;

    Signal() {
      super(null, null, false, false);
    }
  }

  private static final class Leave extends Signal {
    private static final long serialVersionUID = 1;
    private final boolean catchable;

    Leave(boolean catchable) {
      this.catchable = catchable;
    }
  }

  private static final class Jump extends Signal {
    private static final long serialVersionUID = 1;
    private final String label;

    Jump(String label) {
      this.label = label;
    }
  }

  private static final class LoopJump extends Signal {
    private static final long serialVersionUID = 1;
    private final Statement.Kind kind;

    LoopJump(Statement.Kind kind) {
      this.kind = kind;
    }
  }
}
