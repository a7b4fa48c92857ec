package org.jsaffire.vm;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsaffire.object.Attributes;
import org.jsaffire.object.Errors;
import org.jsaffire.object.ExceptionState;
import org.jsaffire.object.Invoker;
import org.jsaffire.object.Layout;
import org.jsaffire.object.MethodMember;
import org.jsaffire.object.ScriptException;
import org.jsaffire.object.Value;

/** The state of one run without the dispatch loop: stacks, modules, services. */
abstract class Machine implements Invoker, AutoCloseable {
  private static final int FIRST_STACK = 256;
  private static final int FIRST_FRAMES = 16;

  private final RunEnvironment environment;
  private final Imports imports;
  private final TypeFactory types;
  private final Map<Class<?>, Object> services = new LinkedHashMap<>();
  private IdentityHashMap<Value, Long> identities;

  /** Slots and operands of all frames; replaced when it grows. */
  Value[] stack = new Value[FIRST_STACK];

  /** Frames by depth; those above {@link #depth} wait for reuse. */
  Frame[] frames = new Frame[FIRST_FRAMES];

  /** Index of the running frame, -1 for none. */
  int depth = -1;

  private Module started;

  /** Dispatch loops that wait for one another. */
  private int nesting;

  Machine(RunEnvironment environment) {
    this.environment = environment;
    Interpreter interpreter = (Interpreter) this;
    this.imports = new Imports(interpreter, environment.modules());
    this.types = new TypeFactory(interpreter);
  }

  abstract Calls calls();

  abstract Instructions instructions();

  abstract Value run();

  RunEnvironment environment() {
    return environment;
  }

  Imports imports() {
    return imports;
  }

  TypeFactory types() {
    return types;
  }

  /** Makes room on the value stack up to an index. */
  void reserve(int top) {
    if (top > stack.length) {
      stack = Arrays.copyOf(stack, Math.max(top, stack.length * 2));
    }
  }

  /** The next frame, for the caller to fill. */
  Frame pushFrame() {
    if (depth + 1 >= environment.maxDepth()) {
      throw Errors.system("Maximum call depth exceeded");
    }
    if (++depth == frames.length) {
      frames = Arrays.copyOf(frames, depth * 2);
    }
    Frame frame = frames[depth];
    if (frame == null) {
      frame = new Frame();
      frames[depth] = frame;
    }
    return frame;
  }

  /** Where a nested call may put its arguments. */
  int freeTop() {
    return depth < 0 ? 0 : frames[depth].limit;
  }

  /** Runs the top level of a file; its globals stay in the module. */
  void runNested(Module module) {
    Code code = module.script.main();
    int base = freeTop();
    reserve(base + code.frameSize);
    Arrays.fill(stack, base, base + code.slotCount, null);
    Frame frame = pushFrame();
    frame.code = code;
    frame.module = module;
    frame.self = null;
    frame.executing = null;
    frame.base = base;
    frame.result = base;
    frame.limit = base + code.frameSize;
    frame.constructs = false;
    frame.isEntry = true;
    frame.isHandling = false;
    frame.pc = 0;
    enter();
  }

  /** Runs the entry frame on top in a dispatch loop of its own. */
  Value enter() {
    nesting++;
    try {
      return nesting == DeepCalls.NESTING ? DeepCalls.call(this::run) : run();
    } finally {
      nesting--;
    }
  }

  /** Runs a script as the started file of this run. */
  public void start(Script script) {
    started = new Module(script);
    runNested(started);
  }

  /**
   * What {@code saffire.uncaughtExceptionHandler} is for the started file (language.md 6.5), or
   * null when there is no such attribute.
   */
  public Value exceptionHandler() {
    try {
      Value handlers = started.find("saffire", (Interpreter) this);
      return handlers == null ? null : Attributes.get(handlers, "uncaughtExceptionHandler", null);
    } catch (ScriptException e) {
      // The name means something without a handler, or something that cannot be loaded.
      return null;
    }
  }

  @Override
  public Value call(Value callee, Value... arguments) {
    return calls().call(callee, arguments);
  }

  @Override
  public Value call(MethodMember method, Value self, Value... arguments) {
    return calls().call(method, self, arguments);
  }

  /** Provides a service under its kind. */
  public <T> void provide(Class<T> kind, T service) {
    services.put(kind, service);
  }

  @Override
  public <T> T service(Class<T> kind) {
    Object service = services.get(kind);
    if (service == null) {
      service = make(kind);
      services.put(kind, service);
    }
    return kind.cast(service);
  }

  private static Object make(Class<?> kind) {
    try {
      var constructor = kind.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("service " + kind.getName(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("service " + kind.getName(), e);
    }
  }

  @Override
  public String defaultLocale() {
    return environment.defaultLocale();
  }

  @Override
  public void charge(long bytes) {
    environment.charge(bytes);
  }

  @Override
  public int references(Value object) {
    return new ReferenceCounter(object).count(this);
  }

  @Override
  public long identity(Value object) {
    if (identities == null) {
      identities = new IdentityHashMap<>();
    }
    return identities.computeIfAbsent(object, key -> identities.size() + 1L);
  }

  @Override
  public RuntimeException exit(int status) {
    return new ExitRequest(status);
  }

  @Override
  public Value resolve(String name) {
    return depth < 0 ? null : frames[depth].module.find(name, (Interpreter) this);
  }

  /** Gives an exception its stack trace, unless it has been thrown before. */
  void capture(ScriptException e) {
    ExceptionState state = e.state();
    if (!state.isThrown()) {
      state.setTrace(trace());
    }
  }

  /** The calls that are running, innermost first. */
  public List<ExceptionState.TraceEntry> trace() {
    List<ExceptionState.TraceEntry> trace = new ArrayList<>(depth + 1);
    for (int i = depth; i >= 0; i--) {
      Frame frame = frames[i];
      trace.add(
          new ExceptionState.TraceEntry(
              frame.code.block().file(),
              frame.code.block().line(Math.max(frame.pc - 1, 0)),
              frame.code.block().owner(),
              frame.code.block().name()));
    }
    return trace;
  }

  /** The class whose method is running, or null. */
  Layout executing() {
    return depth < 0 ? null : frames[depth].executing;
  }

  /** Ends the run: closes the services that can be closed, the last made first. */
  @Override
  public void close() {
    List<Object> all = new ArrayList<>(services.values());
    services.clear();
    for (int i = all.size() - 1; i >= 0; i--) {
      if (all.get(i) instanceof AutoCloseable closeable) {
        closeQuietly(closeable);
      }
    }
  }

  private static void closeQuietly(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception e) {
      // The run is over: nobody is left to tell, and the others must be closed all the same.
      System.getLogger(Machine.class.getName())
          .log(System.Logger.Level.WARNING, "closing a service of a run", e);
    }
  }
}
