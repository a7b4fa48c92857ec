package org.jsaffire.vm;

import org.jsaffire.bytecode.TypeDefinitionCode.ParameterCode;
import org.jsaffire.object.ClassObject;
import org.jsaffire.object.Core;
import org.jsaffire.object.NullValue;
import org.jsaffire.object.ScriptException;
import org.jsaffire.object.Value;

/** A parameter of a method of a script. Shared by all runs. */
final class Parameter {
  final String name;

  /** Null without a hint. */
  final TypeName hint;

  /** Null without a default. */
  final Value initial;

  final boolean isVariadic;
  private final ClassObject fixed;

  Parameter(ParameterCode code) {
    this.name = code.name();
    this.hint = code.hint() == null ? null : new TypeName(code.hint());
    this.initial = code.initial() == null ? null : Code.literal(code.initial());
    this.isVariadic = code.isVariadic();
    this.fixed = hint == null ? null : hint.fixed();
  }

  /**
   * The class that the hint means.
   *
   * @return null when it means no class, so that no value satisfies it
   */
  ClassObject type(Module module, Interpreter interpreter) {
    if (fixed != null) {
      return fixed;
    }
    try {
      return hint.resolve(module, interpreter) instanceof ClassObject type ? type : null;
    } catch (ScriptException e) {
      // A hint that cannot be resolved fails like one that does not match (language.md 5.3).
      return null;
    }
  }

  boolean isNullable() {
    return initial instanceof NullValue;
  }

  /** The value satisfies the hint (language.md 5.3). */
  boolean accepts(Value value, Module module, Interpreter interpreter) {
    if (hint == null) {
      return true;
    }
    if (value instanceof NullValue && isNullable()) {
      return true;
    }
    ClassObject type = type(module, interpreter);
    if (type == null) {
      return false;
    }
    if (value instanceof ClassObject) {
      return type == Core.BASE;
    }
    if (value instanceof NullValue) {
      return type == Core.NULL;
    }
    return value.type() == type || value.type().isA(type);
  }
}
