package org.jsaffire.syntax;

import java.util.List;
import java.util.StringJoiner;
import org.jsaffire.source.Nesting;
import org.jsaffire.source.SourceException;

/**
 * Writes a tree as source text in one canonical form: four blanks a level, bodies in braces, no
 * parentheses that precedence makes superfluous. What is printed parses to the same tree, except
 * that each body is a block.
 */
public final class TreePrinter {
  private static final int NESTING_BUDGET = 100;
  private static final String INDENT = "    ";

  private final StringBuilder out = new StringBuilder();
  private final ExpressionPrinter expressions;
  private final Nesting nesting;
  private int level;

  private TreePrinter(Nesting nesting) {
    this.nesting = nesting;
    this.expressions = new ExpressionPrinter(out, nesting);
  }

  /** The text of a program; each line ends with a line feed. */
  public static String print(Program program) {
    return run(
        nesting -> {
          TreePrinter printer = new TreePrinter(nesting);
          printer.program(program);
          return printer.out.toString();
        });
  }

  /** The text of an expression, on one line. */
  public static String print(Expression expression) {
    return run(
        nesting -> {
          TreePrinter printer = new TreePrinter(nesting);
          printer.expressions.print(expression);
          return printer.out.toString();
        });
  }

  private static String run(Nesting.Stage<String> printing) {
    try {
      return Nesting.run(NESTING_BUDGET, printing);
    } catch (SourceException e) {
      throw new IllegalStateException("printing reports no errors", e);
    }
  }

  private void program(Program program) {
    for (Program.ImportItem item : program.imports()) {
      out.append("import ").append(item.name().text());
      if (!item.alias().equals(item.name().last())) {
        out.append(" as ").append(item.alias());
      }
      out.append(";\n");
    }
    statements(program.statements());
  }

  private void statements(List<Statement> statements) {
    for (Statement statement : statements) {
      indent();
      statement(statement);
      out.append('\n');
    }
  }

  private void indent() {
    for (int i = 0; i < level; i++) {
      out.append(INDENT);
    }
  }

  /** Prints a statement without indentation and line end. */
  private void statement(Statement statement) {
    nesting.enter();
    switch (statement.kind()) {
      case CLASS -> classDefinition((TypeDefinition.ClassDefinition) statement);
      case INTERFACE -> interfaceDefinition((TypeDefinition.InterfaceDefinition) statement);
      case BLOCK -> body(statement);
      case EXPRESSIONS -> {
        expressions.startStatement();
        expressions.list(((Statement.Expressions) statement).expressions());
        out.append(';');
      }
      case LABEL -> out.append(((Statement.Label) statement).name()).append(':');
      case BREAK -> out.append("break;");
      case BREAK_ELSE -> out.append("breakelse;");
      case CONTINUE -> out.append("continue;");
      case RETURN -> returnStatement((Statement.Return) statement);
      case THROW -> {
        out.append("throw ");
        expressions.print(((Statement.Throw) statement).value());
        out.append(';');
      }
      case GOTO -> out.append("goto ").append(((Statement.Goto) statement).label()).append(';');
      case IF -> ifStatement((Statement.If) statement);
      case SWITCH -> switchStatement((Statement.Switch) statement);
      case WHILE -> whileStatement((Statement.While) statement);
      case DO_WHILE -> doStatement((Statement.DoWhile) statement);
      case FOR -> forStatement((Statement.For) statement);
      case FOREACH -> foreachStatement((Statement.Foreach) statement);
      case TRY -> tryStatement((Statement.Try) statement);
    }
    nesting.leave();
  }

  /** Prints a statement in braces; a block has its own. */
  private void body(Statement body) {
    List<Statement> statements =
        body.kind() == Statement.Kind.BLOCK ? ((Statement.Block) body).statements() : List.of(body);
    if (statements.isEmpty()) {
      out.append("{}");
      return;
    }
    out.append("{\n");
    level++;
    statements(statements);
    level--;
    indent();
    out.append('}');
  }

  private void elseBody(Statement otherwise) {
    if (otherwise != null) {
      out.append(" else ");
      body(otherwise);
    }
  }

  private void inParentheses(Expression expression) {
    out.append('(');
    expressions.print(expression);
    out.append(") ");
  }

  private void returnStatement(Statement.Return statement) {
    out.append("return");
    if (statement.value() != null) {
      out.append(' ');
      expressions.print(statement.value());
    }
    out.append(';');
  }

  private void ifStatement(Statement.If first) {
    Statement.If statement = first;
    while (true) {
      out.append("if ");
      inParentheses(statement.condition());
      body(statement.then());
      if (!(statement.otherwise() instanceof Statement.If next)) {
        elseBody(statement.otherwise());
        return;
      }
      out.append(" else ");
      statement = next;
    }
  }

