package org.jsaffire.syntax;

import java.util.List;

/** A class or interface definition with its members in source order (language.md 2.3). */
public sealed interface TypeDefinition extends Statement {
  String name();

  Modifiers modifiers();

  List<Member> members();

  /** {@code parent} is null without {@code extends}. */
  record ClassDefinition(
      Modifiers modifiers,
      String name,
      QualifiedName parent,
      List<QualifiedName> interfaces,
      List<Member> members,
      int start,
      int end)
      implements TypeDefinition {
    public ClassDefinition {
      interfaces = List.copyOf(interfaces);
      members = List.copyOf(members);
    }

    @Override
    public Kind kind() {
      return Kind.CLASS;
    }
  }

  record InterfaceDefinition(
      Modifiers modifiers,
      String name,
      List<QualifiedName> inherited,
      List<Member> members,
      int start,
      int end)
      implements TypeDefinition {
    public InterfaceDefinition {
      inherited = List.copyOf(inherited);
      members = List.copyOf(members);
    }

    @Override
    public Kind kind() {
      return Kind.INTERFACE;
    }
  }

  /** A constant, property or method. */
  sealed interface Member extends Node {
    String name();
  }

  /** {@code value} is a literal, or the name true, false or null. */
  record Constant(String name, Expression value, int start, int end) implements Member {}

  /** {@code initial} is null without an initialiser. */
  record Property(Modifiers modifiers, String name, Expression initial, int start, int end)
      implements Member {}

  /** {@code body} is null for abstract and interface methods. */
  record Method(
      Modifiers modifiers, String name, List<Parameter> parameters, Block body, int start, int end)
      implements Member {
    public Method {
      parameters = List.copyOf(parameters);
    }
  }

  /**
   * A parameter.
   *
   * @param hint null without a hint
   * @param initial a literal or the name true, false or null; null without a default
   */
  record Parameter(
      QualifiedName hint, String name, Expression initial, boolean variadic, int start, int end)
      implements Node {}

  /** The words in front of a class or member. At most one visibility. */
  record Modifiers(Visibility visibility, boolean isStatic, boolean isAbstract, boolean isFinal) {
    public static final Modifiers NONE = new Modifiers(null, false, false, false);
  }

  /** Who may use a member (language.md 4.8). */
  enum Visibility {
    PUBLIC,
    PROTECTED,
    PRIVATE
  }
}
