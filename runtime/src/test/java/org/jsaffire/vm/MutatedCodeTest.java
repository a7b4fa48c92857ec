package org.jsaffire.vm;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jsaffire.bytecode.BytecodeException;
import org.jsaffire.bytecode.CodeMutator;
import org.jsaffire.bytecode.CodeSamples;
import org.jsaffire.bytecode.FileCode;
import org.jsaffire.bytecode.SourceGenerator;
import org.jsaffire.bytecode.Verifier;
import org.jsaffire.golden.MemoryContext;
import org.jsaffire.object.ClassObject;
import org.jsaffire.object.RegexCompiler;
import org.jsaffire.object.ScriptException;
import org.jsaffire.sapi.Host;
import org.jsaffire.sapi.RequestContext;
import org.jsaffire.sapi.Sapi;
import org.jsaffire.stdlib.Modules;
import org.jsaffire.stdlib.ProgramInfo;
import org.junit.jupiter.api.Test;

/** Changed code is refused by the verifier, or runs without harm to the machine. */
class MutatedCodeTest {
  private static final int ROUNDS = Integer.getInteger("jsaffire.mutations", 5_000);
  private static final int STEPS = 5_000;
  private static final long MEMORY = 32 << 20;

  private static final Verifier VERIFIER =
      new Verifier((pattern, flags) -> RegexCompiler.check(pattern, flags) == null);

  /** A run that ends after a number of checkpoints. */
  private static final class Environment implements RunEnvironment, ModuleLoader {
    private Interpreter interpreter;
    private int steps;
    private long charged;

    @Override
    public ModuleLoader modules() {
      return this;
    }

    @Override
    public ClassObject builtIn(String qualified) {
      return qualified.equals("\\saffire\\io") ? Modules.find(qualified, Sapi.CLI) : null;
    }

    @Override
    public Script load(String qualified) {
      return null;
    }

    @Override
    public String defaultLocale() {
      return "en_US";
    }

    @Override
    public int maxDepth() {
      return 200;
    }

    @Override
    public void interrupted() {
      interpreter.interrupt();
      if (++steps > STEPS) {
        throw new LimitExceeded("steps");
      }
    }

    @Override
    public void charge(long bytes) {
      charged += bytes;
      if (charged > MEMORY) {
        throw new LimitExceeded("memory");
      }
    }
  }

  @Test
  void changedCodeIsRefusedOrRunsWithoutHarm() {
    long seed = Long.getLong("jsaffire.seed", System.nanoTime());
    System.out.println("MutatedCodeTest: -Djsaffire.seed=" + seed);
    List<FileCode> samples = new ArrayList<>(CodeSamples.harmless());
    for (int i = 0; i < 20; i++) {
      samples.add(CodeSamples.compile(new SourceGenerator(new Random(seed + i)).program()));
    }
    int refused = 0;
    int run = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Random random = new Random(seed + round);
      FileCode code = samples.get(random.nextInt(samples.size()));
      FileCode changed = new CodeMutator(random).mutate(code);
      String where = code.file() + ", seed " + (seed + round);
      try {
        VERIFIER.verify(changed);
      } catch (BytecodeException e) {
        refused++;
        continue;
      } catch (RuntimeException | Error e) {
        fail("verifying " + where, e);
      }
      run++;
      try {
        run(changed);
      } catch (RuntimeException | Error e) {
        fail("running " + where, e);
      }
    }
    String counts = "refused " + refused + ", run " + run + ", seed " + seed;
    assertTrue(refused > ROUNDS / 10 && run > ROUNDS / 10, counts);
  }

  private static void run(FileCode code) {
    Environment environment = new Environment();
    try (Interpreter interpreter = new Interpreter(environment)) {
      environment.interpreter = interpreter;
      interpreter.provide(RequestContext.class, new MemoryContext(Sapi.CLI, Map.of(), new byte[0]));
      interpreter.provide(ProgramInfo.class, new ProgramInfo(Sapi.CLI, List.of("x"), "en_US"));
      interpreter.provide(Host.class, Host.system());
      interpreter.interrupt();
      interpreter.start(new Script(code));
    } catch (ScriptException | Unwinding e) {
      // What a script may raise, or the end that a limit brings.
      assertTrue(environment.steps >= 0);
    }
  }
}
