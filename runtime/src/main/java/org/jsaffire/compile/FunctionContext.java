package org.jsaffire.compile;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jsaffire.bytecode.CodeBuilder;
import org.jsaffire.bytecode.Constants;
import org.jsaffire.bytecode.Opcode;
import org.jsaffire.source.Nesting;
import org.jsaffire.source.SourceFile;
import org.jsaffire.syntax.Expression;
import org.jsaffire.syntax.QualifiedName;

/** What the parts of the compiler share while they work on one method or top level. */
final class FunctionContext {
  final CodeBuilder code;
  final Names names;
  final Nesting nesting;
  private final SourceFile file;

  /** The name of the method, or null at the top level. */
  private final String method;

  FunctionContext(CodeBuilder code, Names names, SourceFile file, String method, Nesting nesting) {
    this.code = code;
    this.names = names;
    this.file = file;
    this.nesting = nesting;
    this.method = method;
  }

  /** What follows belongs to the line of an offset. */
  void line(int offset) {
    code.line(file.line(offset));
  }

  boolean isMethod() {
    return method != null;
  }

  /** The result of the method must be a boolean. */
  boolean isBooleanMethod() {
    return method != null && method.endsWith("?");
  }

  int constant(Object value) {
    return code.constant(value);
  }

  /** The full name of a qualified name in this file (language.md 3.2). */
  String qualify(QualifiedName name) {
    return qualify(names.namespace(), name);
  }

  static String qualify(String namespace, QualifiedName name) {
    if (name.absolute()) {
      return name.text();
    }
    return (namespace.equals("\\") ? "\\" : namespace + "\\") + name.text();
  }

  /** A type name as a constant. */
  Constants.TypeReference typeReference(QualifiedName name) {
    return name.isSimple()
        ? new Constants.TypeReference(name.text(), null, names.global(name.text()))
        : new Constants.TypeReference(name.text(), qualify(name), -1);
  }

  /** Pushes a literal. */
  void literal(Object value) {
    if (value instanceof Long number
        && number >= CodeBuilder.MIN_INTEGER
        && number <= CodeBuilder.MAX_INTEGER) {
      code.emit(Opcode.INT, number.intValue());
    } else if (value instanceof Boolean truth) {
      code.emit(truth ? Opcode.TRUE : Opcode.FALSE);
    } else if (value == Constants.Null.NULL) {
      code.emit(Opcode.NULL);
    } else {
      code.emit(Opcode.CONST, constant(value));
    }
  }

  /** The value of a literal, or of one of the names true, false and null; else null. */
  static Object literalValue(Expression expression) {
    return switch (expression.kind()) {
      case NUMBER -> number(((Expression.NumberLiteral) expression).value());
      case STRING -> ((Expression.StringLiteral) expression).value();
      case REGEX -> {
        Expression.RegexLiteral regex = (Expression.RegexLiteral) expression;
        yield new Constants.Regex(regex.pattern(), regex.flags());
      }
      case NAME -> singleton(((Expression.Name) expression).name());
      default -> null;
    };
  }

  private static Object number(Number value) {
    if (value instanceof BigInteger || value instanceof BigDecimal || value instanceof Long) {
      return value;
    }
    return value.longValue();
  }

  private static Object singleton(String name) {
    return switch (name) {
      case "true" -> true;
      case "false" -> false;
      case "null" -> Constants.Null.NULL;
      default -> null;
    };
  }
}
