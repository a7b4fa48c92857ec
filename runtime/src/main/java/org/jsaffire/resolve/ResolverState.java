package org.jsaffire.resolve;

import java.util.IdentityHashMap;
import org.jsaffire.source.Nesting;
import org.jsaffire.syntax.Expression;
import org.jsaffire.syntax.QualifiedName;
import org.jsaffire.syntax.TypeDefinition;

/** What the parts of one resolver share: the way to report errors, and the results so far. */
final class ResolverState {
  final Nesting nesting;
  final Reporter reporter;
  final GlobalNames globals;
  final boolean console;

  /** Parts of the program are missing because of syntax errors. */
  final boolean incomplete;

  final IdentityHashMap<TypeDefinition.Method, FunctionScope> scopes = new IdentityHashMap<>();
  final IdentityHashMap<Expression.Name, Binding> names = new IdentityHashMap<>();
  final IdentityHashMap<QualifiedName, Binding> typeNames = new IdentityHashMap<>();

  ResolverState(
      Nesting nesting,
      Reporter reporter,
      GlobalNames globals,
      boolean console,
      boolean incomplete) {
    this.nesting = nesting;
    this.reporter = reporter;
    this.globals = globals;
    this.console = console;
    this.incomplete = incomplete;
  }

  void bind(Expression.Name name, FunctionContext context) {
    String text = name.name();
    int local = context.isMethod() ? context.localSlot(text) : -1;
    int global = globalSlot(text, context.isMethod());
    names.put(name, new Binding(text, local, global, context.isAssigned(text)));
  }

  /**
   * @param later the name may be read after further programs have run
   */
  void bindType(QualifiedName name, boolean later) {
    if (name.isSimple()) {
      typeNames.put(name, new Binding(name.last(), -1, globalSlot(name.last(), later), false));
    }
  }

  private int globalSlot(String name, boolean later) {
    if (console && later && !Reporter.isReadOnly(name)) {
      return globals.add(name);
    }
    return globals.slot(name);
  }
}
