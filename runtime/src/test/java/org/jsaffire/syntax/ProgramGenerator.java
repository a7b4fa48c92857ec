package org.jsaffire.syntax;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jsaffire.source.SourceFile;

/**
 * Makes random trees that a parser could have made, all positions being 0. They follow the grammar
 * only: labels, targets and modifiers need not make sense.
 */
public final class ProgramGenerator {
  private static final String[] NAMES = {
    "a", "b2", "x?", "not", "const", "from", "true", "null", "self?", "b1?", "_", "string", "io"
  };
  private static final String[] MEMBERS = {"m", "b1", "b010", "q?", "not", "const", "length", "T"};
  private static final String[] PATTERNS = {"a", "=", "\\/\\\\", "[a-z]+(b|c)", "^ $", "é"};
  private static final String STRING_CHARACTERS = "ab 0\n\t\r\u0000\"'\\é/{}\u0085\uFEFF";

  private final Random random;

  public ProgramGenerator(Random random) {
    this.random = random;
  }

  public Program program() {
    List<Program.ImportItem> imports = list(2, this::importItem);
    List<Statement> statements =
        list(6, () -> random.nextInt(3) == 0 ? definition() : statement(4));
    return new Program(new SourceFile("/x.sf", ""), imports, statements, 0, 0);
  }

  private Program.ImportItem importItem() {
    QualifiedName name = qualifiedName();
    return new Program.ImportItem(name, random.nextBoolean() ? name.last() : name(), 0, 0);
  }

  private TypeDefinition definition() {
    if (random.nextInt(3) == 0) {
      return new TypeDefinition.InterfaceDefinition(
          modifiers(), name(), list(2, this::qualifiedName), list(3, this::bodiless), 0, 0);
    }
    QualifiedName parent = random.nextBoolean() ? qualifiedName() : null;
    return new TypeDefinition.ClassDefinition(
        modifiers(), name(), parent, list(2, this::qualifiedName), list(4, this::member), 0, 0);
  }

  private TypeDefinition.Member bodiless() {
    return switch (random.nextInt(3)) {
      case 0 -> new TypeDefinition.Constant(memberName(), scalar(), 0, 0);
      case 1 -> new TypeDefinition.Property(memberModifiers(), memberName(), null, 0, 0);
      default ->
          new TypeDefinition.Method(memberModifiers(), memberName(), parameters(), null, 0, 0);
    };
  }

  private TypeDefinition.Member member() {
    return switch (random.nextInt(4)) {
      case 0 -> bodiless();
      case 1 -> new TypeDefinition.Property(memberModifiers(), memberName(), expression(3), 0, 0);
      default ->
          new TypeDefinition.Method(memberModifiers(), memberName(), parameters(), block(3), 0, 0);
    };
  }

  private TypeDefinition.Modifiers modifiers() {
    boolean isAbstract = random.nextInt(4) == 0;
    boolean isFinal = !isAbstract && random.nextInt(4) == 0;
    return new TypeDefinition.Modifiers(null, random.nextInt(4) == 0, isAbstract, isFinal);
  }

  private TypeDefinition.Modifiers memberModifiers() {
    TypeDefinition.Modifiers m = modifiers();
    TypeDefinition.Visibility[] all = TypeDefinition.Visibility.values();
    return new TypeDefinition.Modifiers(
        all[random.nextInt(all.length)], m.isStatic(), m.isAbstract(), m.isFinal());
  }

  private List<TypeDefinition.Parameter> parameters() {
    List<TypeDefinition.Parameter> parameters = list(3, () -> parameter(false));
    if (random.nextInt(3) == 0) {
      parameters = new ArrayList<>(parameters);
      parameters.add(parameter(true));
    }
    return parameters;
  }

  private TypeDefinition.Parameter parameter(boolean variadic) {
    QualifiedName hint = random.nextBoolean() ? qualifiedName() : null;
    Expression initial = !variadic && random.nextInt(3) == 0 ? scalar() : null;
    return new TypeDefinition.Parameter(hint, name(), initial, variadic, 0, 0);
  }

  private Statement.Block block(int depth) {
    return new Statement.Block(list(3, () -> statement(depth)), 0, 0);
  }

  private Statement elseBody(int depth) {
    return random.nextBoolean() ? statement(depth) : null;
  }

