package org.jsaffire.object;

/**
 * Operators with their coercion and fallbacks (language.md 4.14, 4.15). The machine handles the
 * plainest cases itself and comes here for all others; every answer here is complete.
 */
public final class Operators {
  private Operators() {}

  /** {@code left op right} for the arithmetic operators ADD to SHR. */
  public static Value arithmetic(Invoker in, Operator op, Value left, Value right) {
    if (left instanceof Numerical a && right instanceof Numerical b) {
      return numerical(op, a, b);
    }
    if (op == Operator.ADD && left instanceof Str a && right instanceof Str b) {
      return add(in, a, b);
    }
    if (op.compareTo(Operator.MOD) <= 0 && Numbers.isNumber(left) && Numbers.isNumber(right)) {
      return decimal(op, toDouble(left), toDouble(right));
    }
    MethodMember method = op.find(left);
    if (method != null && isDirect(method, right)) {
      return in.call(method, left, right);
    }
    Value l = left;
    Value r = right;
    if (effectiveType(l) != effectiveType(r)) {
      TupleObject pair = coerce(in, l, r);
      l = pair.get(0);
      r = pair.get(1);
      method = op.find(l);
    }
    if (method == null) {
      throw op.missing(l);
    }
    return in.call(method, l, r);
  }

  static Str add(Invoker in, Str a, Str b) {
    if ((long) a.units() + b.units() >= 1024) {
      in.charge(2L * b.units());
    }
    return a.concat(b);
  }

  private static Value numerical(Operator op, Numerical a, Numerical b) {
    return switch (op) {
      case ADD -> a.add(b);
      case SUB -> a.subtract(b);
      case MUL -> a.multiply(b);
      case DIV -> a.divide(b);
      case MOD -> a.remainder(b);
      case AND -> a.and(b);
      case OR -> a.or(b);
      case XOR -> a.xor(b);
      case SHL -> a.shiftLeft(b);
      case SHR -> a.shiftRight(b);
      default -> throw new IllegalStateException("no arithmetic operator: " + op);
    };
  }

  private static Value decimal(Operator op, DoubleValue a, DoubleValue b) {
    return switch (op) {
      case ADD -> a.add(b);
      case SUB -> a.subtract(b);
      case MUL -> a.multiply(b);
      case DIV -> a.divide(b);
      case MOD -> a.remainder(b);
      default -> throw new IllegalStateException("no operator of double: " + op);
    };
  }

  /** A native operator method takes the operand as it is, before any coercion. */
  private static boolean isDirect(MethodMember method, Value right) {
    for (int i = 0; i < method.count(); i++) {
      if (method.overload(i) instanceof NativeMethod nativeMethod
          && nativeMethod.parameterCount() == 1
          && nativeMethod.signature().parameters()[0].mask() != 0
          && nativeMethod.signature().accepts(0, right)) {
        return true;
      }
    }
    return false;
  }

  /** User objects of all classes have one effective type; classes count among them. */
  private static TypeTag effectiveType(Value value) {
    TypeTag tag = value.tag();
    return tag == TypeTag.BASE ? TypeTag.USER : tag;
  }

  /**
   * Makes the operands of one type (language.md 4.15).
   *
   * @return two values of the same effective type
   * @throws ScriptException typeException or coerceException
   */
  static TupleObject coerce(Invoker in, Value left, Value right) {
    MethodMember method = left instanceof ClassObject ? null : left.layout().findMethod("__coerce");
    if (method == null) {
      return coerceNumbers(left, right);
    }
    if (!(in.call(method, left, right).unwrap() instanceof TupleObject pair)) {
      throw Errors.of(Exceptions.COERCE, "__coerce() must return a tuple[[]]");
    }
    if (pair.size() != 2) {
      throw Errors.of(Exceptions.COERCE, "__coerce() must return a tuple[[]] with 2 elements");
    }
    if (effectiveType(pair.get(0)) != effectiveType(pair.get(1))) {
      throw Errors.of(
          Exceptions.COERCE, "__coerce() must return a tuple[[]] with 2 elements of the same type");
    }
    return pair;
  }

  private static TupleObject coerceNumbers(Value left, Value right) {
    if (canCoerceNumbers(left, right)) {
      return TupleObject.of(toDouble(left.unwrap()), toDouble(right.unwrap()));
    }
    throw cannotCoerce(left, right);
  }

  private static boolean canCoerceNumbers(Value left, Value right) {
    return isNumber(left.tag()) && isNumber(right.tag());
  }

  private static boolean isNumber(TypeTag tag) {
    return tag == TypeTag.NUMERICAL || tag == TypeTag.DOUBLE;
  }

  private static DoubleValue toDouble(Value value) {
    return value instanceof DoubleValue number ? number : DoubleValue.of((Numerical) value);
  }

