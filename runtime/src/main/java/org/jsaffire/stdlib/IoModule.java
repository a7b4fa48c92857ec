package org.jsaffire.stdlib;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jsaffire.object.ClassObject;
import org.jsaffire.object.Conversions;
import org.jsaffire.object.Invoker;
import org.jsaffire.object.NativeClass;
import org.jsaffire.object.NullValue;
import org.jsaffire.object.Numerical;
import org.jsaffire.object.Printf;
import org.jsaffire.object.Str;
import org.jsaffire.object.Value;
import org.jsaffire.sapi.RequestContext;
import org.jsaffire.sapi.ScriptOutput;

/** Module {@code io}, and its class {@code console} (modules.md 3). */
final class IoModule {
  private static final int CHUNK = 8192;

  private IoModule() {}

  static ClassObject build() {
    NativeClass type =
        NativeClass.named("io")
            .qualifiedName("\\saffire\\io")
            .asAbstract()
            .defineN(
                "static self print(object ... v)",
                "Prints the text of each argument.",
                (in, self, v) -> print(in, self, v, false))
            .defineN(
                "static self println(object ... v)",
                "Prints the text of each argument and a line feed.",
                (in, self, v) -> print(in, self, v, true));
    formatting(type);
    type.define(
            "static self dump(object iterable)",
            "Prints keys and values, nested ones further in.",
            (in, self, iterable) -> {
              ScriptOutput out = out(in);
              out.print(Dump.text(in, iterable).toString());
              return done(out, self);
            })
        .define(
            "static string dumpString(object iterable)",
            "What dump prints.",
            (in, self, iterable) -> Dump.text(in, iterable));
    errors(type);
    return input(type).build();
  }

  /** The class {@code console}: a part of {@code io} under another name. */
  static ClassObject buildConsole() {
    NativeClass type =
        NativeClass.named("console")
            .qualifiedName("\\saffire\\console")
            .asAbstract()
            .defineN(
                "static self print(object ... v)",
                "Prints the text of each argument.",
                (in, self, v) -> print(in, self, v, false));
    return formatting(type).build();
  }

  private static NativeClass formatting(NativeClass type) {
    return type.defineN(
            "static self printf(object format, object ... v)",
            "Prints formatted text.",
            (in, self, v) -> {
              Str text = format(in, v);
              ScriptOutput out = out(in);
              out.print(text.toString());
              return done(out, self);
            })
        .defineN(
            "static string sprintf(object format, object ... v)",
            "Formatted text.",
            (in, self, v) -> format(in, v));
  }

  private static void errors(NativeClass type) {
    type.defineN(
            "static self error(object ... v)",
            "Prints to standard error.",
            (in, self, v) -> print(in, in.service(RequestContext.class).stderr(), self, v, false))
        .defineN(
            "static self errorln(object ... v)",
            "Prints to standard error, with a line feed.",
            (in, self, v) -> print(in, in.service(RequestContext.class).stderr(), self, v, true));
  }

  private static NativeClass input(NativeClass type) {
    return type.define(
            "static object readln(string prompt = \"\")",
            "A line of standard input without its end, or null behind the last one.",
            (in, self, prompt) -> readln(in, (Str) prompt))
        .define("static string readAll()", "The rest of standard input.", (in, self) -> readAll(in))
        .define(
            "static self flush()",
            "Hands over what was printed.",
            (in, self) -> {
              out(in).flush();
              return self;
            });
  }

  private static ScriptOutput out(Invoker in) {
    return in.service(RequestContext.class).stdout();
  }

  private static Value print(Invoker in, Value self, Value[] values, boolean line) {
    return print(in, out(in), self, values, line);
  }

  private static Value print(
      Invoker in, ScriptOutput out, Value self, Value[] values, boolean line) {
    for (Value value : values) {
      if (value instanceof Numerical number && number.isLong()) {
        out.print(number.longValue());
      } else {
        print(out, Conversions.text(in, value));
      }
    }
    if (line) {
      out.write('\n');
    }
    return done(out, self);
  }

  /** Literals have their bytes ready. */
  private static void print(ScriptOutput out, Str text) {
    byte[] bytes = text.knownUtf8();
    if (bytes != null) {
      out.write(bytes);
    } else {
      out.print(text.toString());
    }
  }

  private static Value done(ScriptOutput out, Value self) {
    if (out.isAutoFlush()) {
      out.flush();
    }
    return self;
  }

  private static Str format(Invoker in, Value[] arguments) {
    Value[] values = Arrays.copyOfRange(arguments, 1, arguments.length);
    return Printf.format(in, Conversions.requireText(in, arguments[0]), values, 1);
  }

  private static Value readln(Invoker in, Str prompt) {
    if (!prompt.isEmpty()) {
      ScriptOutput out = out(in);
      print(out, prompt);
      out.flush();
    }
    ByteCollector line = new ByteCollector(in);
    try {
      InputStream stdin = in.service(RequestContext.class).stdin();
      for (int b; !line.endsInLineFeed() && (b = stdin.read()) >= 0; ) {
        line.add(b);
      }
    } catch (IOException e) {
      throw IoErrors.failed("Cannot read from standard input", e);
    }
    if (line.size() == 0) {
      return NullValue.NULL;
    }
    line.cutLineEnd();
    return line.toStr();
  }

  private static Str readAll(Invoker in) {
    ByteCollector all = new ByteCollector(in);
    try {
      InputStream stdin = in.service(RequestContext.class).stdin();
      for (int n; (n = stdin.read(all.reserve(CHUNK), all.size(), CHUNK)) >= 0; ) {
        all.added(n);
      }
    } catch (IOException e) {
      throw IoErrors.failed("Cannot read from standard input", e);
    }
    return all.toStr();
  }
}
