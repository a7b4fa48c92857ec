package org.jsaffire.vm;

/** What a machine asks of the run that it belongs to. */
public interface RunEnvironment {
  ModuleLoader modules();

  /** The name of the default locale, such as {@code en_US}. */
  String defaultLocale();

  /** The greatest number of calls at a time. */
  int maxDepth();

  /**
   * Called at a checkpoint after {@link Interpreter#interrupt}; throws an {@link Unwinding} if the
   * run has to end.
   */
  void interrupted();

  /** Called before storage of that many bytes is allocated; throws when that is too much. */
  void charge(long bytes);
}