  static ScriptException cannotCoerce(Value left, Value right) {
    return Errors.type(
        "'"
            + Conversions.typeName(left)
            + "' and '"
            + Conversions.typeName(right)
            + "' cannot be coerced.");
  }

  /** A unary operator other than {@code !}. */
  public static Value unary(Invoker in, Operator op, Value operand) {
    if (operand instanceof Numerical number) {
      return switch (op) {
        case NEG -> number.negate();
        case INV -> number.complement();
        default -> number;
      };
    }
    MethodMember method = op.find(operand);
    if (method == null) {
      throw op.missing(operand);
    }
    return callUnary(in, method, operand);
  }

  private static Value callUnary(Invoker in, MethodMember method, Value operand) {
    for (int i = 0; i < method.count(); i++) {
      if (method.overload(i).parameterCount() > 0) {
        return in.call(method, operand, operand);
      }
    }
    return in.call(method, operand);
  }

  /** {@code !operand}. */
  public static Value not(Invoker in, Value operand) {
    if (operand instanceof Instance instance) {
      MethodMember method = instance.layout().findMethod(Operator.NOT.method());
      if (method != null && !isNative(method)) {
        return callUnary(in, method, operand);
      }
    }
    return Bool.of(!Conversions.isTrue(in, operand));
  }

  /** A comparison EQ to GE. */
  public static boolean compare(Invoker in, Operator op, Value left, Value right) {
    return switch (op) {
      case EQ -> isEqual(in, left, right);
      case NE -> isUnequal(in, left, right);
      case IN -> isIn(in, left, right);
      case NOT_IN -> isNotIn(in, left, right);
      default -> ordered(in, op, left, right);
    };
  }

  /** {@code left == right}. */
  public static boolean isEqual(Invoker in, Value left, Value right) {
    return equality(in, Operator.EQ, Operator.NE, left, right);
  }

  /** {@code left != right}. */
  public static boolean isUnequal(Invoker in, Value left, Value right) {
    return equality(in, Operator.NE, Operator.EQ, left, right);
  }

  private static boolean equality(
      Invoker in, Operator op, Operator opposite, Value left, Value right) {
    boolean wanted = op == Operator.EQ;
    if (left instanceof NullValue || right instanceof NullValue) {
      return (left == right) == wanted;
    }
    if (left instanceof ClassObject || right instanceof ClassObject) {
      return (left == right) == wanted;
    }
    if (left == right && !definesEquality(left)) {
      return wanted;
    }
    Value l = left;
    Value r = right;
    if (effectiveType(l) != effectiveType(r)) {
      TupleObject pair = coerce(in, l, r);
      l = pair.get(0);
      r = pair.get(1);
    }
    MethodMember method = op.find(l);
    if (method != null && (!isNative(method) || isNativeObject(l))) {
      return Conversions.isTrue(in, in.call(method, l, r));
    }
    MethodMember negated = opposite.find(l);
    if (negated != null && !isNative(negated)) {
      return !Conversions.isTrue(in, in.call(negated, l, r));
    }
    return Equality.core(in, l.unwrap(), r.unwrap(), 0) == wanted;
  }

  /** An object of a native class, whose equality {@link Equality} does not know. */
  private static boolean isNativeObject(Value value) {
    return value instanceof Instance instance && instance.unwrap() == instance;
  }

  private static boolean definesEquality(Value value) {
    if (!(value instanceof Instance)) {
      return false;
    }
    MethodMember method = Operator.EQ.find(value);
    return method != null && !isNative(method);
  }

  private static boolean isNative(MethodMember method) {
    return method.overload(0).isNative();
  }

  /** As {@code ==}, but types that cannot be coerced are unequal (language.md 4.14). */
  public static boolean isLenientlyEqual(Invoker in, Value left, Value right) {
    return canCompare(left, right) && isEqual(in, left, right);
  }

  /** Equality of the two does not fail for their types. */
  static boolean canCompare(Value left, Value right) {
    return left instanceof NullValue
        || right instanceof NullValue
        || left instanceof ClassObject
        || right instanceof ClassObject
        || effectiveType(left) == effectiveType(right)
        || canCoerceNumbers(left, right)
        || left.layout().findMethod("__coerce") != null;
  }

