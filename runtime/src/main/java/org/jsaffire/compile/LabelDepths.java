package org.jsaffire.compile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsaffire.syntax.Statement;

/** How many {@code finally} parts each label of a body lies under, for jumps to it. */
final class LabelDepths {
  private final Map<String, Integer> depths = new HashMap<>();

  private LabelDepths() {}

  static Map<String, Integer> of(List<? extends Statement> statements) {
    LabelDepths walk = new LabelDepths();
    walk.all(statements, 0);
    return walk.depths;
  }

  private void all(List<? extends Statement> statements, int depth) {
    for (Statement statement : statements) {
      walk(statement, depth);
    }
  }

  private void walk(Statement statement, int depth) {
    switch (statement.kind()) {
      case LABEL -> depths.put(((Statement.Label) statement).name(), depth);
      case BLOCK -> all(((Statement.Block) statement).statements(), depth);
      case IF -> {
        Statement next = statement;
        while (next instanceof Statement.If branch) {
          walk(branch.then(), depth);
          next = branch.otherwise();
        }
        optional(next, depth);
      }
      case SWITCH -> {
        for (Statement.Case part : ((Statement.Switch) statement).cases()) {
          all(part.body(), depth);
        }
      }
      case WHILE -> {
        walk(((Statement.While) statement).body(), depth);
        optional(((Statement.While) statement).otherwise(), depth);
      }
      case DO_WHILE -> walk(((Statement.DoWhile) statement).body(), depth);
      case FOR -> walk(((Statement.For) statement).body(), depth);
      case FOREACH -> {
        walk(((Statement.Foreach) statement).body(), depth);
        optional(((Statement.Foreach) statement).otherwise(), depth);
      }
      case TRY -> {
        Statement.Try guard = (Statement.Try) statement;
        int inner = guard.lastly() == null ? depth : depth + 1;
        walk(guard.body(), inner);
        for (Statement.Catch part : guard.catches()) {
          walk(part.body(), inner);
        }
        optional(guard.lastly(), depth);
      }
      case CLASS, INTERFACE, EXPRESSIONS, BREAK, BREAK_ELSE, CONTINUE, RETURN, THROW, GOTO -> {}
    }
  }

  private void optional(Statement statement, int depth) {
    if (statement != null) {
      walk(statement, depth);
    }
  }
}
