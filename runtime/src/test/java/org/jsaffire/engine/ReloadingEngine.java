package org.jsaffire.engine;

import org.jsaffire.bytecode.BytecodeException;
import org.jsaffire.bytecode.CodeFile;
import org.jsaffire.bytecode.FileCode;
import org.jsaffire.bytecode.Verifier;
import org.jsaffire.object.RegexCompiler;

/** Engines that run no code but what was written as a file, read and verified. */
public final class ReloadingEngine {
  private static final CodeFile.Origin ORIGIN = new CodeFile.Origin("test", 0, 0);

  private ReloadingEngine() {}

  public static Engine open(EngineOptions options) {
    return new Engine(options, ReloadingEngine::reload);
  }

  private static FileCode reload(FileCode code) {
    try {
      FileCode read = CodeFile.read(CodeFile.write(code, ORIGIN)).code();
      new Verifier((pattern, flags) -> RegexCompiler.check(pattern, flags) == null).verify(read);
      return read;
    } catch (BytecodeException e) {
      throw new AssertionError(code.file(), e);
    }
  }
}
