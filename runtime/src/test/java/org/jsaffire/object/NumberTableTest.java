package org.jsaffire.object;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Arithmetic against a table that another implementation computed. */
class NumberTableTest {
  private static final Map<String, Operator> BINARY =
      Map.of(
          "+", Operator.ADD,
          "-", Operator.SUB,
          "*", Operator.MUL,
          "/", Operator.DIV,
          "%", Operator.MOD,
          "&", Operator.AND,
          "|", Operator.OR,
          "^", Operator.XOR,
          "<<", Operator.SHL,
          ">>", Operator.SHR);

  private final TestInvoker in = new TestInvoker();

  private static List<String> rows() throws IOException {
    try (InputStream table = NumberTableTest.class.getResourceAsStream("numbers.csv")) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList();
    }
  }

  private static Value number(String text) {
    return text.endsWith("d")
        ? DoubleValue.of(new BigDecimal(text.substring(0, text.length() - 1)))
        : Numerical.of(new BigInteger(text));
  }

  private static String shown(Value value) {
    return value instanceof DoubleValue ? value + "d" : value.toString();
  }

  private Value compute(String operation, Value left, String right) {
    Operator operator = BINARY.get(operation);
    if (operator != null) {
      return Operators.arithmetic(in, operator, left, number(right));
    }
    if (operation.equals("~")) {
      return Operators.unary(in, Operator.INV, left);
    }
    return right.isEmpty() ? in.send(left, operation) : in.send(left, operation, number(right));
  }

  @Test
  void everyRowHolds() throws IOException {
    List<String> rows = rows();
    assertEquals(5313, rows.size());
    for (String row : rows) {
      String[] columns = row.split(";", -1);
      Value result = compute(columns[0], number(columns[1]), columns[2]);
      String expected = columns[3];
      assertEquals(expected, result instanceof Str ? result.toString() : shown(result), row);
    }
  }

  /** The methods behind operators give the same results as the operators. */
  @Test
  void operatorMethodsAgree() throws IOException {
    for (String row : rows()) {
      String[] columns = row.split(";", -1);
      Operator operator = BINARY.get(columns[0]);
      boolean sameType = columns[1].endsWith("d") == columns[2].endsWith("d");
      if (operator != null && sameType) {
        Value result = in.send(number(columns[1]), operator.method(), number(columns[2]));
        assertEquals(columns[3], shown(result), row);
      }
    }
  }
}
