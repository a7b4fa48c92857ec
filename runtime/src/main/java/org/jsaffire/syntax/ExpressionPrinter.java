package org.jsaffire.syntax;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jsaffire.source.Nesting;

/** The part of {@link TreePrinter} that prints expressions. */
final class ExpressionPrinter {
  private static final int ASSIGN_LEVEL = 1;
  private static final int COALESCE_LEVEL = 2;
  private static final int TERNARY_LEVEL = 3;
  private static final int POSTFIX_LEVEL = 14;

  private final StringBuilder out;
  private final Nesting nesting;
  private int statementStart = -1;

  ExpressionPrinter(StringBuilder out, Nesting nesting) {
    this.out = out;
    this.nesting = nesting;
  }

  /** What is printed next is the first expression of a statement. */
  void startStatement() {
    statementStart = out.length();
  }

  void list(List<? extends Expression> expressions) {
    String separator = "";
    for (Expression expression : expressions) {
      out.append(separator);
      print(expression);
      separator = ", ";
    }
  }

  void print(Expression expression) {
    print(expression, ASSIGN_LEVEL);
  }

  /** Prints in parentheses what binds less than {@code least}. */
  private void print(Expression expression, int least) {
    nesting.enter();
    boolean grouped = level(expression) < least;
    out.append(grouped ? "(" : "");
    chain(expression);
    out.append(grouped ? ")" : "");
    nesting.leave();
  }

  /** Prints an expression and its left operands, beginning with the innermost. */
  private void chain(Expression expression) {
    List<Expression> links = new ArrayList<>();
    Expression first = expression;
    Expression left = LeftOperand.of(first);
    while (left != null) {
      links.add(first);
      out.append(isGrouped(left, first) ? "(" : "");
      first = left;
      left = LeftOperand.of(first);
    }
    operand(first);
    for (int i = links.size() - 1; i >= 0; i--) {
      Expression link = links.get(i);
      out.append(isGrouped(first, link) ? ")" : "");
      behindLeftOperand(link);
      first = link;
    }
  }

  private static boolean isGrouped(Expression left, Expression link) {
    return level(left) < level(link);
  }

  private static int level(Expression expression) {
    return switch (expression.kind()) {
      case ASSIGN, MULTI_ASSIGN -> ASSIGN_LEVEL;
      case COALESCE -> COALESCE_LEVEL;
      case TERNARY -> TERNARY_LEVEL;
      case OR -> Operators.OR_LEVEL;
      case AND -> Operators.AND_LEVEL;
      case BINARY -> ((Expression.Binary) expression).operator().level();
      case UNARY -> Operators.UNARY_LEVEL;
      case NUMBER,
          STRING,
          REGEX,
          NAME,
          QUALIFIED,
          SELF,
          PARENT,
          STATIC,
          ATTRIBUTE,
          CALL,
          SUBSCRIPT,
          SLICE,
          DATASTRUCTURE,
          TUPLE ->
          POSTFIX_LEVEL;
    };
  }

  /** Prints what follows the left operand of a link. */
  private void behindLeftOperand(Expression link) {
    switch (link.kind()) {
      case BINARY -> {
        Expression.Binary binary = (Expression.Binary) link;
        infix(binary.operator().text(), binary.right(), binary.operator().level());
      }
      case AND -> infix("&&", ((Expression.And) link).right(), Operators.AND_LEVEL);
      case OR -> infix("||", ((Expression.Or) link).right(), Operators.OR_LEVEL);
      case ATTRIBUTE -> out.append('.').append(((Expression.Attribute) link).name());
      case CALL -> call((Expression.Call) link);
      case SUBSCRIPT -> subscript((Expression.Subscript) link);
      case SLICE -> slice((Expression.Slice) link);
      case DATASTRUCTURE -> datastructure((Expression.Datastructure) link);
      default -> throw new IllegalStateException("no left operand: " + link.kind());
    }
  }

  private void infix(String operator, Expression right, int level) {
    out.append(' ').append(operator).append(' ');
    print(right, level + 1);
  }

  private void call(Expression.Call call) {
    out.append('(');
    list(call.arguments());
    if (call.spread() != null) {
      out.append(call.arguments().isEmpty() ? "..." : ", ...");
      print(call.spread());
    }
    out.append(')');
  }

