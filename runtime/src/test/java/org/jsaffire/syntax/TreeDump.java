package org.jsaffire.syntax;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A tree as nested lists, without positions. A block of one statement in the place of a body looks
 * like that statement, so that printed and parsed trees can be compared.
 */
final class TreeDump {
  private TreeDump() {}

  static String of(Program program) {
    return all(
        "program",
        list(program.imports(), i -> all("import", i.name().text(), i.alias())),
        list(program.statements(), TreeDump::of));
  }

  static String of(Statement s) {
    if (s == null) {
      return "-";
    }
    return switch (s.kind()) {
      case CLASS -> {
        var c = (TypeDefinition.ClassDefinition) s;
        yield all(
            "class",
            of(c.modifiers()),
            c.name(),
            of(c.parent()),
            list(c.interfaces(), TreeDump::of),
            list(c.members(), TreeDump::of));
      }
      case INTERFACE -> {
        var i = (TypeDefinition.InterfaceDefinition) s;
        yield all(
            "interface",
            of(i.modifiers()),
            i.name(),
            list(i.inherited(), TreeDump::of),
            list(i.members(), TreeDump::of));
      }
      case BLOCK -> "{" + plain(((Statement.Block) s).statements(), TreeDump::of) + "}";
      case EXPRESSIONS -> list(((Statement.Expressions) s).expressions(), TreeDump::of) + ";";
      case LABEL -> ((Statement.Label) s).name() + ":";
      case BREAK -> "break";
      case BREAK_ELSE -> "breakelse";
      case CONTINUE -> "continue";
      case RETURN -> all("return", of(((Statement.Return) s).value()));
      case THROW -> all("throw", of(((Statement.Throw) s).value()));
      case GOTO -> all("goto", ((Statement.Goto) s).label());
      case IF -> {
        var i = (Statement.If) s;
        yield all("if", of(i.condition()), body(i.then()), body(i.otherwise()));
      }
      case SWITCH -> {
        var w = (Statement.Switch) s;
        yield all(
            "switch",
            of(w.subject()),
            list(w.cases(), c -> all("case", of(c.value()), list(c.body(), TreeDump::of))));
      }
      case WHILE -> {
        var w = (Statement.While) s;
        yield all("while", of(w.condition()), body(w.body()), body(w.otherwise()));
      }
      case DO_WHILE -> {
        var d = (Statement.DoWhile) s;
        yield all("do", body(d.body()), of(d.condition()));
      }
      case FOR -> {
        var f = (Statement.For) s;
        yield all(
            "for",
            list(f.init(), TreeDump::of),
            of(f.test()),
            list(f.step(), TreeDump::of),
            body(f.body()));
      }
      case FOREACH -> {
        var f = (Statement.Foreach) s;
        yield all(
            "foreach",
            of(f.subject()),
            list(f.targets(), TreeDump::of),
            body(f.body()),
            body(f.otherwise()));
      }
      case TRY -> {
        var t = (Statement.Try) s;
        yield all(
            "try",
            of(t.body()),
            list(t.catches(), c -> all("catch", of(c.type()), of(c.variable()), of(c.body()))),
            of(t.lastly()));
      }
    };
  }

  private static String body(Statement s) {
    boolean single = s instanceof Statement.Block b && b.statements().size() == 1;
    return of(single ? ((Statement.Block) s).statements().get(0) : s);
  }

  static String of(Expression e) {
    if (e == null) {
      return "-";
    }
    return switch (e.kind()) {
      case NUMBER -> ((Expression.NumberLiteral) e).value().toString();
      case STRING -> "\"" + ((Expression.StringLiteral) e).value() + "\"";
      case REGEX -> {
        var r = (Expression.RegexLiteral) e;
        yield "/" + r.pattern() + "/" + r.flags();
      }
      case NAME -> ((Expression.Name) e).name();
      case QUALIFIED -> ((Expression.Qualified) e).name().text();
      case SELF -> "self";
      case PARENT -> "parent";
      case STATIC -> "static";
      case UNARY -> {
        var u = (Expression.Unary) e;
        yield all(u.operator().text(), of(u.operand()));
      }
      case BINARY -> {
        var b = (Expression.Binary) e;
        yield all(b.operator().text(), of(b.left()), of(b.right()));
      }
      case AND -> all("&&", of(((Expression.And) e).left()), of(((Expression.And) e).right()));
      case OR -> all("||", of(((Expression.Or) e).left()), of(((Expression.Or) e).right()));
      case COALESCE -> {
        var c = (Expression.Coalesce) e;
        yield all("??", of(c.left()), of(c.right()));
      }
      case TERNARY -> {
        var t = (Expression.Ternary) e;
        yield all("?", of(t.condition()), of(t.whenTrue()), of(t.whenFalse()));
      }
      case ATTRIBUTE -> {
        var a = (Expression.Attribute) e;
        yield all(".", of(a.object()), a.name());
      }
      case CALL -> {
        var c = (Expression.Call) e;
        yield all("call", of(c.callee()), list(c.arguments(), TreeDump::of), of(c.spread()));
      }
      case SUBSCRIPT -> {
        var s = (Expression.Subscript) e;
        yield all("[]", of(s.object()), of(s.index()));
      }
      case SLICE -> {
        var s = (Expression.Slice) e;
        yield all("[..]", of(s.object()), of(s.from()), of(s.to()));
      }
      case DATASTRUCTURE -> {
        var d = (Expression.Datastructure) e;
        yield all("[[]]", of(d.type()), list(d.elements(), x -> list(x, TreeDump::of)));
      }
      case TUPLE -> all("tuple", plain(((Expression.Tuple) e).elements(), TreeDump::of));
      case ASSIGN -> {
        var a = (Expression.Assign) e;
        String operator = a.operator() == null ? "" : a.operator().text();
        yield all(operator + "=", of(a.target()), of(a.value()));
      }
      case MULTI_ASSIGN -> {
        var m = (Expression.MultiAssign) e;
        yield all("multi=", list(m.targets(), TreeDump::of), list(m.values(), TreeDump::of));
      }
    };
  }

  private static String of(TypeDefinition.Member member) {
    if (member instanceof TypeDefinition.Constant c) {
      return all("constant", c.name(), of(c.value()));
    }
    if (member instanceof TypeDefinition.Property p) {
      return all("property", of(p.modifiers()), p.name(), of(p.initial()));
    }
    var m = (TypeDefinition.Method) member;
    return all(
        "method", of(m.modifiers()), m.name(), list(m.parameters(), TreeDump::of), of(m.body()));
  }

  private static String of(TypeDefinition.Parameter p) {
    String name = (p.variadic() ? "..." : "") + p.name();
    return p.hint() == null && p.initial() == null
        ? name
        : all(of(p.hint()), name, of(p.initial()));
  }

  private static String of(QualifiedName name) {
    return name == null ? "-" : name.text();
  }

  private static String of(TypeDefinition.Modifiers m) {
    return (m.visibility() == null
            ? "-"
            : m.visibility().toString().toLowerCase(java.util.Locale.ROOT))
        + (m.isStatic() ? " static" : "")
        + (m.isAbstract() ? " abstract" : "")
        + (m.isFinal() ? " final" : "");
  }

  private static <T> String list(List<? extends T> items, Function<T, String> text) {
    return "[" + plain(items, text) + "]";
  }

  private static <T> String plain(List<? extends T> items, Function<T, String> text) {
    return items.stream().map(text).collect(Collectors.joining(" "));
  }

  private static String all(String... parts) {
    return "(" + plain(List.of(parts), Objects::toString) + ")";
  }
}
