package org.jsaffire.cli.spi;

/**
 * One command of the {@code saffire} program. Named in {@code
 * META-INF/services/org.jsaffire.cli.spi.Command}; made once per process and light to make: every
 * start of the program may load it to learn its name.
 */
public interface Command {
  /** Name, options and words, from which the frame parses the command line and prints help. */
  Description description();

  /**
   * Runs the command.
   *
   * @return the exit code of the process, see {@link ExitCode}
   * @throws CommandException the command failed; the frame prints it as a fatal error, exit code 1
   * @throws UsageException a word or a value is not what the command takes; the frame prints it
   *     with the command's help, exit code 1
   */
  int run(Invocation invocation);
}