  private void subscript(Expression.Subscript subscript) {
    out.append('[');
    if (subscript.index() != null) {
      print(subscript.index());
    }
    out.append(']');
  }

  private void slice(Expression.Slice slice) {
    out.append('[');
    if (slice.from() != null) {
      print(slice.from());
    }
    out.append("..");
    if (slice.to() != null) {
      print(slice.to());
    }
    out.append(']');
  }

  private void datastructure(Expression.Datastructure datastructure) {
    out.append("[[");
    String separator = "";
    for (List<Expression> parts : datastructure.elements()) {
      for (Expression part : parts) {
        out.append(separator);
        print(part);
        separator = ": ";
      }
      separator = ", ";
    }
    out.append("]]");
  }

  /** Prints an expression that is no link of a chain. */
  private void operand(Expression expression) {
    switch (expression.kind()) {
      case NUMBER -> number(((Expression.NumberLiteral) expression).value());
      case STRING -> string(((Expression.StringLiteral) expression).value());
      case REGEX -> regex((Expression.RegexLiteral) expression);
      case NAME -> out.append(((Expression.Name) expression).name());
      case QUALIFIED -> out.append(((Expression.Qualified) expression).name().text());
      case SELF -> out.append("self");
      case PARENT -> out.append("parent");
      case STATIC -> out.append("static");
      case UNARY -> unary((Expression.Unary) expression);
      case COALESCE -> {
        Expression.Coalesce coalesce = (Expression.Coalesce) expression;
        print(coalesce.left(), TERNARY_LEVEL);
        out.append(" ?? ");
        print(coalesce.right(), COALESCE_LEVEL);
      }
      case TERNARY -> ternary((Expression.Ternary) expression);
      case TUPLE -> tuple((Expression.Tuple) expression);
      case ASSIGN -> assign((Expression.Assign) expression);
      case MULTI_ASSIGN -> {
        list(((Expression.MultiAssign) expression).targets());
        out.append(" = ");
        list(((Expression.MultiAssign) expression).values());
      }
      default -> throw new IllegalStateException("link of a chain: " + expression.kind());
    }
  }

  private void number(Number value) {
    if (value instanceof BigDecimal decimal) {
      out.append(decimal.setScale(Math.max(decimal.scale(), 1)).toPlainString());
    } else {
      out.append(value);
    }
  }

  private void string(String value) {
    out.append('"');
    value.codePoints().forEach(this::character);
    out.append('"');
  }

  private void character(int c) {
    switch (c) {
      case '\n' -> out.append("\\n");
      case '\t' -> out.append("\\t");
      case '\r' -> out.append("\\r");
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      default -> {
        if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
          out.append("\\u{").append(Integer.toHexString(c)).append('}');
        } else {
          out.appendCodePoint(c);
        }
      }
    }
  }

  /** At the start of a statement a slash would be an operator. */
  private void regex(Expression.RegexLiteral regex) {
    boolean grouped = out.length() == statementStart;
    out.append(grouped ? "(/" : "/").append(regex.pattern());
    out.append('/').append(regex.flags()).append(grouped ? ")" : "");
  }

  /** A minus directly in front of a digit would be part of the numeral. */
  private void unary(Expression.Unary unary) {
    out.append(unary.operator().text());
    int at = out.length();
    print(unary.operand(), Operators.UNARY_LEVEL);
    if (unary.operator() == UnaryOperator.MINUS && Digits.isDigit(out.charAt(at), 10)) {
      out.insert(at, ' ');
    }
  }

  private void ternary(Expression.Ternary ternary) {
    print(ternary.condition(), Operators.OR_LEVEL);
    out.append(" ? ");
    print(ternary.whenTrue(), COALESCE_LEVEL);
    out.append(" : ");
    print(ternary.whenFalse(), TERNARY_LEVEL);
  }

  private void tuple(Expression.Tuple tuple) {
    out.append('(');
    list(tuple.elements());
    out.append(tuple.elements().size() == 1 ? ",)" : ")");
  }

  private void assign(Expression.Assign assign) {
    print(assign.target(), Operators.UNARY_LEVEL);
    out.append(' ').append(assign.operator() == null ? "" : assign.operator().text());
    out.append("= ");
    print(assign.value());
  }
}
