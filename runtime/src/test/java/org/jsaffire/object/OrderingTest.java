package org.jsaffire.object;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OrderingTest {
  private final TestInvoker in = new TestInvoker();

  private static Value n(long value) {
    return Numerical.of(value);
  }

  private static Value d(String value) {
    return DoubleValue.of(new BigDecimal(value));
  }

  private static Value s(String value) {
    return Str.of(value);
  }

  private int compare(Value a, Value b) {
    return Ordering.compare(in, a, b);
  }

  @Test
  void numbersCompareByValue() {
    assertEquals(-1, compare(n(1), d("1.5")));
    assertEquals(1, compare(d("1.5"), n(1)));
    assertEquals(0, compare(n(2), d("2.0")));
    assertEquals(1, compare(Numerical.of(java.math.BigInteger.TEN.pow(30)), n(Long.MAX_VALUE)));
  }

  @Test
  void textsCompareByCodePoint() {
    assertEquals(-1, compare(s("ab"), s("abc")));
    assertEquals(-1, compare(s("\uFFFD"), s("\uD83D\uDE00")));
    assertEquals(0, compare(s("x"), Str.of("x", "nl_NL")));
  }

  @Test
  void falseComesBeforeTrue() {
    assertEquals(-1, compare(Bool.FALSE, Bool.TRUE));
    assertEquals(0, compare(Bool.TRUE, Bool.TRUE));
  }

  @Test
  void tuplesCompareElementByElement() {
    assertEquals(-1, compare(TupleObject.of(n(1), s("z")), TupleObject.of(n(2), s("a"))));
    assertEquals(-1, compare(TupleObject.of(n(1)), TupleObject.of(n(1), s("a"))));
    assertEquals(
        1,
        compare(
            TupleObject.of(n(1), NullValue.NULL, n(3)),
            TupleObject.of(d("1.0"), NullValue.NULL, n(2))));
    assertEquals(
        "typeException: Cannot compare 'string' with 'numerical'",
        assertThrows(
                ScriptException.class,
                () -> compare(TupleObject.of(n(1), s("a")), TupleObject.of(n(1), n(2))))
            .getMessage());
  }

  @Test
  void objectsCompareByTheirMethod() {
    ClassObject weight =
        NativeClass.named("weight")
            .tag(TypeTag.USER)
            .define(
                "boolean __cmp_lt(object other)",
                "By slot.",
                (in, self, other) ->
                    Bool.of(
                        (Integer) ((Instance) self).payload()
                            < (Integer) ((Instance) other).payload()))
            .build();
    Instance light = new Instance(weight, 1);
    Instance heavy = new Instance(weight, 2);
    Ordering.check(light, heavy);
    assertEquals(-1, compare(light, heavy));
    assertEquals(1, compare(heavy, light));
    assertEquals(0, compare(heavy, new Instance(weight, 2)));
  }

  private static String refusal(Value... elements) {
    return assertThrows(ScriptException.class, () -> Ordering.check(elements)).getMessage();
  }

  @Test
  void mixedTypesAreRefusedNamingTheFirstThatDoesNotFit() {
    assertEquals(
        "typeException: Cannot compare 'string' with 'numerical'", refusal(s("a"), s("b"), n(1)));
    assertEquals(
        "typeException: Cannot compare 'numerical' with 'null'",
        refusal(n(1), d("2.5"), NullValue.NULL, s("x")));
    assertEquals(
        "typeException: Cannot compare 'list' with 'list'",
        refusal(new ListObject(), new ListObject()));
    assertEquals(
        "typeException: Cannot compare 'null' with 'numerical'", refusal(NullValue.NULL, n(1)));
    assertEquals(
        "typeException: Cannot compare 'string' with 'numerical'", refusal(Core.STRING, n(1)));
  }

  @Test
  void oneElementNeedsNoOrder() {
    Ordering.check();
    Ordering.check(NullValue.NULL);
    Ordering.check(n(1), d("1.5"), n(7));
  }

  @Test
  void sortingIsStableAndAgreesWithTheJdk() {
    Random random = new Random(42);
    for (int size = 0; size < 200; size++) {
      Value[] elements = new Value[size];
      for (int i = 0; i < size; i++) {
        elements[i] = TupleObject.of(n(random.nextInt(20)), n(i));
      }
      Value[] expected = elements.clone();
      Comparator<Value> byFirst = Comparator.comparing(v -> (Numerical) ((TupleObject) v).get(0));
      Arrays.sort(expected, byFirst);
      Ordering.sort(elements, (a, b) -> byFirst.compare(a, b) > 0);
      assertArrayEquals(expected, elements);
    }
  }

  @Test
  void sortingSurvivesAnInconsistentOrder() {
    Random random = new Random(7);
    Value[] elements = new Value[1000];
    for (int i = 0; i < elements.length; i++) {
      elements[i] = n(i);
    }
    Ordering.sort(elements, (a, b) -> random.nextBoolean());
    Ordering.sort(elements, Ordering.natural(in));
    for (int i = 0; i < elements.length; i++) {
      assertEquals(n(i), elements[i]);
    }
  }

  @Test
  void lessIsStrict() {
    assertTrue(Ordering.isLess(in, n(1), n(2)));
    assertFalse(Ordering.isLess(in, n(2), n(2)));
    assertFalse(Ordering.isLess(in, n(3), n(2)));
  }
}
