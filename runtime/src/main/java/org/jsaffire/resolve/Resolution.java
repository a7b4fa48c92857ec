package org.jsaffire.resolve;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jsaffire.syntax.Expression;
import org.jsaffire.syntax.Program;
import org.jsaffire.syntax.QualifiedName;
import org.jsaffire.syntax.TypeDefinition;

/**
 * What the names of a program mean. Immutable; refers to nodes of the program by identity. Look-ups
 * take constant time.
 */
public final class Resolution {
  private final Program program;
  private final String namespace;
  private final List<String> globals;
  private final Map<String, Integer> globalSlots;
  private final List<ImportAlias> imports;
  private final IdentityHashMap<TypeDefinition.Method, FunctionScope> scopes;
  private final IdentityHashMap<Expression.Name, Binding> names;
  private final IdentityHashMap<QualifiedName, Binding> typeNames;

  Resolution(
      Program program,
      String namespace,
      GlobalNames globals,
      List<ImportAlias> imports,
      IdentityHashMap<TypeDefinition.Method, FunctionScope> scopes,
      IdentityHashMap<Expression.Name, Binding> names,
      IdentityHashMap<QualifiedName, Binding> typeNames) {
    this.program = program;
    this.namespace = namespace;
    this.globals = globals.names();
    this.globalSlots = globals.slots();
    this.imports = List.copyOf(imports);
    this.scopes = scopes;
    this.names = names;
    this.typeNames = typeNames;
  }

  public Program program() {
    return program;
  }

  /** The namespace of the file: {@code \} or {@code \a\b}. */
  public String namespace() {
    return namespace;
  }

  /**
   * The names of the file's global variables, classes, interfaces and import aliases, in the order
   * of their slots, which count from 0.
   */
  public List<String> globals() {
    return globals;
  }

  /** The slot of a global name, such as that of a class definition; -1 if there is none. */
  public int globalSlot(String name) {
    return globalSlots.getOrDefault(name, -1);
  }

  /**
   * The aliases that are bound before the first statement runs, that of {@code saffire} included.
   */
  public List<ImportAlias> imports() {
    return imports;
  }

  public FunctionScope topLevel() {
    return FunctionScope.TOP_LEVEL;
  }

  /**
   * @param method of the program; one without a body has its parameters
   */
  public FunctionScope scope(TypeDefinition.Method method) {
    return known(scopes.get(method), method.name());
  }

  /**
   * The meaning of a name in an expression, a target of an assignment or of {@code foreach}, or of
   * a catch variable. Names that are a constant's value or a parameter's default have none: they
   * are {@code true}, {@code false} or {@code null}.
   */
  public Binding binding(Expression.Name name) {
    return known(names.get(name), name.name());
  }

  /**
   * The meaning of a name in hint, catch, extends, implements or inherits position, which is never
   * local (language.md 5.3).
   *
   * @return null for a qualified name, see {@link #absolute}
   */
  public Binding typeBinding(QualifiedName name) {
    return name.isSimple() ? known(typeNames.get(name), name.text()) : null;
  }

  /** The fully qualified form of a name of this file, as {@code \a\b}. */
  public String absolute(QualifiedName name) {
    return QualifiedNames.absolute(name, namespace);
  }

  private static <T> T known(T found, String name) {
    if (found == null) {
      throw new IllegalStateException("not of this program: " + name);
    }
    return found;
  }
}
