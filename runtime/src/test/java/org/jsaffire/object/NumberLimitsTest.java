package org.jsaffire.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sizes just met and just passed, wrong arguments, and the time that huge numbers take. */
class NumberLimitsTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final TestInvoker in = new TestInvoker();

  private static Numerical n(long value) {
    return Numerical.of(value);
  }

  private static Numerical n(String value) {
    return Numerical.of(new BigInteger(value));
  }

  private static DoubleValue d(String value) {
    return DoubleValue.of(new BigDecimal(value));
  }

  private static void refused(String message, Executable action) {
    assertEquals(message, assertThrows(ScriptException.class, action).getMessage());
  }

  private static void tooLarge(Executable action) {
    refused("arithmeticException: Number too large", action);
  }

  @Test
  void shiftsReachTheLimit() {
    assertEquals(
        Numerical.MAX_BITS, n(1).shiftLeft(n(Numerical.MAX_BITS - 1)).bigValue().bitLength());
    tooLarge(() -> n(1).shiftLeft(n(Numerical.MAX_BITS)));
    tooLarge(() -> n(-5).shiftLeft(n(Long.MAX_VALUE)));
    tooLarge(() -> n(3).shiftLeft(n("99999999999999999999")));
    assertEquals(n(0), n(0).shiftLeft(n("99999999999999999999")));
    assertEquals(n(0), n(5).shiftRight(n("99999999999999999999")));
    assertEquals(n(-1), n("-99999999999999999999").shiftRight(n(Integer.MAX_VALUE)));
    refused("argumentException: Shift count must be 0 or higher", () -> n(1).shiftLeft(n(-1)));
    refused(
        "argumentException: Shift count must be 0 or higher",
        () -> n(1).shiftRight(n("-99999999999999999999")));
  }

  @Test
  void powersReachTheLimit() {
    assertEquals(
        Numerical.MAX_BITS,
        ((Numerical) in.send(n(2), "pow", n(Numerical.MAX_BITS - 1))).bigValue().bitLength());
    tooLarge(() -> in.send(n(2), "pow", n(Numerical.MAX_BITS)));
    tooLarge(() -> in.send(n(10), "pow", n(2_000_000)));
    tooLarge(() -> in.send(n(-7), "pow", n("99999999999999999999")));
    assertEquals(n(1), in.send(n(-1), "pow", n("99999999999999999998")));
    assertEquals(n(-1), in.send(n(-1), "pow", n("99999999999999999999")));
    assertEquals(n(0), in.send(n(0), "pow", n("99999999999999999999")));
    assertEquals(n(1), in.send(n(0), "pow", n(0)));
    refused("divideByZeroException: Cannot divide by zero", () -> in.send(n(0), "pow", n(-1)));
    refused("divideByZeroException: Cannot divide by zero", () -> in.send(d("0"), "pow", n(-1)));
    assertEquals(d("-1"), in.send(n(-1), "pow", n("-99999999999999999999")));
    tooLarge(() -> in.send(d("1.5"), "pow", n(100_000_000)));
    tooLarge(() -> in.send(d("0.1"), "pow", n("99999999999999999999")));
    assertEquals(d("0"), in.send(d("0"), "pow", n("99999999999999999999")));
    assertEquals("-0.125", in.text(d("-2"), "pow", n(-3)));
    assertEquals(1_000_000, ((DoubleValue) in.send(d("0.1"), "pow", n(1_000_000))).value().scale());
  }

  @Test
  void productsAndSumsAreBounded() {
    Numerical half = n(1).shiftLeft(n(Numerical.MAX_BITS / 2));
    tooLarge(() -> half.multiply(half));
    Numerical largest = n(1).shiftLeft(n(Numerical.MAX_BITS - 1));
    tooLarge(() -> largest.add(largest));
    tooLarge(() -> d("1e1000000").add(d("1e-1000000")));
    tooLarge(() -> d("1e600000").multiply(d("1e600000")));
  }

  @Test
  void longsTurnIntoBigNumbersAndBack() {
    Numerical max = n(Long.MAX_VALUE);
    assertEquals("9223372036854775808", max.add(n(1)).toString());
    assertTrue(max.add(n(1)).subtract(n(1)).isLong());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "%", "idiv", "mod"})
  void zeroDivides(String operation) {
    for (Value zero : new Value[] {n(0), d("0")}) {
      for (Value left : new Value[] {n(0), n(5), n("99999999999999999999"), d("1.5")}) {
        if (operation.length() == 1) {
          Operator op = operation.equals("/") ? Operator.DIV : Operator.MOD;
          refused(
              "divideByZeroException: Cannot divide by zero",
              () -> Operators.arithmetic(in, op, left, zero));
        } else if (left instanceof Numerical && zero instanceof Numerical) {
          refused(
              "divideByZeroException: Cannot divide by zero", () -> in.send(left, operation, zero));
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "sqrt; -4; ; arithmeticException: Cannot take the square root of a negative number",
        "sqrt; -0.5; ; arithmeticException: Cannot take the square root of a negative number",
        "base; 5; 1; argumentException: Radix must be between 2 and 36",
        "base; 5; 37; argumentException: Radix must be between 2 and 36",
        "base; 5; 99999999999999999999; argumentException: Radix must be between 2 and 36",
        "chr; -1; ; argumentException: Invalid code point -1",
        "chr; 1114112; ; argumentException: Invalid code point 1114112",
        "chr; 55296; ; argumentException: Invalid code point 55296",
        "chr; 57343; ; argumentException: Invalid code point 57343",
        "format; 1; 99999999999999999999; arithmeticException: Number too large",
        "pow; 2; 0.5;"
            + " argumentException: Error while parsing argument list: wanted a numerical, but got"
            + " a double",
        "idiv; 2; 0.5;"
            + " argumentException: Error while parsing argument list: wanted a numerical, but got"
            + " a double",
      })
  void wrongArgumentsAreRefused(String method, String receiver, String argument, String message) {
    Value self = receiver.contains(".") ? d(receiver) : n(receiver);
    refused(
        message,
        () -> {
          if (argument == null) {
            in.send(self, method);
          } else {
            in.send(self, method, argument.contains(".") ? d(argument) : n(argument));
          }
        });
  }

  @Test
  void argumentsAreCountedAndTyped() {
    refused(
        "argumentException: Error while parsing argument list: at least 1 arguments are needed."
            + " Only 0 are given",
        () -> in.send(n(1), "idiv"));
    refused(
        "argumentException: Error while parsing argument list: wanted a numerical or a double,"
            + " but got a string",
        () -> in.send(n(1), "min", Str.of("x")));
    refused(
        "argumentException: Error while parsing argument list: wanted a string, a numerical or a"
            + " double, but got a boolean",
        () -> in.call(Core.DOUBLE, Bool.TRUE));
    refused(
        "argumentException: 'lo' value must be lower than the 'hi' value",
        () -> in.send(n(1), "clamp", n(3), d("2.5")));
    refused("argumentException: 'skip' must be 1 or higher", () -> in.send(n(1), "to", n(3), n(0)));
    refused("systemException: List too long", () -> in.send(n(1), "to", n("9999999999")));
  }

  @Test
  void hugeNumbersTakeReasonableTime() {
    assertTimeoutPreemptively(
        LIMIT,
        () -> {
          Numerical power = (Numerical) in.send(n(10), "pow", n(300_000));
          DoubleValue one = DoubleValue.of(power);
          assertEquals(-300_000, one.value().scale());
          assertEquals(BigInteger.ONE, one.value().unscaledValue());
          assertEquals(one.hashCode(), power.hashCode());
          assertEquals("0." + "0".repeat(299_999) + "1", in.text(n(10), "pow", n(-300_000)));
          assertEquals(300_001, in.text(power, "string").length());
          Str digits = Str.of("3".repeat(300_000) + ".5");
          assertEquals(1, ((DoubleValue) in.call(Core.DOUBLE, digits)).value().scale());
          Value root = in.send(n(1).shiftLeft(n(600_001)), "sqrt");
          assertEquals(34, ((DoubleValue) root).value().precision());
          assertEquals(1, Numbers.signum(d("1e-900000").divide(d("3e100000"))));
        });
  }

  @Test
  void digitsOfAnyLengthAndBaseAreRead() {
    assertEquals(n(0), DigitStrings.value("", 10));
    assertEquals(n(0), DigitStrings.value("0000", 2));
    assertEquals(n(35), DigitStrings.value("z", 36));
    for (int radix : new int[] {2, 7, 10, 16, 36}) {
      String digits = new BigInteger("7").pow(20_000).toString(radix);
      assertEquals(new BigInteger("7").pow(20_000), DigitStrings.value(digits, radix).bigValue());
    }
    assertEquals(
        Numerical.MAX_BITS,
        DigitStrings.value("1" + "0".repeat(Numerical.MAX_BITS - 1), 2).bigValue().bitLength());
    tooLarge(() -> DigitStrings.value("1" + "0".repeat(Numerical.MAX_BITS), 2));
    tooLarge(() -> DigitStrings.value("9".repeat(10_000_000), 10));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "-1.5x, -1.5",
        "abc, 0",
        "\"\", 0",
        "+3, 3",
        ".5, 0.5",
        "-.5.5, -0.5",
        "1., 1",
        "1e5, 1",
        "- 1, 0",
        "\"  2.50\", 2.5",
        "--1, 0",
        "0x10, 0",
        "007.10, 7.1",
        "., 0",
        "-0.0, 0",
        "٣, 0",
      })
  void textsAreReadAsFarAsTheyGo(String text, String expected) {
    assertEquals(expected, in.call(Core.DOUBLE, Str.of(text)).toString());
  }
}
