package org.jsaffire.golden;

import java.util.List;
import org.jsaffire.engine.Engine;

/** The ways of executing a script that must not differ. */
public enum ScriptEngineKind {
  /** Compiled from source, interpreted. */
  INTERPRETER {
    @Override
    void run(Engine engine, GoldenScript script, MemoryContext context) {
      engine.exec(script.path(), List.of(script.path().toString()), context);
    }
  };

  /** Runs a script to its end. */
  abstract void run(Engine engine, GoldenScript script, MemoryContext context);
}
