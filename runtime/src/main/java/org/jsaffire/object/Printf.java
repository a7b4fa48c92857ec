package org.jsaffire.object;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Formatted text (modules.md 3.1), as {@code io.printf}, {@code io.sprintf} and {@code
 * string.format} make it.
 */
public final class Printf {
  private static final BigInteger TWO_TO_64 = BigInteger.ONE.shiftLeft(64);
  private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
  private static final int DEFAULT_PRECISION = 6;

  private final Invoker in;
  private final Value[] values;
  private final StringBuilder out = new StringBuilder();

  private Printf(Invoker in, Value[] values) {
    this.in = in;
    this.values = values;
  }

  /**
   * Formats values.
   *
   * @param own how many arguments of the call stand in front of the values: messages count them
   * @throws ScriptException argumentException when values are missing, before anything is formatted
   */
  public static Str format(Invoker in, Str format, Value[] values, int own) {
    List<PrintfSequence> sequences = new ArrayList<>();
    long needed = PrintfSequence.parse(format.toString(), sequences);
    if (needed > values.length) {
      throw Errors.argument(
          "Error while parsing argument list: at least "
              + (needed + own)
              + " arguments are needed. Only "
              + (values.length + own)
              + " are given");
    }
    Printf printf = new Printf(in, values);
    for (PrintfSequence sequence : sequences) {
      printf.append(sequence);
    }
    return printf.text();
  }

  /** Raw bytes that form UTF-8 together become characters. */
  private Str text() {
    String text = out.toString();
    return Str.of(RawBytes.containsRaw(text) ? RawBytes.decode(RawBytes.encode(text)) : text);
  }

  private void append(PrintfSequence sequence) {
    if (sequence.literal() != null) {
      out.append(sequence.literal());
      return;
    }
    String text = convert(sequence, values[(int) sequence.index()]);
    int missing = sequence.width() - text.codePointCount(0, text.length());
    if (missing <= 0) {
      out.append(text);
      return;
    }
    reserve(missing);
    if (sequence.isLeft()) {
      out.append(text).append(" ".repeat(missing));
    } else if (sequence.isZeroPadded()) {
      int sign = text.startsWith("-") ? 1 : 0;
      out.append(text, 0, sign).append("0".repeat(missing)).append(text, sign, text.length());
    } else {
      out.append(" ".repeat(missing)).append(text);
    }
  }

  private void reserve(int units) {
    if (units > Integer.MAX_VALUE - 16 - out.length()) {
      throw Errors.system("String too long");
    }
    if (units >= 1024) {
      in.charge(2L * units);
    }
  }

  private String convert(PrintfSequence sequence, Value argument) {
    return switch (sequence.conversion()) {
      case 'd', 'i' -> number(argument).toString();
      case 'b' -> number(argument).toString(2);
      case 'u' -> unsigned(argument, 10);
      case 'o' -> unsigned(argument, 8);
      case 'x', 'p', 'n' -> unsigned(argument, 16);
      case 'X' -> unsigned(argument, 16).toUpperCase(Locale.ROOT);
      case 's' -> cut(Conversions.text(in, argument).toString(), sequence.precision());
      case 'c' -> character(argument);
      case 'j' -> JsonWriter.text(in, argument, 0);
      default -> decimal(sequence, argument);
    };
  }

  private Numerical number(Value argument) {
    return Conversions.number(in, argument);
  }

  /** Negative numbers as 64 bits in two's complement, as far as those reach. */
  private String unsigned(Value argument, int radix) {
    Numerical number = number(argument);
    boolean wraps = number.signum() < 0 && number.bigValue().compareTo(LEAST) >= 0;
    return wraps ? number.bigValue().add(TWO_TO_64).toString(radix) : number.toString(radix);
  }

  private static String cut(String text, int precision) {
    return precision < 0 || text.codePointCount(0, text.length()) <= precision
        ? text
        : text.substring(0, text.offsetByCodePoints(0, precision));
  }

  private String character(Value argument) {
    if (!(argument instanceof ClassObject) && argument.unwrap() instanceof Numerical codePoint) {
      return CodePoints.text(codePoint).toString();
    }
    return cut(Conversions.text(in, argument).toString(), 1);
  }

  private String decimal(PrintfSequence sequence, Value argument) {
    boolean isDouble =
        !(argument instanceof ClassObject) && argument.unwrap() instanceof DoubleValue;
    var value = Numbers.decimal(isDouble ? argument.unwrap() : number(argument));
    int precision = sequence.precision() < 0 ? DEFAULT_PRECISION : sequence.precision();
    return switch (sequence.conversion()) {
      case 'e' -> NumberText.scientific(value, precision);
      case 'g' -> NumberText.general(value, precision);
      default -> NumberText.fixed(value, precision);
    };
  }
}
