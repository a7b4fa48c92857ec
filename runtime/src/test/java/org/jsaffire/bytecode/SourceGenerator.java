package org.jsaffire.bytecode;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Writes random programs that compile, end, and print what they do: nested loops, switches, {@code
 * try} statements and jumps of all kinds among them. Programs of one seed are the same.
 */
public final class SourceGenerator {
  private static final int MAX_DEPTH = 5;

  private final Random random;
  private final StringBuilder out = new StringBuilder();
  private final List<String> openLabels = new ArrayList<>();
  private int loops;
  private int breakables;
  private boolean isMethod;
  private int counter;

  /** Statements that may still be written before only simple ones are. */
  private int room = 150;

  public SourceGenerator(Random random) {
    this.random = random;
  }

  public String program() {
    out.append("import io;\n");
    out.append("class Oops extends exception { }\n");
    out.append("class Thing {\n  public property p = ").append(1 + random.nextInt(9)).append(";\n");
    out.append("  public method even?(n) { return n % 2 == 0; }\n");
    int methods = 1 + random.nextInt(3);
    isMethod = true;
    for (int i = 0; i < methods; i++) {
      out.append("  public method m").append(i).append("(a, b = ").append(i).append(") {\n");
      out.append("    steps = 0; c = a; d = \"\";\n");
      block(2, 3 + random.nextInt(4));
      out.append("    return c;\n  }\n");
    }
    isMethod = false;
    out.append("}\n");
    out.append("steps = 0; a = 3; b = 4; c = 5; d = \"x\"; t = Thing();\n");
    block(0, 4 + random.nextInt(5));
    for (int i = 0; i < methods; i++) {
      out.append("try { io.println(t.m").append(i).append("(").append(random.nextInt(5));
      out.append(")); } catch (exception e) { io.println(\"caught \", e.getMessage()); }\n");
    }
    out.append("io.println(a, \" \", b, \" \", c, \" \", d);\n");
    return out.toString();
  }

  private void block(int depth, int count) {
    for (int i = 0; i < count; i++) {
      statement(depth);
    }
  }

  private void nested(int depth) {
    out.append("{ ");
    block(depth + 1, 1 + random.nextInt(3));
    out.append("}\n");
  }

  private void statement(int depth) {
    if (depth > MAX_DEPTH || --room < 0) {
      simple();
      return;
    }
    switch (random.nextInt(12)) {
      case 0 -> {
        out.append("if (").append(condition()).append(") ");
        nested(depth);
        if (random.nextBoolean()) {
          out.append("else ");
          nested(depth);
        }
      }
      case 1 -> whileLoop(depth);
      case 2 -> forLoop(depth);
      case 3 -> foreachLoop(depth);
      case 4 -> choice(depth);
      case 5, 6 -> attempt(depth);
      case 7 -> jump();
      case 8 -> label(depth);
      default -> simple();
    }
  }

  private void simple() {
    switch (random.nextInt(7)) {
      case 0 -> out.append("a = ").append(expression(0)).append(";\n");
      case 1 -> out.append("b += ").append(expression(0)).append(";\n");
      case 2 -> out.append("c, b = b, ").append(expression(1)).append(";\n");
      case 3 -> out.append("d = \"").append((char) ('a' + random.nextInt(26))).append("\";\n");
      case 4 ->
          out.append("x")
              .append(random.nextInt(3))
              .append(" = ")
              .append(expression(0))
              .append(";\n");
      default -> out.append("io.println(").append(expression(0)).append(");\n");
    }
  }

  private String expression(int depth) {
    if (depth > 2) {
      return atom();
    }
    return switch (random.nextInt(9)) {
      case 0 -> "(" + expression(depth + 1) + " + " + expression(depth + 1) + ")";
      case 1 -> "(" + expression(depth + 1) + " - " + expression(depth + 1) + ")";
      case 2 ->
          "(" + condition() + " ? " + expression(depth + 1) + " : " + expression(depth + 1) + ")";
      case 3 -> "(" + atom() + " ?? " + expression(depth + 1) + ")";
      case 4 -> "list[[" + expression(depth + 1) + ", " + atom() + "]][" + random.nextInt(3) + "]";
      default -> atom();
    };
  }

