package org.jsaffire.stdlib;

import java.util.ArrayList;
import java.util.List;
import org.jsaffire.object.ClassObject;
import org.jsaffire.object.Conversions;
import org.jsaffire.object.Core;
import org.jsaffire.object.Cursor;
import org.jsaffire.object.Errors;
import org.jsaffire.object.Invoker;
import org.jsaffire.object.Str;
import org.jsaffire.object.TextBuilder;
import org.jsaffire.object.TypeTag;
import org.jsaffire.object.Value;

/** Collections as {@code io.dump} shows them (modules.md 3.2). */
final class Dump {
  private static final int MAX_DEPTH = 1000;

  private final Invoker in;
  private final TextBuilder out;

  /** What is being shown, outermost first. */
  private final List<Value> ancestors = new ArrayList<>();

  private Dump(Invoker in) {
    this.in = in;
    this.out = new TextBuilder(in);
  }

  /**
   * The dump of an iterable, line feeds included.
   *
   * @throws org.jsaffire.object.ScriptException interfaceException when it is not iterable
   */
  static Str text(Invoker in, Value iterable) {
    if (!isIterable(iterable)) {
      throw Errors.interfaceError("io.dump() can only dump objects with an __iterable interface");
    }
    Dump dump = new Dump(in);
    dump.show(iterable);
    return dump.out.toStr();
  }

  private static boolean isIterable(Value value) {
    return !(value instanceof ClassObject) && value.type().isA(Core.ITERATOR);
  }

  private void show(Value iterable) {
    if (ancestors.size() == MAX_DEPTH) {
      throw Errors.system("Maximum call depth exceeded");
    }
    String start = "    ".repeat(ancestors.size()) + " [";
    ancestors.add(iterable);
    Cursor cursor = Cursor.over(in, iterable, 2);
    while (cursor.next(in)) {
      Value value = cursor.value();
      out.append(start).append(Conversions.text(in, cursor.key())).append("] => ");
      if (!isIterable(value) || value.tag() == TypeTag.STRING) {
        out.append(Conversions.text(in, value)).append('\n');
      } else if (isAncestor(value)) {
        out.append("*recursion*\n");
      } else {
        out.append('\n');
        show(value);
      }
    }
    ancestors.remove(ancestors.size() - 1);
  }

  private boolean isAncestor(Value value) {
    for (Value ancestor : ancestors) {
      if (ancestor == value) {
        return true;
      }
    }
    return false;
  }
}
