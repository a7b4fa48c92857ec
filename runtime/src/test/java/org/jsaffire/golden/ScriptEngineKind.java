package org.jsaffire.golden;

import java.util.List;
import org.jsaffire.engine.Engine;
import org.jsaffire.engine.EngineOptions;
import org.jsaffire.engine.ReloadingEngine;

/** The ways of executing a script that must not differ. */
public enum ScriptEngineKind {
  /** Compiled from source, interpreted. */
  INTERPRETER {
    @Override
    Engine open(EngineOptions options) {
      return new Engine(options);
    }
  },

  /** Compiled, written as a file, read, verified, interpreted. */
  RELOADED {
    @Override
    Engine open(EngineOptions options) {
      return ReloadingEngine.open(options);
    }
  };

  abstract Engine open(EngineOptions options);

  /** Runs a script to its end. */
  void run(EngineOptions options, GoldenScript script, MemoryContext context) {
    try (Engine engine = open(options)) {
      engine.exec(script.path(), List.of(script.path().toString()), context);
    }
  }
}
