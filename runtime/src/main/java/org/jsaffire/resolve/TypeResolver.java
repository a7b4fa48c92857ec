package org.jsaffire.resolve;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsaffire.source.Diagnostic;
import org.jsaffire.source.SourceException;
import org.jsaffire.syntax.Expression;
import org.jsaffire.syntax.QualifiedName;
import org.jsaffire.syntax.TypeDefinition;
import org.jsaffire.syntax.TypeDefinition.Member;
import org.jsaffire.syntax.TypeDefinition.Method;
import org.jsaffire.syntax.TypeDefinition.Modifiers;
import org.jsaffire.syntax.TypeDefinition.Parameter;
import org.jsaffire.syntax.TypeDefinition.Visibility;

/** Resolves classes and interfaces with their members (language.md 2.7). */
final class TypeResolver {
  private final ResolverState state;
  private final List<Diagnostic> modifierErrors;
  private final ExpressionResolver initialisers;
  private final Set<String> defined = new HashSet<>();
  private int nextModifierError;

  /**
   * @param modifierErrors found by the parser, in source order
   * @param initialisers of the top level, where property initialisers run
   */
  TypeResolver(
      ResolverState state, List<Diagnostic> modifierErrors, ExpressionResolver initialisers) {
    this.state = state;
    this.modifierErrors = modifierErrors;
    this.initialisers = initialisers;
  }

  void resolve(TypeDefinition definition) throws SourceException {
    List<Member> members = definition.members();
    reportModifiersBefore(members.isEmpty() ? definition.end() : members.get(0).start());
    Reporter reporter = state.reporter;
    if (definition.modifiers().visibility() != null) {
      reporter.report("Classes cannot have a visibility", definition);
    }
    reporter.checkWritable(definition.name(), definition);
    if (!defined.add(definition.name())) {
      reporter.report("This class is already defined", definition);
    }
    boolean ofInterface = true;
    if (definition instanceof TypeDefinition.ClassDefinition type) {
      ofInterface = false;
      if (type.parent() != null) {
        state.bindType(type.parent(), false);
      }
      bindTypes(type.interfaces());
    } else {
      bindTypes(((TypeDefinition.InterfaceDefinition) definition).inherited());
    }
    members(definition, ofInterface);
  }

  private void bindTypes(List<QualifiedName> names) {
    names.forEach(name -> state.bindType(name, false));
  }

  /** Errors among modifiers count where the modifiers stand. */
  void reportModifiersBefore(int offset) throws SourceException {
    while (nextModifierError < modifierErrors.size()
        && modifierErrors.get(nextModifierError).span().start() < offset) {
      state.reporter.report(modifierErrors.get(nextModifierError++));
    }
  }

  private void members(TypeDefinition definition, boolean ofInterface) throws SourceException {
    MemberNames names = new MemberNames(definition.name(), state.reporter);
    for (Member member : definition.members()) {
      state.reporter.startStatement(List.of());
      reportModifiersBefore(member.end());
      if (member instanceof Method method) {
        method(method, definition, ofInterface, names);
      } else if (member instanceof TypeDefinition.Property property) {
        checkVisibility(property.modifiers(), property);
        names.add(property);
        initialiser(property.initial());
      } else {
        names.add(member);
        literal(((TypeDefinition.Constant) member).value());
      }
    }
  }

  private void checkVisibility(Modifiers modifiers, Member member) throws SourceException {
    if (modifiers.visibility() == null) {
      state.reporter.report("Methods must define a visibility", member);
    }
  }

  private void initialiser(Expression value) throws SourceException {
    if (value != null) {
      state.reporter.startStatement(List.of(value));
      initialisers.read(value);
      state.reporter.startStatement(List.of());
    }
  }

  /** A constant's value or a parameter's default. */
  private void literal(Expression value) throws SourceException {
    if (value instanceof Expression.Name name && !Reporter.isReadOnly(name.name())) {
      state.reporter.report("Incorrect identifier: '" + name.name() + "'", name);
    }
  }

  private void method(
      Method method, TypeDefinition definition, boolean ofInterface, MemberNames names)
      throws SourceException {
    parameters(method.parameters());
    checkVisibility(method.modifiers(), method);
    if (!ofInterface) {
      checkBody(method, definition);
    }
    names.add(method);
    FunctionContext context = FunctionContext.method(method, state.globals);
    if (method.body() != null) {
      body(method, context);
    }
    state.scopes.put(method, context.scope());
  }

  private void parameters(List<Parameter> parameters) throws SourceException {
    Set<String> names = new HashSet<>();
    for (Parameter parameter : parameters) {
      if (parameter.hint() != null) {
        state.bindType(parameter.hint(), true);
      }
      state.reporter.checkWritable(parameter.name(), parameter);
      if (!names.add(parameter.name())) {
        state.reporter.report("Argument '" + parameter.name() + "' is already defined", parameter);
      }
      literal(parameter.initial());
    }
  }

  private void checkBody(Method method, TypeDefinition definition) throws SourceException {
    Modifiers modifiers = method.modifiers();
    Reporter reporter = state.reporter;
    if (!modifiers.isAbstract()) {
      if (method.body() == null) {
        reporter.report("Only abstract methods can omit their body", method);
      }
      return;
    }
    if (method.body() != null) {
      reporter.report("Abstract methods cannot have a body", method);
    }
    if (modifiers.visibility() == Visibility.PRIVATE) {
      reporter.report("Abstract methods cannot be private", method);
    }
    if (!definition.modifiers().isAbstract()) {
      reporter.report(
          "Class '" + definition.name() + "' must be abstract to have abstract methods", method);
    }
  }

  private void body(Method method, FunctionContext context) throws SourceException {
    NameCollector collector = new NameCollector(state.nesting, context::addLocal, context.labels());
    collector.collect(method.body().statements(), null);
    ExpressionResolver expressions = new ExpressionResolver(state, context);
    BodyResolver body = new BodyResolver(state, context, expressions, null);
    body.resolve(method.body().statements());
  }

  /** The members of one class or interface that have been seen. */
  private static final class MemberNames {
    private final String type;
    private final Reporter reporter;
    private final Map<String, Member> first = new HashMap<>();
    private final Set<String> signatures = new HashSet<>();

    MemberNames(String type, Reporter reporter) {
      this.type = type;
      this.reporter = reporter;
    }

    void add(Member member) throws SourceException {
      String name = member.name();
      Member other = first.putIfAbsent(name, member);
      boolean again = member instanceof Method m && !signatures.add(signature(m));
      if (other == null) {
        return;
      }
      if (other.getClass() != member.getClass() || member instanceof TypeDefinition.Property) {
        reporter.report(
            "Attribute '" + name + "' is already defined in class '" + type + "'", member);
      } else if (member instanceof TypeDefinition.Constant) {
        reporter.report(
            "Constant '" + name + "' has already be defined in class '" + type + "'", member);
      } else if (again) {
        reporter.report("Method '" + name + "' is already defined in class '" + type + "'", member);
      }
    }

    /** Equal for methods that cannot stand beside each other (language.md 5.5). */
    private static String signature(Method method) {
      return method.parameters().stream()
          .map(p -> (p.hint() == null ? "" : p.hint().text()) + (p.variadic() ? "..." : ""))
          .collect(Collectors.joining(",", method.name() + method.parameters().size() + "(", ")"));
    }
  }
}
