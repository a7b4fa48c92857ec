package org.jsaffire.resolve;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jsaffire.source.Diagnostic;
import org.jsaffire.source.Diagnostics;
import org.jsaffire.source.SourceException;
import org.jsaffire.source.SourceFile;
import org.jsaffire.source.Span;
import org.jsaffire.syntax.Children;
import org.jsaffire.syntax.Expression;
import org.jsaffire.syntax.Node;

/**
 * Reports errors. Outside methods the words {@code parent} and {@code static} are the first error
 * of their statement (language.md 2.7): they are looked for when a statement turns out to have an
 * error.
 */
final class Reporter {
  static final String NOT_WRITABLE = "Variable is not writable";

  private static final Set<String> READ_ONLY = Set.of("true", "false", "null");

  private final SourceFile file;
  private final Diagnostics diagnostics;
  private List<? extends Expression> statement = List.of();

  Reporter(SourceFile file, Diagnostics diagnostics) {
    this.file = file;
    this.diagnostics = diagnostics;
  }

  /**
   * Begins, or goes on with, a statement or initialiser.
   *
   * @param expressions of which it consists, in source order, without those of statements inside;
   *     empty in a method
   */
  void startStatement(List<? extends Expression> expressions) {
    statement = expressions;
  }

  void report(String message, Node node) throws SourceException {
    if (!diagnostics.isCollecting()) {
      reportWordsOutsideMethod();
    }
    report(diagnostic(message, node));
  }

  void report(Diagnostic diagnostic) throws SourceException {
    diagnostics.report(diagnostic);
  }

  /** Reports a name that cannot be bound. */
  void checkWritable(String name, Node node) throws SourceException {
    if (READ_ONLY.contains(name)) {
      report(NOT_WRITABLE, node);
    }
  }

  static boolean isReadOnly(String name) {
    return READ_ONLY.contains(name);
  }

  void reportOutsideMethod(Expression word) throws SourceException {
    report(outsideMethod(word));
  }

  private void reportWordsOutsideMethod() throws SourceException {
    Deque<Expression> rest = new ArrayDeque<>();
    pushReversed(statement, rest);
    while (!rest.isEmpty()) {
      Expression expression = rest.pop();
      if (isWord(expression)) {
        report(outsideMethod(expression));
      }
      pushReversed(Children.of(expression), rest);
    }
  }

  private static void pushReversed(List<? extends Expression> expressions, Deque<Expression> rest) {
    for (int i = expressions.size() - 1; i >= 0; i--) {
      rest.push(expressions.get(i));
    }
  }

  private static boolean isWord(Expression expression) {
    return expression.kind() == Expression.Kind.PARENT
        || expression.kind() == Expression.Kind.STATIC;
  }

  private Diagnostic outsideMethod(Expression word) {
    String text = word.kind() == Expression.Kind.PARENT ? "parent" : "static";
    return diagnostic("Cannot use " + text + " outside a method", word);
  }

  private Diagnostic diagnostic(String message, Node node) {
    Span span = new Span(node.start(), node.end());
    return new Diagnostic(Diagnostic.Kind.CHECK, message, file, span);
  }
}
