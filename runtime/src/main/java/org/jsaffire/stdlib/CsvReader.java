package org.jsaffire.stdlib;

import org.jsaffire.object.Errors;
import org.jsaffire.object.Invoker;
import org.jsaffire.object.ListObject;
import org.jsaffire.object.Str;

/** Reads one table of separated values (modules.md 15.4). */
final class CsvReader {
  private final Invoker in;
  private final String text;
  private final int delimiter;
  private final int enclosure;
  private int at;
  private final StringBuilder field = new StringBuilder();

  CsvReader(Invoker in, String text, int delimiter, int enclosure) {
    this.in = in;
    this.text = text;
    this.delimiter = delimiter;
    this.enclosure = enclosure;
    this.at = text.startsWith("\uFEFF") ? 1 : 0;
  }

  /** All rows as lists of strings. */
  ListObject rows() {
    ListObject rows = new ListObject();
    while (at < text.length()) {
      if ((rows.size() & 1023) == 0) {
        in.checkpoint();
      }
      rows.add(row());
    }
    return rows;
  }

  private ListObject row() {
    ListObject row = new ListObject();
    while (true) {
      row.add(field());
      if (at >= text.length()) {
        return row;
      }
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      if (c == delimiter) {
        continue;
      }
      if (c == '\r' && at < text.length() && text.charAt(at) == '\n') {
        at++;
      }
      return row;
    }
  }

  /** A field up to a delimiter or line end, which stays. */
  private Str field() {
    field.setLength(0);
    if (at < text.length() && text.codePointAt(at) == enclosure) {
      quoted();
    }
    int start = at;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (c == delimiter || c == '\r' || c == '\n') {
        break;
      }
      at += Character.charCount(c);
    }
    if (field.length() == 0) {
      return Str.of(text.substring(start, at));
    }
    return Str.of(field.append(text, start, at).toString());
  }

  private void quoted() {
    int open = at;
    int size = Character.charCount(enclosure);
    at += size;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      if (c != enclosure) {
        field.appendCodePoint(c);
      } else if (at < text.length() && text.codePointAt(at) == enclosure) {
        field.appendCodePoint(c);
        at += size;
      } else {
        return;
      }
    }
    throw Errors.argument(
        "Cannot parse CSV at " + TextPositions.of(text, open) + ": quote is not closed");
  }
}
