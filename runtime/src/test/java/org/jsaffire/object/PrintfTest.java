package org.jsaffire.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class PrintfTest {
  private static final String[] C_FORMATS = {
    "%f", "%.0f", "%.2f", "%e", "%.0e", "%.3e", "%g", "%.3g", "%.0g", "%.10g"
  };

  private final TestInvoker in = new TestInvoker();

  private String format(String format, Value... values) {
    return Printf.format(in, Str.of(format), values, 1).toString();
  }

  private static Value n(String value) {
    return Numerical.of(new BigInteger(value));
  }

  private static Value d(String value) {
    return DoubleValue.of(new BigDecimal(value));
  }

  private static Value s(String value) {
    return Str.of(value);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "%5d|, 42, \"   42|\"",
        "%-5d|, 42, \"42   |\"",
        "%05d, 42, 00042",
        "%05d, -42, -0042",
        "%-05d|, 42, \"42   |\"",
        "%2d, 12345, 12345",
        "%.3d, 5, 5",
        "%ld %hd %Nd %Fd, 7, 7 7 7 7",
        "%lld, 7, d",
        "%x, 255, ff",
        "%X, 255, FF",
        "%o, 8, 10",
        "%p, 255, ff",
        "%n, 255, ff",
        "%u, -1, 18446744073709551615",
        "%x, -1, ffffffffffffffff",
        "%o, -1, 1777777777777777777777",
        "%x, -9223372036854775808, 8000000000000000",
        "%x, -9223372036854775809, -8000000000000001",
        "%u, 99999999999999999999, 99999999999999999999",
        "%b, 5, 101",
        "%b, -5, -101",
        "%08b, -5, -0000101",
        "%c, 233, é",
        "%c, 128512, 😀",
        "%05c|, 65, \"    A|\"",
        "%s, 42, 42",
        "%05s, 42, \"   42\"",
        "%f, 3, 3.000000",
        "%08.2f, -3, -0003.00",
        "%j, 42, 42",
        "100%%, 1, 100%",
        "%5%d, 1, d",
        "%-, 1, \"\"",
        "%--5d, 1, 5d",
        "%y%d, 1, 1",
        "%é%d, 1, 1",
        "%😀%d, 1, 1",
        "%0-5d, 1, 5d",
        "a%5.3l, 1, a",
        "%, 1, \"\"",
        "%.d%1$.d, 9, 99",
      })
  void integers(String format, String value, String expected) {
    Value number = n(value);
    assertEquals(expected, format(format, number, number, number, number));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "%s, text, text",
        "%6s|, text, \"  text|\"",
        "%-6s|, text, \"text  |\"",
        "%06s, text, \"  text\"",
        "%.2s, text, te",
        "%.s|, text, |",
        "%.9s, text, text",
        "%5.1s, 😀x, \"    😀\"",
        "%-3s|, 😀, \"😀  |\"",
        "%c, text, t",
        "%c, 😀x, 😀",
        "%c|, \"\", |",
        "%j, \"a\"\"b\", \"\"\"a\\\"\"b\"\"\"",
      })
  void texts(String format, String value, String expected) {
    assertEquals(expected, format(format, s(value)));
  }

  /** One row a value, one column a format; made by the C library. */
  @ParameterizedTest
  @CsvFileSource(resources = "printf.csv", delimiter = ';', numLinesToSkip = 1)
  void fractionsAreThoseOfTheLibrary(ArgumentsAccessor row) {
    for (int i = 0; i < C_FORMATS.length; i++) {
      assertEquals(row.getString(i + 1), format(C_FORMATS[i], d(row.getString(0))), C_FORMATS[i]);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "%.0f, 0.5, 1",
    "%.0f, 2.5, 3",
    "%.0f, -2.5, -3",
    "%.2f, 1.005, 1.01",
    "%.1e, 1.25, 1.3e+00",
    "%.2g, 1.25, 1.3",
    "%.2g, 9.95, 10",
    "%.0e, 9.5, 1e+01",
    "%.20f, 0.1, 0.10000000000000000000",
    "%.25e, 1, 1.0000000000000000000000000e+00",
    "%e, 1e1000, 1.000000e+1000",
    "%g, 1e-1000, 1e-1000",
    "%010.3f, -3.14159, -00003.142",
    "%-10.3f|, 3.14159, '3.142     |'",
    "%d, -3.99, -3",
    "%x, 255.5, ff",
    "%s, 2.50, 2.5",
    "%c, 2.5, 2",
    "%j, 2.0, 2.0",
  })
  void fractionsRoundHalfAwayFromZero(String format, String value, String expected) {
    assertEquals(expected, format(format, d(value)));
  }

  @Test
  void otherArgumentsAreConverted() {
    assertEquals("1 0 2", format("%d %d %d", Bool.TRUE, NullValue.NULL, d("2.7")));
    assertEquals(
        "true null list[0] Callable",
        format(
            "%s %s %s %s",
            Bool.TRUE,
            NullValue.NULL,
            new ListObject(),
            TestInvoker.callable("object f()", (run, self, a) -> self)));
    assertEquals("t n", format("%c %c", Bool.TRUE, NullValue.NULL));
    assertEquals("1.00", format("%.2f", Bool.TRUE));
    assertEquals("[]", format("%s[]", Core.STRING));
    assertEquals(
        "attributeException: Attribute '__numerical' in class 'string' not found",
        refusal("%d", Core.STRING));
  }

  private String refusal(String format, Value... values) {
    return assertThrows(ScriptException.class, () -> format(format, values)).getMessage();
  }

  @Test
  void indicesDoNotDisturbTheOthers() {
    assertEquals("b a b", format("%2$s %s %s", s("a"), s("b")));
    assertEquals("a a b", format("%1$s %s %s", s("a"), s("b")));
    assertEquals("00a", format("%1$02d%2$s", n("0"), s("a")));
    assertEquals("bx", format("%02$sx", s("a"), s("b")));
    assertEquals("ab", format("%1$s%2$s", s("a"), s("b"), s("surplus")));
  }

  @Test
  void indexZeroIsRefused() {
    String message = "argumentException: Argument index must be 1 or higher";
    assertEquals(message, refusal("%0$s", s("a")));
    assertEquals(message, refusal("%0$s"));
    assertEquals("", format("%0$y", s("a")));
  }

  @Test
  void missingArgumentsAreCountedWithThoseInFront() {
    String start = "argumentException: Error while parsing argument list: at least ";
    assertEquals(start + "3 arguments are needed. Only 2 are given", refusal("%d %d", n("1")));
    assertEquals(start + "6 arguments are needed. Only 1 are given", refusal("%d %5$s"));
    assertEquals(
        start + "2 arguments are needed. Only 1 are given",
        assertThrows(
                ScriptException.class,
                () -> Printf.format(in, Str.of("%d %d"), new Value[] {n("1")}, 0))
            .getMessage());
    assertTrue(refusal("%99999999999999999999$s", n("1")).startsWith(start + "9007199254740993 "));
  }

  @Test
  void hugeWidthsAreAnnouncedOrRefused() {
    long before = in.charged();
    assertEquals(100_000, format("%100000d", n("1")).length());
    assertTrue(in.charged() - before >= 199_998);
    assertEquals(
        "systemException: String too long", refusal("xxxxxxxxxxxxxxxxxxx%9999999999d", n("1")));
    assertEquals("arithmeticException: Number too large", refusal("%.9999999999f", n("1")));
    assertEquals("arithmeticException: Number too large", refusal("%.9999999e", n("1")));
    assertEquals("arithmeticException: Number too large", refusal("%.9999999g", n("1")));
    assertEquals("5", format("%.9999999999d", n("5")));
  }

  @Test
  void rawBytesThatMeetBecomeCharacters() {
    assertEquals("é", format("%s%s", s("\uDCC3"), s("\uDCA9")));
    assertEquals("\uDCC3 \uDCA9", format("%s %s", s("\uDCC3"), s("\uDCA9")));
    assertEquals("a\u0000b", format("%s", s("a\u0000b")));
  }

  @Test
  void theTableIsNotEmpty() throws IOException {
    try (InputStream table = PrintfTest.class.getResourceAsStream("printf.csv")) {
      long lines = new String(table.readAllBytes(), StandardCharsets.UTF_8).lines().count();
      assertEquals(20, lines);
    }
  }
}
