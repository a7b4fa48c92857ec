package org.jsaffire.resolve;

import java.util.List;

/**
 * Where a program stands.
 *
 * @param namespace of the file: {@code \}, or {@code \a\b} without a separator behind
 * @param globals names that have slots already, in the order of their slots; new ones follow
 * @param console further programs may add globals: a method that reads an unknown name reads the
 *     global of that name, should there be one later
 */
public record ResolverOptions(String namespace, List<String> globals, boolean console) {
  /** For the file that is started. */
  public static final ResolverOptions ROOT = forFile("\\");

  public ResolverOptions {
    globals = List.copyOf(globals);
  }

  public static ResolverOptions forFile(String namespace) {
    return new ResolverOptions(namespace, List.of(), false);
  }

  /**
   * For one input of a console.
   *
   * @param globals of the {@link Resolution} of the input before; empty for the first
   */
  public static ResolverOptions forConsole(List<String> globals) {
    return new ResolverOptions("\\", globals, true);
  }
}
