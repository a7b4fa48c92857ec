package org.jsaffire.object;

/** The operators that are method calls (language.md 4.14). */
public enum Operator {
  ADD("__opr_add", null),
  SUB("__opr_sub", null),
  MUL("__opr_mul", null),
  DIV("__opr_div", null),
  MOD("__opr_mod", null),
  AND("__opr_and", null),
  OR("__opr_or", null),
  XOR("__opr_xor", null),
  SHL("__opr_shl", "__opr_sl"),
  SHR("__opr_shr", "__opr_sr"),
  EQ("__cmp_eq", null),
  NE("__cmp_ne", null),
  LT("__cmp_lt", null),
  GT("__cmp_gt", null),
  LE("__cmp_le", null),
  GE("__cmp_ge", null),
  IN("__cmp_in", null),
  NOT_IN("__cmp_ni", null),
  INV("__opr_inv", null),
  NOT("__opr_not", null),
  POS("__opr_pos", null),
  NEG("__opr_neg", null);

  private final String method;
  private final String fallback;

  Operator(String method, String fallback) {
    this.method = method;
    this.fallback = fallback;
  }

  public String method() {
    return method;
  }

  /** The method that implements this operator for the value, or null. Classes have none. */
  MethodMember find(Value value) {
    if (value instanceof ClassObject) {
      return null;
    }
    MethodMember found = value.layout().findMethod(method);
    return found == null && fallback != null ? value.layout().findMethod(fallback) : found;
  }

  ScriptException missing(Value value) {
    return Errors.call(
        "Cannot find method '" + method + "' in class '" + value.type().name() + "'");
  }
}
