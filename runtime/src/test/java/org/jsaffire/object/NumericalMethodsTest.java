package org.jsaffire.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Methods of numerical and double that are no arithmetic, and the two types together. */
class NumericalMethodsTest {
  private final TestInvoker in = new TestInvoker();

  private static Value number(String text) {
    return text.contains(".")
        ? DoubleValue.of(new BigDecimal(text))
        : Numerical.of(new BigInteger(text));
  }

  private static String shown(Value value) {
    return value.tag().text() + " " + value;
  }

  @ParameterizedTest
  @CsvSource({
    "5, min, 3.5, double 3.5",
    "5, min, 7, numerical 5",
    "2, min, 2.0, numerical 2",
    "2.0, min, 2, double 2",
    "2.0, max, 2, double 2",
    "-5, max, 99999999999999999999, numerical 99999999999999999999",
    "1.5, max, 2, numerical 2",
    "-7, mod, 3, numerical 2",
    "7, mod, -3, numerical -2",
    "-6, mod, 3, numerical 0",
    "-7, idiv, 2, numerical -3",
    "35, base, 36, string z",
    "-255, base, 16, string -ff",
    "12, gcd, -18, numerical 6",
    "0, gcd, 0, numerical 0",
    "2, pow, -1, double 0.5",
    "1, pow, -3, double 1",
    "1.5, round, 0, numerical 2",
    "-2.5, round, 0, numerical -3",
    "2.345, round, 2, double 2.35",
    "2.0, round, 2, double 2",
    "1250.5, round, -2, numerical 1300",
    "1250.5, round, -5, numerical 0",
    "1250.5, round, -99999999999999999999, numerical 0",
    "1250.5, round, 99999999999999999999, double 1250.5",
  })
  void twoNumbers(String left, String method, String right, String expected) {
    assertEquals(expected, shown(in.send(number(left), method, number(right))));
  }

  @ParameterizedTest
  @CsvSource({
    "0, sign, numerical 0",
    "-99999999999999999999, sign, numerical -1",
    "-0.5, sign, numerical -1",
    "9, sqrt, numerical 3",
    "9.0, sqrt, double 3",
    "2, sqrt, double 1.414213562373095048801688724209698",
    "6, isEven, boolean true",
    "-7, isEven, boolean false",
    "-7, isOdd, boolean true",
    "0, isZero, boolean true",
    "99999999999999999999, isOdd, boolean true",
    "233, chr, string é",
    "128512, chr, string 😀",
    "1234567, format, '1,234,567'",
    "-123, format, string -123",
    "7, double, double 7",
    "-5, bin, string -101",
    "-5, hex, string -5",
    "11111110, hex, string a98ac6",
    "-2.5, floor, numerical -3",
    "-2.5, ceil, numerical -2",
    "-2.5, trunc, numerical -2",
    "2.0, isInteger, boolean true",
    "1.50, scale, numerical 1",
    "2.0, scale, numerical 0",
    "-2.5, __numerical, numerical -2",
    "-0.5, __string, string -0.5",
    "0.0, __boolean, boolean false",
    "0.1, __opr_not, boolean false",
    "0, __opr_not, boolean true",
    "5, __opr_inv, numerical -6",
  })
  void oneNumber(String receiver, String method, String expected) {
    String prefix = expected.contains(",") ? "string " : "";
    assertEquals(prefix + expected, shown(in.send(number(receiver), method)));
  }