  private static boolean ordered(Invoker in, Operator op, Value left, Value right) {
    Value l = left;
    Value r = right;
    if (Numbers.isNumber(l) && Numbers.isNumber(r)) {
      return holds(op, Numbers.compare(l, r));
    }
    boolean sameType = effectiveType(l) == effectiveType(r);
    if (!sameType || l instanceof NullValue) {
      TupleObject pair = coerce(in, l, r);
      l = pair.get(0);
      r = pair.get(1);
    }
    if (l instanceof NullValue || r instanceof NullValue) {
      throw cannotCoerce(l, r);
    }
    MethodMember method = op.find(l);
    if (method != null) {
      if (isNative(method) && l instanceof Str a && r instanceof Str b) {
        return holds(op, a.compareTo(b));
      }
      return Conversions.isTrue(in, in.call(method, l, r));
    }
    return derived(in, op, l, r);
  }

  /** The result of an order operator for a comparison result. */
  private static boolean holds(Operator op, int comparison) {
    return switch (op) {
      case LT -> comparison < 0;
      case GT -> comparison > 0;
      case LE -> comparison <= 0;
      case GE -> comparison >= 0;
      default -> throw new IllegalStateException("no order: " + op);
    };
  }

  /** {@code >} from {@code <} with swapped operands, {@code <=} as the negation of {@code >}. */
  private static boolean derived(Invoker in, Operator op, Value left, Value right) {
    return switch (op) {
      case LT -> swapped(in, op, Operator.GT, left, right);
      case GT -> swapped(in, op, Operator.LT, left, right);
      case LE -> !strict(in, op, Operator.GT, left, right);
      case GE -> !strict(in, op, Operator.LT, left, right);
      default -> throw new IllegalStateException("no order: " + op);
    };
  }

  private static boolean strict(
      Invoker in, Operator written, Operator op, Value left, Value right) {
    MethodMember method = op.find(left);
    if (method != null) {
      return Conversions.isTrue(in, in.call(method, left, right));
    }
    return swapped(in, written, op == Operator.LT ? Operator.GT : Operator.LT, left, right);
  }

  private static boolean swapped(
      Invoker in, Operator written, Operator op, Value left, Value right) {
    MethodMember method = op.find(right);
    if (method == null) {
      throw written.missing(left);
    }
    return Conversions.isTrue(in, in.call(method, right, left));
  }

  /** {@code left in right}. */
  public static boolean isIn(Invoker in, Value left, Value right) {
    return membership(in, Operator.IN, Operator.NOT_IN, left, right);
  }

  /** {@code left not in right}. */
  public static boolean isNotIn(Invoker in, Value left, Value right) {
    return membership(in, Operator.NOT_IN, Operator.IN, left, right);
  }

  private static boolean membership(
      Invoker in, Operator op, Operator opposite, Value left, Value right) {
    boolean wanted = op == Operator.IN;
    Value haystack = right instanceof ClassObject ? right : right.unwrap();
    if (!(left instanceof ClassObject) && left.unwrap() instanceof Str needle) {
      if (haystack instanceof Str text) {
        return (Texts.indexOf(text.toString(), needle.toString(), 0) >= 0) == wanted;
      }
    }
    MethodMember method = ownMethod(op, left);
    if (method != null) {
      return Conversions.isTrue(in, in.call(method, left, right));
    }
    MethodMember negated = ownMethod(opposite, left);
    if (negated != null) {
      return !Conversions.isTrue(in, in.call(negated, left, right));
    }
    return contains(in, left, right, haystack) == wanted;
  }

  private static MethodMember ownMethod(Operator op, Value value) {
    MethodMember method = op.find(value);
    return method == null || isNative(method) ? null : method;
  }

  private static boolean contains(Invoker in, Value left, Value right, Value haystack) {
    if (haystack instanceof HashObject hash) {
      return hash.has(in, left);
    }
    if (haystack instanceof SetObject set) {
      return set.has(in, left);
    }
    if (haystack instanceof ListObject list) {
      return Membership.indexOf(in, list, left, 0) >= 0;
    }
    if (haystack instanceof TupleObject tuple) {
      for (int i = 0; i < tuple.size(); i++) {
        if (isLenientlyEqual(in, tuple.get(i), left)) {
          return true;
        }
      }
      return false;
    }
    MethodMember has =
        haystack instanceof Str || haystack instanceof ClassObject
            ? null
            : right.layout().findMethod("__has");
    if (has == null) {
      throw Errors.type(
          "'"
              + Conversions.typeName(right)
              + "' cannot be searched for a '"
              + Conversions.typeName(left)
              + "'");
    }
    return Conversions.isTrue(in, in.call(has, right, left));
  }

  /** {@code left ~= right}. */
  public static boolean matches(Invoker in, Value left, Value right) {
    if (right instanceof ClassObject || !(right.unwrap() instanceof RegexValue regex)) {
      throw Errors.type("Can only regmatch against a regular expression");
    }
    if (left instanceof ClassObject || !(left.unwrap() instanceof Str text)) {
      throw Errors.type("Can only regmatch a string");
    }
    return RegexMatching.find(in, regex, text);
  }
}
