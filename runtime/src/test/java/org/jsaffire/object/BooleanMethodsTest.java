package org.jsaffire.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of objects.md 3, by operator and by method, and null. */
class BooleanMethodsTest {
  private final TestInvoker in = new TestInvoker();

  @ParameterizedTest
  @CsvSource({
    "ADD, FTTT",
    "SUB, FFTF",
    "MUL, FFFT",
    "DIV, FFFT",
    "MOD, FFFF",
    "AND, FFFT",
    "OR, FTTT",
    "XOR, FTTF",
    "SHL, FFTT",
    "SHR, FFTF",
    "EQ, TFFT",
    "NE, FTTF",
    "LT, FTFF",
    "GT, FFTF",
    "LE, TTFT",
    "GE, TFTT",
  })
  void operatorsFollowTheTable(Operator operator, String results) {
    for (int i = 0; i < 4; i++) {
      Bool a = Bool.of(i >= 2);
      Bool b = Bool.of(i % 2 == 1);
      Bool expected = Bool.of(results.charAt(i) == 'T');
      Value operated =
          operator.compareTo(Operator.SHR) <= 0
              ? Operators.arithmetic(in, operator, a, b)
              : Bool.of(Operators.compare(in, operator, a, b));
      assertSame(expected, operated, operator + " " + a + " " + b);
      assertSame(expected, in.send(a, operator.method(), b));
    }
  }

  @Test
  void shiftsHaveTheirOldNamesToo() {
    assertSame(Bool.TRUE, in.send(Bool.TRUE, "__opr_sl", Bool.FALSE));
    assertSame(Bool.FALSE, in.send(Bool.TRUE, "__opr_sr", Bool.TRUE));
    assertEquals("20", in.text(Numerical.of(5), "__opr_sl", Numerical.of(2)));
    assertEquals("-2", in.text(Numerical.of(-5), "__opr_sr", Numerical.of(2)));
  }

  @Test
  void negationsNegate() {
    assertSame(Bool.FALSE, Operators.not(in, Bool.TRUE));
    assertSame(Bool.FALSE, Operators.unary(in, Operator.INV, Bool.TRUE));
    assertSame(Bool.TRUE, Operators.unary(in, Operator.INV, Bool.FALSE));
    assertSame(Bool.TRUE, in.send(Bool.FALSE, "__opr_not"));
  }

  @Test
  void conversions() {
    assertEquals(Numerical.of(1), in.send(Bool.TRUE, "__numerical"));
    assertEquals(Numerical.of(0), in.send(Bool.FALSE, "__numerical"));
    assertEquals("false", in.text(Bool.FALSE, "__string"));
    assertSame(NullValue.NULL, in.send(Bool.TRUE, "__null"));
    assertSame(Bool.FALSE, in.call(Core.BOOLEAN));
    assertSame(Bool.TRUE, in.call(Core.BOOLEAN, Str.of("0")));
    assertSame(Bool.FALSE, in.call(Core.BOOLEAN, Numerical.of(0)));
    assertSame(Bool.FALSE, in.call(Core.BOOLEAN, NullValue.NULL));
    assertSame(Bool.TRUE, in.call(Core.BOOLEAN, Core.STRING));
  }

  @Test
  void otherTypesAreNotCoerced() {
    assertEquals(
        "typeException: 'boolean' and 'numerical' cannot be coerced.",
        assertThrows(
                ScriptException.class,
                () -> Operators.arithmetic(in, Operator.ADD, Bool.TRUE, Numerical.of(1)))
            .getMessage());
  }

  @Test
  void nullKnowsItself() {
    Value nothing = NullValue.NULL;
    assertSame(Bool.FALSE, in.send(nothing, "__boolean"));
    assertSame(nothing, in.send(nothing, "__null"));
    assertEquals(Numerical.of(0), in.send(nothing, "__numerical"));
    assertEquals("null", in.text(nothing, "__string"));
    assertSame(Bool.TRUE, in.send(nothing, "__cmp_ne", Numerical.of(0)));
    assertSame(Bool.FALSE, in.send(nothing, "__cmp_ne", nothing));
    assertSame(Bool.TRUE, in.send(nothing, "__cmp_eq", nothing));
    assertSame(Bool.FALSE, in.send(nothing, "__cmp_eq", Bool.FALSE));
    assertSame(Bool.TRUE, in.send(nothing, "__opr_not"));
    for (Value other : new Value[] {Numerical.of(0), Str.EMPTY, Bool.FALSE, new ListObject()}) {
      assertEquals(false, Operators.isEqual(in, nothing, other));
      assertEquals(true, Operators.isUnequal(in, other, nothing));
    }
    assertEquals(
        "typeException: 'null' and 'null' cannot be coerced.",
        assertThrows(
                ScriptException.class, () -> Operators.compare(in, Operator.LT, nothing, nothing))
            .getMessage());
  }
}
