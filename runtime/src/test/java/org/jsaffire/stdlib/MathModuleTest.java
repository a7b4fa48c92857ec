package org.jsaffire.stdlib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jsaffire.object.Attributes;
import org.jsaffire.object.ClassObject;
import org.jsaffire.object.DoubleValue;
import org.jsaffire.object.ListObject;
import org.jsaffire.object.Numerical;
import org.jsaffire.object.ScriptException;
import org.jsaffire.object.Str;
import org.jsaffire.object.TestInvoker;
import org.jsaffire.object.Value;
import org.jsaffire.sapi.Sapi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MathModuleTest {
  private final TestInvoker in = new TestInvoker();
  private final ClassObject math = Modules.find("\\saffire\\math", Sapi.CLI);

  private static Value number(String text) {
    return text.matches("-?\\d+")
        ? Numerical.of(new BigInteger(text))
        : DoubleValue.of(new BigDecimal(text));
  }

  private static Value[] numbers(String texts) {
    return texts.isEmpty()
        ? new Value[0]
        : List.of(texts.split(" ", -1)).stream().map(MathModuleTest::number).toArray(Value[]::new);
  }

  private static String shown(Value value) {
    return value.tag().text() + " " + value;
  }

  @Test
  void everyFunctionValueIsRoundedTo34Digits() throws IOException {
    List<String> rows;
    try (InputStream table = MathModuleTest.class.getResourceAsStream("functions.csv")) {
      rows = new String(table.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList();
    }
    assertEquals(400, rows.size());
    for (String row : rows) {
      String[] columns = row.split(";", -1);
      Value first = DoubleValue.of(new BigDecimal(columns[1]));
      Value result =
          columns[2].isEmpty()
              ? in.send(math, columns[0], first)
              : in.send(math, columns[0], first, DoubleValue.of(new BigDecimal(columns[2])));
      assertEquals("double " + columns[3], shown(result), row);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "sin, 0, double 0",
    "cos, 0, double 1",
    "tan, 0, double 0",
    "exp, 0, double 1",
    "log, 1, double 0",
    "log, 1 7, double 0",
    "asin, 0, double 0",
    "acos, 1, double 0",
    "atan, 0, double 0",
    "atan2, 0 0, double 0",
    "hypot, 3 4, double 5",
    "sqrt, 2, double 1.414213562373095048801688724209698",
    "sqrt, 144, numerical 12",
    "sqrt, 144.0, double 12",
    "sqrt, 0, numerical 0",
    "sqrt, 0.0, double 0",
    "sqrt, 100000000000000000000000000000000000000000000, numerical 10000000000000000000000",
    "pow, 2 10, numerical 1024",
    "pow, 2 -2, double 0.25",
    "pow, 2 3.0, double 8",
    "pow, 1.5 2, double 2.25",
    "pow, -1.5 3.0, double -3.375",
    "pow, 0 0.5, double 0",
    "pow, 0 0, numerical 1",
    "pow, 1 0.5, double 1",
    "pow, 2 0.5, double 1.414213562373095048801688724209698",
    "abs, -5, numerical 5",
    "abs, -0.5, double 0.5",
    "floor, -2.5, numerical -3",
    "ceil, -2.5, numerical -2",
    "floor, 7, numerical 7",
    "round, 2.5, numerical 3",
    "round, 1.005 2, double 1.01",
    "round, 5 2, numerical 5",
    "round, 155 -1, numerical 160",
    "round, -155 -2, numerical -200",
    "round, 49 -2, numerical 0",
    "min, 3, numerical 3",
    "min, 3 2.5 9, double 2.5",
    "max, 3 3.0, numerical 3",
    "max, 1 99999999999999999999 2.5, numerical 99999999999999999999",
  })
  void results(String function, String arguments, String expected) {
    assertEquals(expected, shown(in.send(math, function, numbers(arguments))));
  }

  /** Values that lie exactly between two results of 34 digits. */
  @Test
  void exactTiesGoToTheEvenDigit() {
    BigDecimal odd = new BigDecimal("1.2345678901234567890123456789012335");
    BigDecimal even = new BigDecimal("1.2345678901234567890123456789012345");
    for (BigDecimal tie : new BigDecimal[] {odd, even}) {
      Value square = DoubleValue.of(tie.multiply(tie));
      String expected = "double 1.234567890123456789012345678901234";
      assertEquals(expected, shown(in.send(math, "sqrt", square)));
      assertEquals(expected, shown(in.send(math, "pow", square, number("0.5"))));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "sqrt, -1, Cannot take the square root of a negative number",
    "sqrt, -0.1, Cannot take the square root of a negative number",
    "log, 0, Cannot take the logarithm",
    "log, -1.5, Cannot take the logarithm",
    "log, 5 1, Cannot take the logarithm",
    "log, 5 1.0, Cannot take the logarithm",
    "log, 5 0, Cannot take the logarithm",
    "log, 5 -2, Cannot take the logarithm",
    "asin, 1.0000001, Value must be between -1 and 1",
    "acos, -2, Value must be between -1 and 1",
    "pow, -8 0.5, Cannot raise a negative number to a fraction",
    "exp, 3000000, Number too large",
    "exp, -3000000, Number too large",
    "pow, 10 1e50, Number too large",
    "pow, 1.5 1e20.5, Number too large",
    "pow, 2 9999999.5, Number too large",
    "sin, 1e30000, Number too large",
  })
  void whatHasNoValueIsRefused(String function, String arguments, String message) {
    Value[] values = numbers(arguments.replace("1e20.5", "100000000000000000000.5"));
    ScriptException e = assertThrows(ScriptException.class, () -> in.send(math, function, values));
    assertEquals("arithmeticException: " + message, e.getMessage());
  }

  private String refusal(String function, Value... arguments) {
    return assertThrows(ScriptException.class, () -> in.send(math, function, arguments))
        .getMessage();
  }

  @Test
  void zeroHasNoNegativePower() {
    assertEquals(
        "divideByZeroException: Cannot divide by zero",
        refusal("pow", number("0"), number("-0.5")));
    assertEquals(
        "divideByZeroException: Cannot divide by zero", refusal("pow", number("0"), number("-1")));
  }

  @Test
  void argumentsAreChecked() {
    String wanted = "argumentException: Error while parsing argument list: ";
    assertEquals(
        wanted + "wanted a numerical or a double, but got a string", refusal("sin", Str.of("x")));
    assertEquals(
        wanted + "wanted a numerical or a double, but got a string",
        refusal("max", number("1"), Str.of("x")));
    assertEquals(wanted + "at least 1 arguments are needed. Only 0 are given", refusal("min"));
    assertEquals(
        wanted + "wanted a numerical, but got a double",
        refusal("random", number("1"), number("2.0")));
    assertEquals(
        "argumentException: 'from' value must be lower than the 'to' value",
        refusal("random", number("2"), number("1")));
  }

  private String draw(String from, String to, int count) {
    StringBuilder drawn = new StringBuilder();
    for (int i = 0; i < count; i++) {
      drawn.append(in.text(math, "random", number(from), number(to))).append(' ');
    }
    return drawn.toString().strip();
  }

  @Test
  void seedsFixTheSequence() {
    assertSame(math, in.send(math, "seed", number("1234")));
    assertEquals("15 40 56 68", draw("1", "100", 4));
    in.send(math, "seed", number("1234"));
    assertEquals("5 10 6 8", draw("1", "10", 4));
    in.send(math, "seed", number("0"));
    assertEquals("1804289383", draw("0", "2147483647", 1));
    in.send(math, "seed", number("4294968530"));
    assertEquals("15 40", draw("1", "100", 2));
    in.send(math, "seed", number("-1"));
    assertEquals("254925627", draw("0", "2147483647", 1));
    assertEquals("-3", draw("-3", "-3", 1));
  }

  @Test
  void randomDoublesAreCutTo18Decimals() {
    in.send(math, "seed", number("1234"));
    assertEquals("double 0.223118073407931356", shown(in.send(math, "randomDouble")));
    assertEquals("double 0.447559242831830209", shown(in.send(math, "randomDouble")));
    for (int i = 0; i < 100; i++) {
      BigDecimal value = ((DoubleValue) in.send(math, "randomDouble")).value();
      assertTrue(value.signum() >= 0 && value.compareTo(BigDecimal.ONE) < 0);
    }
  }

  @Test
  void digitsMoveBetweenBases() {
    assertEquals("11111111", convert("ff", 16, 2));
    assertEquals("-zz", convert("-1295", 10, 36));
    assertEquals(
        "typeException: Cannot convert 'xyz' to a numerical",
        refusal("baseConvert", Str.of("xyz"), number("10"), number("2")));
    assertEquals(
        "argumentException: Radix must be between 2 and 36",
        refusal("baseConvert", Str.of("1"), number("10"), number("37")));
  }

  private String convert(String digits, int from, int to) {
    return in.text(math, "baseConvert", Str.of(digits), Numerical.of(from), Numerical.of(to));
  }

  @Test
  void everythingIsListedInTheOrderOfTheReference() {
    ListObject names = (ListObject) in.send(math, "__methods");
    assertEquals(
        List.of(
            "random seed min max abs floor ceil round pow sqrt exp log sin cos tan asin acos atan"
                + " atan2 hypot randomDouble baseConvert"),
        List.of(String.join(" ", List.of(names.toArray()).stream().map(Value::toString).toList())));
    assertEquals(
        "3.141592653589793238462643383279503", Attributes.get(math, "PI", null).toString());
    assertEquals("2.718281828459045235360287471352662", Attributes.get(math, "E", null).toString());
  }

  @Test
  void theModuleMakesNoInstances() {
    assertEquals(
        "ooException: Cannot instantiate abstract class 'math'",
        assertThrows(ScriptException.class, () -> in.call(math)).getMessage());
    assertEquals("base", in.text(math, "__type"));
    assertEquals("math", in.text(math, "__name"));
  }

  @Test
  void largeArgumentsTakeReasonableTime() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          Value angle = number("1e5000");
          BigDecimal sine = ((DoubleValue) in.send(math, "sin", angle)).value();
          BigDecimal cosine = ((DoubleValue) in.send(math, "cos", angle)).value();
          BigDecimal one = sine.multiply(sine).add(cosine.multiply(cosine));
          assertEquals(0, one.round(new MathContext(32)).compareTo(BigDecimal.ONE), "" + one);
          Value many = DoubleValue.of(new BigDecimal("1." + "3".repeat(100_000)));
          for (String function : new String[] {"sin", "exp", "log", "atan", "sqrt"}) {
            in.send(math, function, many);
          }
          assertEquals("double 1", shown(in.send(math, "cos", number("1e-100000"))));
          assertEquals(
              new BigDecimal("1e-100000"),
              ((DoubleValue) in.send(math, "sin", number("1e-100000"))).value());
        });
  }
}
