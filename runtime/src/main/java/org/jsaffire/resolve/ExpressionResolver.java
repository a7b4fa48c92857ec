package org.jsaffire.resolve;

import java.util.ArrayList;
import java.util.List;
import org.jsaffire.source.SourceException;
import org.jsaffire.syntax.Children;
import org.jsaffire.syntax.Expression;
import org.jsaffire.syntax.LeftOperand;

/** Binds the names in expressions, and checks what they read and write (language.md 2.6, 2.7). */
final class ExpressionResolver {
  private static final String EMPTY_SUBSCRIPTION = "Cannot read from an empty [] subscription";

  private final ResolverState state;
  private final FunctionContext context;

  ExpressionResolver(ResolverState state, FunctionContext context) {
    this.state = state;
    this.context = context;
  }

  /** Expressions and assignments that run one after the other. */
  void evaluate(List<Expression> expressions) throws SourceException {
    for (Expression expression : expressions) {
      evaluate(expression);
    }
  }

  /** An expression or assignment. What it assigns counts as assigned behind all of it. */
  void evaluate(Expression expression) throws SourceException {
    List<Expression> targets = new ArrayList<>(1);
    Expression rest = expression;
    while (rest instanceof Expression.Assign assign) {
      target(assign.target(), assign.operator() != null);
      targets.add(assign.target());
      rest = assign.value();
    }
    if (rest instanceof Expression.MultiAssign assign) {
      for (Expression target : assign.targets()) {
        target(target, false);
      }
      targets.addAll(assign.targets());
      read(assign.values());
    } else {
      read(rest);
    }
    targets.forEach(this::assign);
  }

  /** Notes the variables among a target's parts as assigned. */
  private void assign(Expression target) {
    if (target instanceof Expression.Name name) {
      context.assign(name.name());
    } else if (target instanceof Expression.Tuple tuple) {
      state.nesting.enter();
      tuple.elements().forEach(this::assign);
      state.nesting.leave();
    }
  }

  /** A variable that a statement other than an assignment sets. */
  void store(Expression.Name target) throws SourceException {
    state.reporter.checkWritable(target.name(), target);
    state.bind(target, context);
    context.assign(target.name());
  }

  private void read(List<Expression> expressions) throws SourceException {
    for (Expression expression : expressions) {
      read(expression);
    }
  }

  /** An expression without assignment, whose value is used. */
  void read(Expression expression) throws SourceException {
    if (expression == null) {
      return;
    }
    state.nesting.enter();
    Expression left = LeftOperand.of(expression);
    if (left == null) {
      readOperand(expression);
    } else {
      readChain(expression, left);
    }
    state.nesting.leave();
  }

  /** An expression and its left operands, beginning with the innermost. */
  private void readChain(Expression expression, Expression firstLeft) throws SourceException {
    List<Expression> links = new ArrayList<>();
    Expression link = expression;
    Expression left = firstLeft;
    while (left != null) {
      links.add(link);
      link = left;
      left = LeftOperand.of(link);
    }
    Expression innermost = links.get(links.size() - 1);
    if (link.kind() == Expression.Kind.PARENT && innermost.kind() == Expression.Kind.ATTRIBUTE) {
      checkInMethod(link);
    } else {
      readOperand(link);
    }
    for (int i = links.size() - 1; i >= 0; i--) {
      readLink(links.get(i));
    }
  }

  /** What follows the left operand of a link. */
  private void readLink(Expression link) throws SourceException {
    switch (link.kind()) {
      case BINARY -> read(((Expression.Binary) link).right());
      case AND -> read(((Expression.And) link).right());
      case OR -> read(((Expression.Or) link).right());
      case ATTRIBUTE -> {}
      case CALL -> {
        read(((Expression.Call) link).arguments());
        read(((Expression.Call) link).spread());
      }
      case SUBSCRIPT -> {
        Expression index = ((Expression.Subscript) link).index();
        if (index == null) {
          state.reporter.report(EMPTY_SUBSCRIPTION, link);
        }
        read(index);
      }
      case SLICE -> {
        read(((Expression.Slice) link).from());
        read(((Expression.Slice) link).to());
      }
      case DATASTRUCTURE -> {
        for (List<Expression> parts : ((Expression.Datastructure) link).elements()) {
          read(parts);
        }
      }
      default -> throw new IllegalStateException("no left operand: " + link.kind());
    }
  }

  /** An expression that is no link of a chain. */
  private void readOperand(Expression expression) throws SourceException {
    switch (expression.kind()) {
      case NUMBER, STRING, REGEX, SELF, QUALIFIED -> {}
      case NAME -> state.bind((Expression.Name) expression, context);
      case STATIC -> checkInMethod(expression);
      case PARENT -> {
        if (checkInMethod(expression)) {
          String message = "'parent' can only be used to access attributes";
          state.reporter.report(message, expression);
        }
      }
      case UNARY, COALESCE, TERNARY, TUPLE -> read(Children.of(expression));
      default -> throw new IllegalStateException("no operand: " + expression.kind());
    }
  }

  /** Reports a use of {@code parent} or {@code static} outside methods; true inside. */
  private boolean checkInMethod(Expression word) throws SourceException {
    if (!context.isMethod()) {
      state.reporter.reportOutsideMethod(word);
    }
    return context.isMethod();
  }

  /**
   * The left side of an assignment.
   *
   * @param compound the assignment reads the target too
   */
  private void target(Expression target, boolean compound) throws SourceException {
    switch (target.kind()) {
      case NAME -> {
        Expression.Name name = (Expression.Name) target;
        state.reporter.checkWritable(name.name(), name);
        state.bind(name, context);
      }
      case ATTRIBUTE -> attributeTarget((Expression.Attribute) target);
      case SUBSCRIPT -> {
        Expression.Subscript subscript = (Expression.Subscript) target;
        if (compound && subscript.index() == null) {
          state.reporter.report(EMPTY_SUBSCRIPTION, target);
        }
        read(Children.of(target));
      }
      case SLICE -> {
        state.reporter.report("Cannot write to a [n..m] subscription", target);
        read(Children.of(target));
      }
      case TUPLE -> tupleTarget((Expression.Tuple) target, compound);
      case PARENT, STATIC -> {
        if (checkInMethod(target)) {
          state.reporter.report(Reporter.NOT_WRITABLE, target);
        }
      }
      default -> {
        state.reporter.report(Reporter.NOT_WRITABLE, target);
        read(target);
      }
    }
  }

  private void attributeTarget(Expression.Attribute target) throws SourceException {
    if (target.object().kind() != Expression.Kind.PARENT) {
      read(target.object());
    } else if (checkInMethod(target.object())) {
      state.reporter.report("Cannot store in parent class attributes!", target);
    }
  }

  private void tupleTarget(Expression.Tuple target, boolean compound) throws SourceException {
    if (compound) {
      state.reporter.report(Reporter.NOT_WRITABLE, target);
    }
    state.nesting.enter();
    for (Expression element : target.elements()) {
      target(element, false);
    }
    state.nesting.leave();
  }
}
