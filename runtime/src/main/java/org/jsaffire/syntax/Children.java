package org.jsaffire.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The expressions of which an expression consists. */
public final class Children {
  private Children() {}

  /** The direct operands, elements, arguments and targets, in source order. */
  public static List<Expression> of(Expression expression) {
    return switch (expression.kind()) {
      case NUMBER, STRING, REGEX, NAME, QUALIFIED, SELF, PARENT, STATIC -> List.of();
      case UNARY -> List.of(((Expression.Unary) expression).operand());
      case BINARY -> {
        Expression.Binary binary = (Expression.Binary) expression;
        yield List.of(binary.left(), binary.right());
      }
      case AND ->
          List.of(((Expression.And) expression).left(), ((Expression.And) expression).right());
      case OR -> List.of(((Expression.Or) expression).left(), ((Expression.Or) expression).right());
      case COALESCE -> {
        Expression.Coalesce coalesce = (Expression.Coalesce) expression;
        yield List.of(coalesce.left(), coalesce.right());
      }
      case TERNARY -> {
        Expression.Ternary ternary = (Expression.Ternary) expression;
        yield List.of(ternary.condition(), ternary.whenTrue(), ternary.whenFalse());
      }
      case ATTRIBUTE -> List.of(((Expression.Attribute) expression).object());
      case CALL -> {
        Expression.Call call = (Expression.Call) expression;
        List<Expression> children = new ArrayList<>(call.arguments().size() + 2);
        children.add(call.callee());
        children.addAll(call.arguments());
        yield add(children, call.spread());
      }
      case SUBSCRIPT -> {
        Expression.Subscript subscript = (Expression.Subscript) expression;
        yield present(subscript.object(), subscript.index());
      }
      case SLICE -> {
        Expression.Slice slice = (Expression.Slice) expression;
        yield present(slice.object(), slice.from(), slice.to());
      }
      case DATASTRUCTURE -> {
        Expression.Datastructure datastructure = (Expression.Datastructure) expression;
        List<Expression> children = new ArrayList<>();
        children.add(datastructure.type());
        datastructure.elements().forEach(children::addAll);
        yield children;
      }
      case TUPLE -> ((Expression.Tuple) expression).elements();
      case ASSIGN -> {
        Expression.Assign assign = (Expression.Assign) expression;
        yield List.of(assign.target(), assign.value());
      }
      case MULTI_ASSIGN -> {
        Expression.MultiAssign assign = (Expression.MultiAssign) expression;
        List<Expression> children = new ArrayList<>(assign.targets());
        children.addAll(assign.values());
        yield children;
      }
    };
  }

  private static List<Expression> present(Expression... children) {
    return Arrays.stream(children).filter(Objects::nonNull).toList();
  }

  private static List<Expression> add(List<Expression> children, Expression last) {
    if (last != null) {
      children.add(last);
    }
    return children;
  }
}
