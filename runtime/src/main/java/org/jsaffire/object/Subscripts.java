package org.jsaffire.object;

import java.util.List;

/** {@code x[i]}, {@code x[i] = v}, {@code x[] = v} and {@code x[a..b]} (language.md 4.19). */
public final class Subscripts {
  private static final NativeSignature.Parameter INDEX =
      new NativeSignature.Parameter("i", List.of(TypeTag.NUMERICAL), false, null, false);
  private static final NativeSignature.Parameter BOUND =
      new NativeSignature.Parameter(
          "bound", List.of(TypeTag.NUMERICAL, TypeTag.NULL), false, null, false);

  private Subscripts() {}

  public static Value get(Invoker in, Value object, Value index) {
    if (object instanceof Instance) {
      return in.call(method(object, "__get"), object, index);
    }
    return getCore(in, object, index);
  }

  /** An element of a core value. */
  static Value getCore(Invoker in, Value object, Value index) {
    if (object instanceof ListObject list) {
      return list.get(position(index, list.size()));
    }
    if (object instanceof HashObject hash) {
      Value value = hash.get(in, index);
      return value == null ? NullValue.NULL : value;
    }
    if (object instanceof Str text) {
      return Str.ofCodePoint(text.codePointAt(position(index, text.length())));
    }
    if (object instanceof TupleObject tuple) {
      return tuple.get(position(index, tuple.size()));
    }
    throw notSubscribable();
  }

  /** An index as a number from 0 to {@code size} - 1. */
  static int position(Value index, int size) {
    Numerical number = (Numerical) INDEX.check(index);
    if (!number.isLong() || number.longValue() < 0 || number.longValue() >= size) {
      throw Errors.index();
    }
    return (int) number.longValue();
  }

  public static void set(Invoker in, Value object, Value index, Value value) {
    if (object instanceof Instance) {
      in.call(method(object, "__set"), object, index, value);
    } else {
      setCore(in, object, index, value);
    }
  }

  /** Replaces or adds an element of a core value. */
  static void setCore(Invoker in, Value object, Value index, Value value) {
    if (object instanceof ListObject list) {
      list.checkMutable();
      int at = position(index, list.size() + 1);
      if (at == list.size()) {
        list.add(in, value);
      } else {
        list.set(in, at, value);
      }
    } else if (object instanceof HashObject hash) {
      hash.put(in, index, value);
    } else if (object instanceof Str || object instanceof TupleObject) {
      throw immutable(object);
    } else {
      throw notSubscribable();
    }
  }

  private static ScriptException immutable(Value object) {
    return Errors.immutable("Trying to modify immutable object '" + object.type().name() + "'");
  }

  public static void append(Invoker in, Value object, Value value) {
    if (object instanceof Instance instance) {
      checkInterface(instance);
      MethodMember add = instance.layout().findMethod("__add");
      if (add != null) {
        in.call(add, object, value);
        return;
      }
      Value inner = instance.unwrap();
      if (inner == instance) {
        in.call(method(object, "__set"), object, NullValue.NULL, value);
      } else {
        appendCore(in, inner, value);
      }
      return;
    }
    appendCore(in, object, value);
  }

  private static void appendCore(Invoker in, Value object, Value value) {
    if (object instanceof ListObject list) {
      list.add(in, value);
    } else if (object instanceof HashObject) {
      throw Errors.argument("Cannot append to a hash without a key");
    } else if (object instanceof Str || object instanceof TupleObject) {
      throw immutable(object);
    } else {
      throw notSubscribable();
    }
  }

  /** A slice; null values stand for omitted bounds. */
  public static Value slice(Invoker in, Value object, Value from, Value to) {
    if (object instanceof Instance) {
      return in.call(method(object, "__splice"), object, from, to);
    }
    return sliceCore(object, from, to);
  }

  static Value sliceCore(Value object, Value from, Value to) {
    if (object instanceof HashObject) {
      throw notFound("__splice");
    }
    if (object instanceof SetObject
        || object instanceof ClassObject
        || !(object instanceof Str
            || object instanceof ListObject
            || object instanceof TupleObject)) {
      throw notSubscribable();
    }
    Value min = BOUND.check(from);
    Value max = BOUND.check(to);
    if (object instanceof Str text) {
      Slices.Range range = Slices.of(min, max, text.length());
      return text.slice(range.from(), range.to());
    }
    if (object instanceof ListObject list) {
      Slices.Range range = Slices.of(min, max, list.size());
      return list.slice(range.from(), range.to());
    }
    TupleObject tuple = (TupleObject) object;
    Slices.Range range = Slices.of(min, max, tuple.size());
    return tuple.slice(range.from(), range.to());
  }

  private static MethodMember method(Value object, String name) {
    checkInterface((Instance) object);
    MethodMember method = object.layout().findMethod(name);
    if (method == null) {
      throw notFound(name);
    }
    return method;
  }

  private static void checkInterface(Instance instance) {
    if (!instance.type().isA(Core.SUBSCRIPTION)) {
      throw notSubscribable();
    }
  }

  private static ScriptException notFound(String name) {
    return Errors.attribute(name + "() not found");
  }

  private static ScriptException notSubscribable() {
    return Errors.interfaceError("Class must inherit the 'subscription' interface");
  }
}
