package org.jsaffire.object;

/**
 * The running program, as values and native methods see it. One for each run, used by its thread
 * alone.
 */
public interface Invoker {
  /**
   * Calls anything that can be called: a bound method, a class (makes an instance), an object with
   * {@code __call}.
   *
   * @throws ScriptException what the callee throws, or that it cannot be called
   */
  Value call(Value callee, Value... arguments);

  /**
   * Calls a method that lookup has found. Visibility has been checked, or does not matter.
   *
   * @param self the receiver; for static methods its class is taken where it is an instance
   */
  Value call(MethodMember method, Value self, Value... arguments);

  /**
   * The service of this run of that kind: the request, the output, the state of a module. Made on
   * first use.
   */
  <T> T service(Class<T> kind);

  /** The name of the default locale, such as {@code en_US}. */
  String defaultLocale();

  /** A chance to end the run when it is over a limit or aborted; for native loops. */
  void checkpoint();

  /**
   * Announces storage of that many bytes, before it is allocated, so that the run's memory limit
   * can refuse it. For pieces of 1 KiB and more.
   */
  void charge(long bytes);

  /** How many variables, globals, attributes and elements hold the object (language.md 4.17). */
  int references(Value object);

  /** A number that this object keeps and that no other live object has. */
  long identity(Value object);

  /** What to throw in order to end the run with that exit status, after its finally parts. */
  RuntimeException exit(int status);

  /** Resolves a name in the scope of the code that called the running native method, or null. */
  Value resolve(String name);
}
