package org.jsaffire.vm;

import java.util.Arrays;
import org.jsaffire.bytecode.Constants;
import org.jsaffire.object.BuiltIns;
import org.jsaffire.object.Errors;
import org.jsaffire.object.Value;

/** One file in one run: its globals, aliases included. */
final class Module {
  final Script script;

  /** Values by slot; null while unset, and for an alias that was not read yet. */
  final Value[] globals;

  private Constants.Import[] aliases;

  Module(Script script) {
    this.script = script;
    this.globals = new Value[script.globals().size()];
  }

  void bindAlias(int slot, Constants.Import target) {
    if (aliases == null) {
      aliases = new Constants.Import[globals.length];
    }
    aliases[slot] = target;
    globals[slot] = null;
  }

  int slot(String name) {
    return script.globals().indexOf(name);
  }

  /**
   * The value of a global that is not set: resolves an alias, else the built-in of that name.
   *
   * @throws org.jsaffire.object.ScriptException attributeException, or what loading raises
   */
  Value missing(int slot, Interpreter interpreter) {
    Value value = find(slot, interpreter);
    if (value == null) {
      throw Errors.identifierNotFound(script.globals().get(slot));
    }
    return value;
  }

  /** The value of a global, an alias resolved; else the built-in of that name; else null. */
  Value find(int slot, Interpreter interpreter) {
    if (globals[slot] != null) {
      return globals[slot];
    }
    if (aliases != null && aliases[slot] != null) {
      Value type = interpreter.imports().resolve(aliases[slot]);
      globals[slot] = type;
      return type;
    }
    return BuiltIns.name(script.globals().get(slot));
  }

  /** The value of a name in this file, or null. */
  Value find(String name, Interpreter interpreter) {
    int slot = slot(name);
    return slot >= 0 ? find(slot, interpreter) : BuiltIns.name(name);
  }

  /** The globals that hold a value, for counting references. */
  Value[] values() {
    return Arrays.stream(globals).filter(value -> value != null).toArray(Value[]::new);
  }
}