  private String atom() {
    String[] names = {"a", "b", "c"};
    return random.nextInt(3) == 0
        ? Integer.toString(random.nextInt(10))
        : names[random.nextInt(names.length)];
  }

  private String condition() {
    String[] comparisons = {" < ", " == ", " != ", " > ", " <= ", " >= "};
    String test = atom() + comparisons[random.nextInt(comparisons.length)] + atom();
    return switch (random.nextInt(6)) {
      case 0 -> test + " && " + atom() + " < 7";
      case 3 -> (isMethod ? "self" : "t") + ".even?(" + atom() + ")";
      case 1 -> test + " || " + atom() + " > 7";
      case 2 -> "!(" + test + ")";
      default -> test;
    };
  }

  /** All loops together go round a few dozen times at most. */
  private String bound() {
    return "steps < " + (10 + random.nextInt(40));
  }

  private void body(int depth) {
    loops++;
    breakables++;
    out.append("{ steps += 1; ");
    block(depth + 1, 1 + random.nextInt(3));
    out.append("}\n");
    loops--;
    breakables--;
  }

  private void otherwise(int depth) {
    if (random.nextBoolean()) {
      out.append("else ");
      nested(depth);
    }
  }

  private void whileLoop(int depth) {
    if (random.nextInt(3) == 0) {
      out.append("do ");
      body(depth);
      out.append("while (").append(bound()).append(" && ").append(condition()).append(");\n");
      return;
    }
    out.append("while (").append(bound()).append(" && ").append(condition()).append(") ");
    body(depth);
    otherwise(depth);
  }

  private void forLoop(int depth) {
    String name = "i" + counter++;
    out.append("for (").append(name).append(" = 0; ").append(name).append(" < 4 && ");
    out.append(bound()).append("; ").append(name).append(" += 1) ");
    body(depth);
  }

  private void foreachLoop(int depth) {
    String[] targets = {" as v", " as k, v", " as k, v, m"};
    out.append("foreach (list[[1, a, \"z\"]]").append(targets[random.nextInt(3)]).append(") ");
    body(depth);
    otherwise(depth);
  }

  private void choice(int depth) {
    out.append("switch (").append(atom()).append(") { ");
    breakables++;
    int cases = 1 + random.nextInt(3);
    int byDefault = random.nextInt(4);
    for (int i = 0; i <= cases; i++) {
      if (i == byDefault) {
        out.append("default: ");
      } else {
        out.append("case ").append(expression(2)).append(": ");
      }
      block(depth + 1, random.nextInt(3));
      if (random.nextBoolean()) {
        out.append(random.nextInt(4) == 0 ? "breakelse;\n" : "break;\n");
      }
    }
    breakables--;
    out.append("}\n");
  }

  private void attempt(int depth) {
    out.append("try ");
    nested(depth);
    String[] types = {"Oops", "exception", "typeException", "indexException"};
    for (int i = random.nextInt(2); i >= 0; i--) {
      out.append("catch (").append(types[random.nextInt(types.length)]).append(" e) ");
      nested(depth);
    }
    if (random.nextBoolean()) {
      out.append("finally ");
      nested(depth);
    }
  }

  private void jump() {
    out.append("if (").append(condition()).append(") { ");
    switch (random.nextInt(6)) {
      case 0 -> out.append(breakables > 0 ? "break;" : "c = 1;");
      case 1 -> out.append(loops > 0 ? "continue;" : "c = 2;");
      case 2 -> out.append(breakables > 0 ? "breakelse;" : "c = 3;");
      case 3 -> out.append(isMethod ? "return " + expression(1) + ";" : "c = 4;");
      case 4 -> {
        if (openLabels.isEmpty()) {
          out.append("c = 5;");
        } else {
          out.append("goto ").append(openLabels.get(random.nextInt(openLabels.size()))).append(";");
        }
      }
      default -> out.append("throw Oops(\"o").append(random.nextInt(9)).append("\");");
    }
    out.append(" }\n");
  }

  /** A label behind some statements, which may jump to it. */
  private void label(int depth) {
    String name = "L" + counter++;
    openLabels.add(name);
    block(depth + 1, 1 + random.nextInt(3));
    openLabels.remove(openLabels.size() - 1);
    out.append(name).append(":\n");
  }
}
