package org.jsaffire.vm;

import org.jsaffire.bytecode.Constants;
import org.jsaffire.object.BuiltIns;
import org.jsaffire.object.ClassObject;
import org.jsaffire.object.Value;

/**
 * A type name of the source. Resolved whenever it is used, in the scope of its file (language.md
 * 5.3): the exact identifier first, then a built-in class or interface in any case.
 */
final class TypeName {
  final String text;
  private final Constants.Import qualified;
  private final int global;
  private final Value builtIn;

  TypeName(Constants.TypeReference reference) {
    this.text = reference.text();
    this.qualified =
        reference.qualified() == null
            ? null
            : new Constants.Import(reference.text(), reference.qualified());
    this.global = reference.global();
    Value exact = qualified == null ? BuiltIns.name(text) : null;
    ClassObject any = qualified == null ? BuiltIns.type(text) : null;
    this.builtIn = exact instanceof ClassObject || any == null ? exact : any;
  }

  /** The class that is meant whatever the globals hold, or null when it depends on them. */
  ClassObject fixed() {
    return global < 0 && builtIn instanceof ClassObject type ? type : null;
  }

  /**
   * What the name means, which may be no class; null when nothing has that name.
   *
   * @throws org.jsaffire.object.ScriptException what loading an alias raises
   */
  Value resolve(Module module, Interpreter interpreter) {
    if (qualified != null) {
      return interpreter.imports().resolve(qualified);
    }
    if (global >= 0) {
      Value value = module.find(global, interpreter);
      if (value != null) {
        return value;
      }
    }
    return builtIn;
  }
}
