package org.jsaffire.syntax;

import java.util.List;

/**
 * An expression (language.md 2.4). Grouping parentheses leave no node. {@link Assign} and {@link
 * MultiAssign} occur only in expression statements and in the header of {@code for}.
 */
public sealed interface Expression extends Node {
  /** For dispatch without a default branch. */
  Kind kind();

  /** One constant for each record below. */
  enum Kind {
    NUMBER,
    STRING,
    REGEX,
    NAME,
    QUALIFIED,
    SELF,
    PARENT,
    STATIC,
    UNARY,
    BINARY,
    AND,
    OR,
    COALESCE,
    TERNARY,
    ATTRIBUTE,
    CALL,
    SUBSCRIPT,
    SLICE,
    DATASTRUCTURE,
    TUPLE,
    ASSIGN,
    MULTI_ASSIGN
  }

  /**
   * A numeric literal.
   *
   * @param value a {@link Long}, a {@link java.math.BigInteger} outside the range of long, or a
   *     {@link java.math.BigDecimal} for a fixed-point literal
   */
  record NumberLiteral(Number value, int start, int end) implements Expression {
    @Override
    public Kind kind() {
      return Kind.NUMBER;
    }
  }

  /** A string literal; {@code value} has its escapes resolved. */
  record StringLiteral(String value, int start, int end) implements Expression {
    @Override
    public Kind kind() {
      return Kind.STRING;
    }
  }

  /** A regex literal; {@code pattern} is the body as written between the slashes. */
  record RegexLiteral(String pattern, String flags, int start, int end) implements Expression {
    @Override
    public Kind kind() {
      return Kind.REGEX;
    }
  }

  /** An unqualified name, {@code true}, {@code false} and {@code null} included. */
  record Name(String name, int start, int end) implements Expression {
    @Override
    public Kind kind() {
      return Kind.NAME;
    }
  }

  /** A qualified name: {@code a\b} or {@code \a}. */
  record Qualified(QualifiedName name, int start, int end) implements Expression {
    @Override
    public Kind kind() {
      return Kind.QUALIFIED;
    }
  }

  record Self(int start, int end) implements Expression {
    @Override
    public Kind kind() {
      return Kind.SELF;
    }
  }

  record Parent(int start, int end) implements Expression {
    @Override
    public Kind kind() {
      return Kind.PARENT;
    }
  }

  record Static(int start, int end) implements Expression {
    @Override
    public Kind kind() {
      return Kind.STATIC;
    }
  }

  record Unary(UnaryOperator operator, Expression operand, int start, int end)
      implements Expression {
    @Override
    public Kind kind() {
      return Kind.UNARY;
    }
  }

  /**
   * An operator that always evaluates both operands.
   *
   * @param at offset of the operator, the line that an error reports
   */
  record Binary(
      BinaryOperator operator, Expression left, Expression right, int at, int start, int end)
      implements Expression {
    @Override
    public Kind kind() {
      return Kind.BINARY;
    }
  }

  record And(Expression left, Expression right, int start, int end) implements Expression {
    @Override
    public Kind kind() {
      return Kind.AND;
    }
  }

  record Or(Expression left, Expression right, int start, int end) implements Expression {
    @Override
    public Kind kind() {
      return Kind.OR;
    }
  }

  record Coalesce(Expression left, Expression right, int start, int end) implements Expression {
    @Override
    public Kind kind() {
      return Kind.COALESCE;
    }
  }

  record Ternary(
      Expression condition, Expression whenTrue, Expression whenFalse, int start, int end)
      implements Expression {
    @Override
    public Kind kind() {
      return Kind.TERNARY;
    }
  }

  /**
   * {@code object.name}.
   *
   * @param at offset of the dot
   */
  record Attribute(Expression object, String name, int at, int start, int end)
      implements Expression {
    @Override
    public Kind kind() {
      return Kind.ATTRIBUTE;
    }
  }

  /**
   * A call.
   *
   * @param spread the operand of {@code ...}, or null
   * @param at offset of the opening parenthesis
   */
  record Call(
      Expression callee, List<Expression> arguments, Expression spread, int at, int start, int end)
      implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
    }

    @Override
    public Kind kind() {
      return Kind.CALL;
    }
  }

  /**
   * {@code object[index]}, or {@code object[]}.
   *
   * @param index null for empty brackets, which are possible as an assignment target only
   * @param at offset of the opening bracket
   */
  record Subscript(Expression object, Expression index, int at, int start, int end)
      implements Expression {
    @Override
    public Kind kind() {
      return Kind.SUBSCRIPT;
    }
  }

  /**
   * {@code object[from..to]}; an omitted bound is null.
   *
   * @param at offset of the opening bracket
   */
  record Slice(Expression object, Expression from, Expression to, int at, int start, int end)
      implements Expression {
    @Override
    public Kind kind() {
      return Kind.SLICE;
    }
  }

  /**
   * {@code type[[ a:b, c:d ]]}.
   *
   * @param elements each with its parts, at least one
   * @param at offset of the first opening bracket
   */
  record Datastructure(Expression type, List<List<Expression>> elements, int at, int start, int end)
      implements Expression {
    public Datastructure {
      elements = elements.stream().map(List::copyOf).toList();
    }

    @Override
    public Kind kind() {
      return Kind.DATASTRUCTURE;
    }
  }

  /** A tuple of one or more elements. */
  record Tuple(List<Expression> elements, int start, int end) implements Expression {
    public Tuple {
      elements = List.copyOf(elements);
    }

    @Override
    public Kind kind() {
      return Kind.TUPLE;
    }
  }

  /**
   * {@code target = value} or {@code target op= value}.
   *
   * @param operator null for plain assignment
   * @param value an expression or a further Assign
   * @param at offset of the operator
   */
  record Assign(
      Expression target, BinaryOperator operator, Expression value, int at, int start, int end)
      implements Expression {
    @Override
    public Kind kind() {
      return Kind.ASSIGN;
    }
  }

  /**
   * {@code a, b = E} or {@code a, b = E, F} without parentheses (language.md 2.6).
   *
   * @param values one expression is unpacked like a tuple; several form a tuple
   * @param at offset of the equals sign
   */
  record MultiAssign(List<Expression> targets, List<Expression> values, int at, int start, int end)
      implements Expression {
    public MultiAssign {
      targets = List.copyOf(targets);
      values = List.copyOf(values);
    }

    @Override
    public Kind kind() {
      return Kind.MULTI_ASSIGN;
    }
  }
}
