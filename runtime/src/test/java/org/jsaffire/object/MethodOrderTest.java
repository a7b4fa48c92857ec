package org.jsaffire.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The listings of objects.md, part 1: names and order are prescribed. */
class MethodOrderTest {
  private static final String BASE =
      "__ctor __dtor __constants __properties __methods __parents __name __type __implements"
          + " __instanceOf __memory __annotations __clone __immutable? __immutable __refcount __id"
          + " __opr_not";

  private static final String ARITHMETIC = " __opr_add __opr_sub __opr_mul __opr_div __opr_mod";
  private static final String BITS = " __opr_and __opr_or __opr_xor __opr_shl __opr_shr __opr_inv";
  private static final String COMPARISONS =
      " __cmp_eq __cmp_ne __cmp_lt __cmp_gt __cmp_le __cmp_ge";

  private final TestInvoker in = new TestInvoker();

  private String list(Value object, String method, Value... arguments) {
    ListObject names = (ListObject) in.send(object, method, arguments);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      texts.add(names.get(i).toString());
    }
    return String.join(" ", texts);
  }

  private void check(Value object, String expected) {
    assertEquals(expected, list(object, "__methods"));
    assertEquals(expected, list(object.type(), "__methods"));
  }

  @Test
  void base() {
    check(Core.BASE, BASE);
  }

  @Test
  void booleans() {
    check(
        Bool.TRUE,
        "__boolean __null __numerical __string" + ARITHMETIC + BITS + " __opr_not" + COMPARISONS);
  }

  @Test
  void nulls() {
    check(NullValue.NULL, "__boolean __null __numerical __string __cmp_ne __opr_not");
  }

  @Test
  void numericals() {
    check(
        Numerical.of(1),
        "__ctor __dtor __boolean __null __numerical __string neg abs bin oct dec hex"
            + ARITHMETIC
            + BITS
            + " __opr_not __opr_pos __opr_neg"
            + COMPARISONS);
  }

  @Test
  void doubles() {
    check(
        DoubleValue.of(BigDecimal.ONE),
        "__ctor __dtor __boolean __null __numerical __string neg abs"
            + ARITHMETIC
            + " __opr_not __opr_pos __opr_neg"
            + COMPARISONS);
  }

  @Test
  void exceptions() {
    check(
        Errors.index().exception().type().parent().parent(),
        "__ctor __boolean __null __numerical __string getMessage setMessage getCode setCode"
            + " getStackTrace __cmp_eq __cmp_ne");
    assertEquals("", list(Errors.index().exception(), "__methods"));
  }

  @Test
  void callables() {
    check(
        TestInvoker.callable("object f()", (in, self, a) -> self),
        "__ctor __dtor __boolean __null __string isInternal");
  }

  @Test
  void parentsFollowWithoutWhatWasSeen() {
    assertEquals(
        "__boolean __null __numerical __string __cmp_ne __opr_not __ctor __dtor"
            + BASE.substring("__ctor __dtor".length()).replace(" __opr_not", ""),
        list(NullValue.NULL, "__methods", Bool.TRUE));
    assertEquals(BASE, list(Core.BASE, "__methods", Bool.TRUE));
  }

  @ParameterizedTest
  @CsvSource({
    "boolean, '__opr_sl __opr_sr __ctor numerical string boolean null'",
    "null, '__cmp_eq orElse numerical string boolean null'",
    "double,"
        + " 'round floor ceil trunc isInteger scale format sign sqrt pow min max numerical string"
        + " boolean null'",
    "callable, 'call apply arity bind unbind partial name string boolean null'",
    "exception,"
        + " 'getPrevious setPrevious getFile getLine getTraceAsString getClass numerical string"
        + " boolean null'",
    "base, '__destroy orElse'",
  })
  void extensionsFollowWhenAskedFor(String name, String hidden) {
    ClassObject type = BuiltIns.type(name);
    String listed = list(type, "__methods");
    assertEquals(listed + " " + hidden, list(type, "__methods", Bool.FALSE, Bool.TRUE));
    String all = list(type, "__methods", Bool.TRUE, Bool.TRUE);
    assertTrue(all.startsWith(listed + " "), all);
    assertTrue(all.endsWith("__destroy orElse") || name.equals("null"), all);
    assertFalse(list(type, "__methods", Bool.TRUE).contains("orElse"));
  }

  @Test
  void nativeConstantsAndPropertiesAreListed() {
    assertEquals("MIN MAX", list(Numerical.of(1), "__constants"));
    assertEquals("", list(Numerical.of(1), "__properties", Bool.TRUE));
  }
}