  private void switchStatement(Statement.Switch statement) {
    out.append("switch ");
    inParentheses(statement.subject());
    out.append("{\n");
    level++;
    for (Statement.Case part : statement.cases()) {
      indent();
      if (part.value() == null) {
        out.append("default");
      } else {
        out.append("case ");
        expressions.print(part.value());
      }
      out.append(":\n");
      level++;
      statements(part.body());
      level--;
    }
    level--;
    indent();
    out.append('}');
  }

  private void whileStatement(Statement.While statement) {
    out.append("while ");
    inParentheses(statement.condition());
    body(statement.body());
    elseBody(statement.otherwise());
  }

  private void doStatement(Statement.DoWhile statement) {
    out.append("do ");
    body(statement.body());
    out.append(" while (");
    expressions.print(statement.condition());
    out.append(");");
  }

  private void forStatement(Statement.For statement) {
    out.append("for (");
    expressions.list(statement.init());
    out.append("; ");
    if (statement.test() != null) {
      expressions.print(statement.test());
    }
    out.append("; ");
    expressions.list(statement.step());
    out.append(") ");
    body(statement.body());
  }

  private void foreachStatement(Statement.Foreach statement) {
    out.append("foreach (");
    expressions.print(statement.subject());
    out.append(" as ");
    expressions.list(statement.targets());
    out.append(") ");
    body(statement.body());
    elseBody(statement.otherwise());
  }

  private void tryStatement(Statement.Try statement) {
    out.append("try ");
    body(statement.body());
    for (Statement.Catch part : statement.catches()) {
      out.append(" catch (").append(part.type().text()).append(' ');
      out.append(part.variable().name()).append(") ");
      body(part.body());
    }
    if (statement.lastly() != null) {
      out.append(" finally ");
      body(statement.lastly());
    }
  }

  private void classDefinition(TypeDefinition.ClassDefinition definition) {
    modifiers(definition.modifiers());
    out.append("class ").append(definition.name());
    if (definition.parent() != null) {
      out.append(" extends ").append(definition.parent().text());
    }
    names(" implements ", definition.interfaces());
    members(definition.members());
  }

  private void interfaceDefinition(TypeDefinition.InterfaceDefinition definition) {
    modifiers(definition.modifiers());
    out.append("interface ").append(definition.name());
    names(" inherits ", definition.inherited());
    members(definition.members());
  }

  private void modifiers(TypeDefinition.Modifiers modifiers) {
    if (modifiers.visibility() != null) {
      out.append(
          switch (modifiers.visibility()) {
            case PUBLIC -> "public ";
            case PROTECTED -> "protected ";
            case PRIVATE -> "private ";
          });
    }
    out.append(modifiers.isStatic() ? "static " : "");
    out.append(modifiers.isAbstract() ? "abstract " : "");
    out.append(modifiers.isFinal() ? "final " : "");
  }

  private void names(String word, List<QualifiedName> names) {
    if (!names.isEmpty()) {
      StringJoiner joiner = new StringJoiner(", ", word, "");
      names.forEach(name -> joiner.add(name.text()));
      out.append(joiner);
    }
  }

  private void members(List<TypeDefinition.Member> members) {
    out.append(" {");
    level++;
    for (TypeDefinition.Member member : members) {
      out.append('\n');
      indent();
      member(member);
    }
    level--;
    if (!members.isEmpty()) {
      out.append('\n');
      indent();
    }
    out.append('}');
  }

  private void member(TypeDefinition.Member member) {
    if (member instanceof TypeDefinition.Method method) {
      method(method);
    } else if (member instanceof TypeDefinition.Property property) {
      modifiers(property.modifiers());
      out.append("property ").append(property.name());
      initial(property.initial());
      out.append(';');
    } else {
      TypeDefinition.Constant constant = (TypeDefinition.Constant) member;
      out.append("constant ").append(constant.name());
      initial(constant.value());
      out.append(';');
    }
  }

  private void initial(Expression value) {
    if (value != null) {
      out.append(" = ");
      expressions.print(value);
    }
  }

  private void method(TypeDefinition.Method method) {
    modifiers(method.modifiers());
    out.append("method ").append(method.name()).append('(');
    String separator = "";
    for (TypeDefinition.Parameter parameter : method.parameters()) {
      out.append(separator);
      parameter(parameter);
      separator = ", ";
    }
    out.append(')');
    if (method.body() == null) {
      out.append(';');
    } else {
      out.append(' ');
      body(method.body());
    }
  }

  private void parameter(TypeDefinition.Parameter parameter) {
    if (parameter.hint() != null) {
      out.append(parameter.hint().text()).append(' ');
    }
    out.append(parameter.variadic() ? "..." : "").append(parameter.name());
    initial(parameter.initial());
  }
}
