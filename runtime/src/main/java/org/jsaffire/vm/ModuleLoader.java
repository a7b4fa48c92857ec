package org.jsaffire.vm;

import org.jsaffire.object.ClassObject;

/** Where classes come from that a run does not know yet (language.md 3.4). */
public interface ModuleLoader {
  /** The built-in class of that full name, such as {@code \saffire\io}, or null. */
  ClassObject builtIn(String qualified);

  /**
   * The script that should define the class of that full name, or null when no search root has a
   * file for it.
   *
   * @throws org.jsaffire.object.ScriptException compileException
   */
  Script load(String qualified);
}