  private Statement statement(int depth) {
    int d = depth - 1;
    return switch (random.nextInt(depth > 0 ? 22 : 12)) {
      case 0 -> new Statement.Break(0, 0);
      case 1 -> new Statement.BreakElse(0, 0);
      case 2 -> new Statement.Continue(0, 0);
      case 3 -> new Statement.Label(name(), 0, 0);
      case 4 -> new Statement.Goto(name(), 0, 0);
      case 5 -> new Statement.Return(random.nextBoolean() ? expression(3) : null, 0, 0);
      case 6 -> new Statement.Throw(expression(3), 0, 0);
      case 7 -> new Statement.Expressions(List.of(), 0, 0);
      case 8, 9, 10, 11 -> new Statement.Expressions(assignments(), 0, 0);
      case 12, 13 -> block(d);
      case 14, 15 -> new Statement.If(expression(3), statement(d), elseBody(d), 0, 0);
      case 16 -> new Statement.Switch(expression(2), some(() -> switchCase(d)), 0, 0);
      case 17 -> new Statement.While(expression(3), statement(d), elseBody(d), 0, 0);
      case 18 -> new Statement.DoWhile(statement(d), expression(3), 0, 0);
      case 19 -> forStatement(d);
      case 20 ->
          new Statement.Foreach(
              expression(3), atMost(3, some(this::nameNode)), statement(d), elseBody(d), 0, 0);
      default -> tryStatement(d);
    };
  }

  private Statement.Case switchCase(int depth) {
    Expression value = random.nextInt(4) == 0 ? null : expression(2);
    return new Statement.Case(value, list(2, () -> statement(depth)), 0, 0);
  }

  private Statement forStatement(int depth) {
    List<Expression> init = list(2, () -> assignment(2));
    Expression test = random.nextBoolean() ? assignment(2) : null;
    return new Statement.For(init, test, list(2, () -> assignment(2)), statement(depth), 0, 0);
  }

  private Statement tryStatement(int depth) {
    List<Statement.Catch> catches =
        some(() -> new Statement.Catch(qualifiedName(), nameNode(), block(depth), 0, 0));
    return new Statement.Try(
        block(depth), catches, random.nextBoolean() ? block(depth) : null, 0, 0);
  }

  /** An expression statement's list, such that it is no assignment to several targets. */
  private List<Expression> assignments() {
    if (random.nextInt(5) == 0) {
      List<Expression> targets = new ArrayList<>(some(this::target));
      targets.add(target());
      return List.of(new Expression.MultiAssign(targets, some(() -> expression(2)), 0, 0, 0));
    }
    List<Expression> list = new ArrayList<>();
    list.add(
        random.nextBoolean()
            ? assign(3)
            : new Expression.Call(expression(2), List.of(), null, 0, 0, 0));
    list.addAll(list(2, () -> assignment(2)));
    return list;
  }

  private Expression assignment(int depth) {
    return random.nextBoolean() ? assign(depth) : expression(depth);
  }

  private Expression assign(int depth) {
    BinaryOperator[] operators = BinaryOperator.values();
    BinaryOperator operator = operators[random.nextInt(operators.length)];
    return new Expression.Assign(
        random.nextInt(4) == 0 ? expression(1) : target(),
        operator.isArithmetic() ? operator : null,
        random.nextInt(4) == 0 && depth > 0 ? assign(depth - 1) : expression(depth),
        0,
        0,
        0);
  }

  private Expression target() {
    return switch (random.nextInt(5)) {
      case 0 -> new Expression.Attribute(expression(1), memberName(), 0, 0, 0);
      case 1 -> new Expression.Subscript(expression(1), optional(1), 0, 0, 0);
      case 2 -> new Expression.Tuple(some(this::nameNode), 0, 0);
      default -> nameNode();
    };
  }

