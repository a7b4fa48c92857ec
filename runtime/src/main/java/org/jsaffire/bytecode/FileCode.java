package org.jsaffire.bytecode;

import java.util.List;

/**
 * A compiled source file.
 *
 * @param file absolute path of the source
 * @param namespace such as {@code \} or {@code \a\b}
 * @param main code of the top level
 * @param globals names of the globals by slot
 */
public record FileCode(String file, String namespace, CodeBlock main, List<String> globals) {
  public FileCode {
    globals = List.copyOf(globals);
  }
}
