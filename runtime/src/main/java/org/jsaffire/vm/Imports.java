package org.jsaffire.vm;

import java.util.HashMap;
import java.util.Map;
import org.jsaffire.bytecode.Constants;
import org.jsaffire.object.ClassObject;
import org.jsaffire.object.Errors;
import org.jsaffire.object.Exceptions;
import org.jsaffire.object.Value;

/** Finds and loads classes by name (language.md 3.4). Part of one run. */
final class Imports {
  private final Interpreter interpreter;
  private final ModuleLoader loader;
  private final Map<String, Module> modules = new HashMap<>();

  Imports(Interpreter interpreter, ModuleLoader loader) {
    this.interpreter = interpreter;
    this.loader = loader;
  }

  /**
   * The class that an import names.
   *
   * @throws org.jsaffire.object.ScriptException importException, compileException, or what the
   *     module's top level raises
   */
  Value resolve(Constants.Import target) {
    Value found = find(target.qualified());
    if (found == null) {
      String name = target.name();
      found = find("\\saffire" + (name.startsWith("\\") ? name : "\\" + name));
    }
    if (found == null) {
      throw Errors.of(Exceptions.IMPORT, "Cannot resolve module '" + target.qualified() + "'");
    }
    return found;
  }

  private Value find(String qualified) {
    ClassObject builtIn = loader.builtIn(qualified);
    if (builtIn != null) {
      return builtIn;
    }
    Module module = modules.get(qualified);
    if (module == null) {
      Script script = loader.load(qualified);
      if (script == null) {
        return null;
      }
      module = load(qualified, script);
    }
    return classOf(module, qualified);
  }

  private Module load(String qualified, Script script) {
    Module module = new Module(script);
    modules.put(qualified, module);
    boolean loaded = false;
    try {
      interpreter.runNested(module);
      loaded = true;
    } finally {
      if (!loaded) {
        modules.remove(qualified);
      }
    }
    return module;
  }

  private static Value classOf(Module module, String qualified) {
    int slot = module.slot(qualified.substring(qualified.lastIndexOf('\\') + 1));
    if (slot >= 0
        && module.globals[slot] instanceof ClassObject type
        && type.instanceLayout().qualifiedName().equals(qualified)) {
      return type;
    }
    throw Errors.of(
        Exceptions.IMPORT,
        "Cannot find class '" + qualified + "' inside imported file " + module.script.path());
  }

  Iterable<Module> loaded() {
    return modules.values();
  }
}
