package org.jsaffire.stdlib;

import java.io.IOException;
import org.jsaffire.object.Invoker;
import org.jsaffire.object.ListObject;
import org.jsaffire.object.NativeClass;
import org.jsaffire.object.NullValue;
import org.jsaffire.object.Numerical;
import org.jsaffire.object.Str;
import org.jsaffire.object.TextBuilder;
import org.jsaffire.object.Value;

/** Records of separated values in a file (modules.md 4 and 15.4). */
final class FileRecords {
  private FileRecords() {}

  static void define(NativeClass type) {
    type.define(
            "object getCsv(string delimiter = \",\", string enclosure = \"\\\"\")",
            "The fields of the next record, or null at the end.",
            (in, self, delimiter, enclosure) ->
                read(
                    in,
                    FileHandle.of(self),
                    CsvModule.delimiter(delimiter),
                    CsvModule.enclosure(delimiter, enclosure)))
        .define(
            "numerical putCsv(list fields, string delimiter = \",\", string enclosure = \"\\\"\")",
            "Writes a record; the number of bytes.",
            (in, self, fields, delimiter, enclosure) -> {
              TextBuilder text = new TextBuilder(in);
              CsvModule.writeRow(
                  in,
                  text,
                  fields,
                  CsvModule.delimiter(delimiter),
                  CsvModule.enclosure(delimiter, enclosure));
              return Numerical.of(FileHandle.of(self).write(text.toStr()));
            });
  }

  private static Value read(Invoker in, FileHandle handle, int delimiter, int enclosure) {
    FileStream stream = handle.readable();
    try {
      if (stream.peek() < 0) {
        stream.read();
        return NullValue.NULL;
      }
      TextBuilder record = new TextBuilder(in);
      collect(stream, record, delimiter, enclosure);
      ListObject rows = new CsvReader(in, record.toString(), delimiter, enclosure).rows();
      return rows.size() == 0 ? ListObject.of(Str.EMPTY) : rows.get(0);
    } catch (IOException e) {
      throw handle.cannotRead();
    }
  }

  /** Takes the text of a record up to a line end outside of quotes, and that. */
  private static void collect(FileStream stream, TextBuilder record, int delimiter, int enclosure)
      throws IOException {
    boolean isQuoted = false;
    boolean atStart = true;
    for (int c; (c = CodePointReader.read(stream)) >= 0; ) {
      if (!isQuoted && (c == '\n' || c == '\r')) {
        if (c == '\r' && stream.peek() == '\n') {
          stream.read();
        }
        return;
      }
      if (isQuoted) {
        // A doubled quote closes and opens again.
        isQuoted = c != enclosure;
        atStart = c == enclosure;
      } else {
        isQuoted = atStart && c == enclosure;
        atStart = c == delimiter;
      }
      record.append(Character.toString(c));
    }
  }
}
