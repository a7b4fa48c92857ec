package org.jsaffire.compile;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsaffire.syntax.Expression;
import org.jsaffire.syntax.Statement;
import org.jsaffire.syntax.TypeDefinition;

final class TreeNames implements Names {
  final Set<String> locals = new LinkedHashSet<>();
  private final List<String> globals;
  private final boolean method;

  TreeNames(List<String> globals, boolean method) {
    this.globals = globals;
    this.method = method;
  }

  void walk(List<? extends Statement> l) {
    for (Statement s : l) walk(s);
  }

  void walk(Statement s) {
    if (s == null) return;
    if (s instanceof Statement.Block b) walk(b.statements());
    else if (s instanceof Statement.Expressions e) e.expressions().forEach(this::expr);
    else if (s instanceof Statement.If i) {
      walk(i.then());
      walk(i.otherwise());
    } else if (s instanceof Statement.While i) {
      walk(i.body());
      walk(i.otherwise());
    } else if (s instanceof Statement.DoWhile i) {
      walk(i.body());
    } else if (s instanceof Statement.For i) {
      i.init().forEach(this::expr);
      if (i.test() != null) expr(i.test());
      i.step().forEach(this::expr);
      walk(i.body());
    } else if (s instanceof Statement.Foreach i) {
      i.targets().forEach(this::target);
      walk(i.body());
      walk(i.otherwise());
    } else if (s instanceof Statement.Switch i) i.cases().forEach(c -> walk(c.body()));
    else if (s instanceof Statement.Try t) {
      walk(t.body());
      t.catches()
          .forEach(
              c -> {
                target(c.variable());
                walk(c.body());
              });
      walk(t.lastly());
    } else if (s instanceof TypeDefinition d) locals.add(d.name());
  }

  void expr(Expression e) {
    if (e instanceof Expression.Assign a) {
      target(a.target());
      expr(a.value());
    }
    if (e instanceof Expression.MultiAssign a) a.targets().forEach(this::target);
  }

  void target(Expression e) {
    if (e instanceof Expression.Name n) locals.add(n.name());
    if (e instanceof Expression.Tuple t) t.elements().forEach(this::target);
  }

  @Override
  public int local(Expression.Name name) {
    if (!method) return -1;
    int i = 0;
    for (String s : locals) {
      if (s.equals(name.name())) return i;
      i++;
    }
    return -1;
  }

  @Override
  public boolean isSet(Expression.Name name) {
    return false;
  }

  @Override
  public int global(String name) {
    return globals.indexOf(name);
  }
}