  @ParameterizedTest
  @CsvSource({
    "1234567.891, 2, '.', ',', '1,234,567.89'",
    "1234567.895, 2, ',', '.', '1.234.567,90'",
    "-1234.5, 0, '.', ' ', '-1 235'",
    "-0.4, 0, '.', ',', 0",
    "-0.004, 2, '.', ',', 0.00",
    "999.999, 2, '.', ',', '1,000.00'",
    "1234, 3, '.', '', 1234.000",
    "1234.5, -1, '.', ',', '1,235'",
    "0, 2, '.', ',', 0.00",
    "12, 1, '::', ',', '12::0'",
  })
  void formats(String value, int decimals, String point, String thousands, String expected) {
    assertEquals(
        expected,
        in.text(number(value), "format", Numerical.of(decimals), Str.of(point), Str.of(thousands)));
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 3, 1", "5, 1, 3, 3", "2, 1, 3, 2", "2, 2, 2, 2", "7, 1.5, 2.5, 2.5"})
  void clamps(String value, String lo, String hi, String expected) {
    assertEquals(expected, in.text(number(value), "clamp", number(lo), number(hi)));
  }

  @Test
  void timesCountsFromZero() {
    List<String> seen = new ArrayList<>();
    CallableObject note =
        TestInvoker.callable(
            "object f(object i)",
            (run, self, arguments) -> {
              seen.add(arguments[0].toString());
              return self;
            });
    Value three = Numerical.of(3);
    assertSame(three, in.send(three, "times", note));
    in.send(Numerical.of(0), "times", note);
    in.send(Numerical.of(-2), "times", note);
    assertEquals(List.of("0", "1", "2"), seen);
    assertEquals(
        "argumentException: Error while parsing argument list: wanted a callable, but got a"
            + " numerical",
        assertThrows(ScriptException.class, () -> in.send(three, "times", three)).getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "1, 4, 1, '1 2 3 4'",
    "1, 8, 3, '1 4 7'",
    "4, 1, 2, '4 2'",
    "3, 3, 1, 3",
    "9223372036854775806, 9223372036854775808, 1,"
        + " '9223372036854775806 9223372036854775807 9223372036854775808'",
    "0, 10, 99999999999999999999, 0",
  })
  void toCountsInEitherDirection(String from, String end, String skip, String expected) {
    ListObject list = (ListObject) in.send(number(from), "to", number(end), number(skip));
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      texts.add(list.get(i).toString());
    }
    assertEquals(expected, String.join(" ", texts));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1.0, 0",
    "1, 1.5, -1",
    "2.5, 2, 1",
    "99999999999999999999, 1.0, 1",
    "-1, 0.0, -1"
  })
  void theTwoTypesCompareByValue(String left, String right, int order) {
    Value a = number(left);
    Value b = number(right);
    assertEquals(order == 0, Operators.isEqual(in, a, b));
    assertEquals(order != 0, Operators.isUnequal(in, a, b));
    assertEquals(order < 0, Operators.compare(in, Operator.LT, a, b));
    assertEquals(order > 0, Operators.compare(in, Operator.GT, a, b));
    assertEquals(order <= 0, Operators.compare(in, Operator.LE, a, b));
    assertEquals(order >= 0, Operators.compare(in, Operator.GE, a, b));
    if (b instanceof DoubleValue) {
      assertEquals(order < 0, in.send(b, "__cmp_gt", a) == Bool.TRUE);
      assertEquals(order == 0, in.send(b, "__cmp_eq", a) == Bool.TRUE);
    }
  }

  @Test
  void equalNumbersAreOneHashKey() {
    HashObject hash = new HashObject();
    hash.put(in, Numerical.of(1), Str.of("numerical"));
    hash.put(in, number("1.0"), Str.of("double"));
    hash.put(in, Str.of("1"), Str.of("string"));
    Value big = Numerical.of(BigInteger.TEN.pow(30));
    hash.put(in, big, Str.of("big"));
    assertEquals(3, hash.size());
    assertEquals("double", hash.get(in, Numerical.of(1)).toString());
    assertEquals("big", hash.get(in, DoubleValue.of(new BigDecimal("1e30"))).toString());
    assertEquals(null, hash.get(in, number("1.5")));
  }

  @Test
  void doublesHaveNoBitOperators() {
    for (Operator operator : new Operator[] {Operator.AND, Operator.SHL}) {
      assertEquals(
          "callException: Cannot find method '" + operator.method() + "' in class 'double'",
          assertThrows(
                  ScriptException.class,
                  () -> Operators.arithmetic(in, operator, number("1.5"), number("2")))
              .getMessage());
    }
    assertEquals(
        "callException: Cannot find method '__opr_inv' in class 'double'",
        assertThrows(ScriptException.class, () -> Operators.unary(in, Operator.INV, number("1.5")))
            .getMessage());
  }

  @Test
  void constructorsConvert() {
    assertEquals(Numerical.of(0), in.call(Core.NUMERICAL));
    assertEquals(Numerical.of(2), in.call(Core.NUMERICAL, number("2.9")));
    assertEquals(Numerical.of(1), in.call(Core.NUMERICAL, Bool.TRUE));
    assertEquals("double 0", shown(in.call(Core.DOUBLE)));
    assertEquals("double 5", shown(in.call(Core.DOUBLE, Numerical.of(5))));
    assertEquals(
        "attributeException: Attribute '__numerical' in class 'numerical' not found",
        assertThrows(ScriptException.class, () -> in.call(Core.NUMERICAL, Core.NUMERICAL))
            .getMessage());
    assertEquals(Numerical.of(Long.MIN_VALUE), Attributes.get(Core.NUMERICAL, "MIN", null));
    assertEquals(Numerical.of(Long.MAX_VALUE), Attributes.get(Numerical.of(1), "MAX", null));
  }
}
