package org.jsaffire.stdlib;

import org.jsaffire.object.Container;
import org.jsaffire.object.Conversions;
import org.jsaffire.object.Cursor;
import org.jsaffire.object.Errors;
import org.jsaffire.object.HashObject;
import org.jsaffire.object.Invoker;
import org.jsaffire.object.NullValue;
import org.jsaffire.object.Str;
import org.jsaffire.object.TextBuilder;
import org.jsaffire.object.TupleObject;
import org.jsaffire.object.Value;
import org.jsaffire.sapi.form.FieldName;
import org.jsaffire.stdlib.web.FieldTree;

/** Query strings (modules.md 15.2). */
final class QueryText {
  private static final int MAX_DEPTH = 64;

  private QueryText() {}

  /** {@code a=1&b=2} of a hash; lists and hashes inside with brackets. */
  static Str build(Invoker in, HashObject values) {
    TextBuilder out = new TextBuilder(in);
    for (Value key : values.keys()) {
      write(in, out, text(in, key), values.get(in, key), 0);
    }
    return out.toStr();
  }

  private static void write(Invoker in, TextBuilder out, String name, Value given, int depth) {
    if (depth > MAX_DEPTH) {
      throw Errors.argument("Cannot encode recursive structure");
    }
    Value value = given.unwrap();
    if (value instanceof HashObject hash) {
      for (Value key : hash.keys()) {
        write(in, out, name + "[" + text(in, key) + "]", hash.get(in, key), depth + 1);
      }
    } else if (value instanceof Container || value instanceof TupleObject) {
      Cursor elements = Cursor.over(in, value, 1);
      while (elements.next(in)) {
        write(in, out, name + "[]", elements.value(), depth + 1);
      }
    } else if (value != NullValue.NULL) {
      out.append(out.units() == 0 ? "" : "&")
          .append(UrlText.encode(name))
          .append("=")
          .append(UrlText.encode(text(in, given)));
    }
  }

  private static String text(Invoker in, Value value) {
    return Conversions.requireText(in, value).toString();
  }

  /**
   * The values of a query string or form body: {@code a[]} makes a list, {@code a[x]} a hash; of
   * repeated plain names the last wins.
   *
   * @throws org.jsaffire.object.ScriptException argumentException for bad escapes
   */
  static HashObject parse(Invoker in, String text) {
    FieldTree fields = new FieldTree(in);
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('&', from);
      end = end < 0 ? text.length() : end;
      if (end > from) {
        String piece = text.substring(from, end);
        int sign = piece.indexOf('=');
        String name = UrlText.decode(sign < 0 ? piece : piece.substring(0, sign), true);
        String value = sign < 0 ? "" : UrlText.decode(piece.substring(sign + 1), true);
        if (depth(name) > FieldName.MAX_DEPTH) {
          fields.toHash().put(in, name, Str.of(value));
        } else {
          fields.add(name, Str.of(value));
        }
      }
      from = end + 1;
    }
    return fields.toHash();
  }

  /** Names with more brackets than forms may have are plain. */
  private static long depth(String name) {
    return name.chars().filter(c -> c == '[').count();
  }
}