  /** An expression without assignments. */
  public Expression expression(int depth) {
    int d = depth - 1;
    return switch (random.nextInt(depth > 0 ? 26 : 10)) {
      case 0 -> new Expression.NumberLiteral(number(), 0, 0);
      case 1 -> new Expression.StringLiteral(string(), 0, 0);
      case 2 -> new Expression.RegexLiteral(pick(PATTERNS), random.nextBoolean() ? "im" : "", 0, 0);
      case 3 -> new Expression.Self(0, 0);
      case 4 -> new Expression.Parent(0, 0);
      case 5 -> new Expression.Static(0, 0);
      case 6 -> new Expression.Qualified(qualified(), 0, 0);
      case 7, 8, 9 -> nameNode();
      case 10, 11 -> unary(d);
      case 12, 13, 14, 15 -> binary(d);
      case 16 -> new Expression.And(expression(d), expression(d), 0, 0);
      case 17 -> new Expression.Or(expression(d), expression(d), 0, 0);
      case 18 -> new Expression.Coalesce(expression(d), expression(d), 0, 0);
      case 19 -> new Expression.Ternary(expression(d), expression(d), expression(d), 0, 0);
      case 20 -> new Expression.Attribute(expression(d), memberName(), 0, 0, 0);
      case 21 ->
          new Expression.Call(expression(d), list(3, () -> expression(d)), optional(d), 0, 0, 0);
      case 22 -> new Expression.Subscript(expression(d), optional(d), 0, 0, 0);
      case 23 -> new Expression.Slice(expression(d), optional(d), optional(d), 0, 0, 0);
      case 24 ->
          new Expression.Datastructure(
              expression(d), list(3, () -> some(() -> expression(d))), 0, 0, 0);
      default -> new Expression.Tuple(some(() -> expression(d)), 0, 0);
    };
  }

  private Expression optional(int depth) {
    return random.nextInt(3) == 0 ? null : expression(depth);
  }

  private Expression unary(int depth) {
    UnaryOperator[] operators = UnaryOperator.values();
    return new Expression.Unary(
        operators[random.nextInt(operators.length)], expression(depth), 0, 0);
  }

  private Expression binary(int depth) {
    BinaryOperator[] operators = BinaryOperator.values();
    BinaryOperator operator = operators[random.nextInt(operators.length)];
    return new Expression.Binary(operator, expression(depth), expression(depth), 0, 0, 0);
  }

  private Expression scalar() {
    return switch (random.nextInt(4)) {
      case 0 -> new Expression.StringLiteral(string(), 0, 0);
      case 1 -> new Expression.RegexLiteral(pick(PATTERNS), "", 0, 0);
      case 2 -> new Expression.Name(pick("true", "false", "null"), 0, 0);
      default -> new Expression.NumberLiteral(number(), 0, 0);
    };
  }

  private Number number() {
    return switch (random.nextInt(6)) {
      case 0 -> new BigInteger(200, random).negate().subtract(BigInteger.TWO.pow(64));
      case 1 -> new BigInteger(200, random).add(BigInteger.TWO.pow(64));
      case 2 -> new BigDecimal(new BigInteger(80, random), 1 + random.nextInt(40));
      case 3 -> new BigDecimal(BigInteger.valueOf(random.nextLong()), 1);
      case 4 -> random.nextLong();
      default -> (long) random.nextInt(20) - 10;
    };
  }

  private String string() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(8); i > 0; i--) {
      int code = random.nextInt(Character.MAX_CODE_POINT + 1);
      boolean usual = random.nextBoolean() || Character.getType(code) == Character.SURROGATE;
      text.appendCodePoint(
          usual ? STRING_CHARACTERS.charAt(random.nextInt(STRING_CHARACTERS.length())) : code);
    }
    return text.toString();
  }

  private Expression.Name nameNode() {
    return new Expression.Name(name(), 0, 0);
  }

  private String name() {
    return pick(NAMES);
  }

  private String memberName() {
    return pick(MEMBERS);
  }

  private QualifiedName qualifiedName() {
    return random.nextBoolean() ? new QualifiedName(false, List.of(name()), 0, 0) : qualified();
  }

  /** A name that is no simple name. */
  private QualifiedName qualified() {
    boolean absolute = random.nextBoolean();
    List<String> parts = new ArrayList<>(some(this::name));
    if (!absolute) {
      parts.add(name());
    }
    return new QualifiedName(absolute, parts, 0, 0);
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private static <T> List<T> atMost(int count, List<T> items) {
    return items.subList(0, Math.min(count, items.size()));
  }

  /** One item or more. */
  private <T> List<T> some(Supplier<T> item) {
    List<T> items = new ArrayList<>();
    do {
      items.add(item.get());
    } while (random.nextInt(3) == 0);
    return items;
  }

  private <T> List<T> list(int most, Supplier<T> item) {
    List<T> items = new ArrayList<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      items.add(item.get());
    }
    return items;
  }
}
