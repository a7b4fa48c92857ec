package org.jsaffire.stdlib;

import org.jsaffire.object.ClassObject;
import org.jsaffire.object.Conversions;
import org.jsaffire.object.Cursor;
import org.jsaffire.object.Errors;
import org.jsaffire.object.Invoker;
import org.jsaffire.object.ListObject;
import org.jsaffire.object.NativeClass;
import org.jsaffire.object.NullValue;
import org.jsaffire.object.Str;
import org.jsaffire.object.TextBuilder;
import org.jsaffire.object.Texts;
import org.jsaffire.object.Value;

/** Module {@code csv} (modules.md 15.4). */
final class CsvModule {
  private CsvModule() {}

  static ClassObject build() {
    return NativeClass.named("csv")
        .qualifiedName("\\saffire\\csv")
        .asAbstract()
        .define(
            "static list parse(string s, string delimiter = \",\", string enclosure = \"\\\"\")",
            "The rows of a table, each a list of strings.",
            (in, self, s, delimiter, enclosure) ->
                new CsvReader(
                        in, s.toString(), delimiter(delimiter), enclosure(delimiter, enclosure))
                    .rows())
        .define(
            "static string build(list rows, string delimiter = \",\", string enclosure = \"\\\"\")",
            "A table as text; the rows are lists or tuples.",
            (in, self, rows, delimiter, enclosure) ->
                write(in, (ListObject) rows, delimiter(delimiter), enclosure(delimiter, enclosure)))
        .build();
  }

  /** The character that separates fields. */
  static int delimiter(Value text) {
    int c = Texts.single((Str) text);
    if (c < 0) {
      throw Errors.argument("Delimiter must be one character");
    }
    return c;
  }

  /** The character that quotes fields. */
  static int enclosure(Value delimiter, Value text) {
    int c = Texts.single((Str) text);
    if (c < 0) {
      throw Errors.argument("Enclosure must be one character");
    }
    if (c == delimiter(delimiter)) {
      throw Errors.argument("Delimiter and enclosure must differ");
    }
    return c;
  }

  private static Str write(Invoker in, ListObject rows, int delimiter, int enclosure) {
    TextBuilder out = new TextBuilder(in);
    for (int i = 0; i < rows.size(); i++) {
      writeRow(in, out, rows.get(i), delimiter, enclosure);
    }
    return out.toStr();
  }

  /** Appends the cells of a row, and the end of the line. */
  static void writeRow(Invoker in, TextBuilder out, Value row, int delimiter, int enclosure) {
    String separator = Character.toString(delimiter);
    String quote = Character.toString(enclosure);
    Cursor cells = Cursor.over(in, row, 1);
    int count = 0;
    String cell = "";
    while (cells.next(in)) {
      if (count++ > 0) {
        writeCell(out, cell, false, separator, quote);
        out.append(separator);
      }
      cell = cells.value() == NullValue.NULL ? "" : text(in, cells.value());
    }
    writeCell(out, cell, count == 1, separator, quote);
    out.append("\r\n");
  }

  private static String text(Invoker in, Value value) {
    return Conversions.requireText(in, value).toString();
  }

  private static void writeCell(
      TextBuilder out, String cell, boolean isOnly, String separator, String quote) {
    boolean isQuoted =
        (isOnly && cell.isEmpty())
            || cell.contains(separator)
            || cell.contains(quote)
            || cell.indexOf('\r') >= 0
            || cell.indexOf('\n') >= 0;
    if (isQuoted) {
      out.append(quote).append(cell.replace(quote, quote + quote)).append(quote);
    } else {
      out.append(cell);
    }
  }
}
