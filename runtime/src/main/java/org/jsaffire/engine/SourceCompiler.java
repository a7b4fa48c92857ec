package org.jsaffire.engine;

import org.jsaffire.bytecode.FileCode;
import org.jsaffire.compile.Compiler;
import org.jsaffire.object.RegexCompiler;
import org.jsaffire.object.RegexFault;
import org.jsaffire.resolve.Resolver;
import org.jsaffire.resolve.ResolverOptions;
import org.jsaffire.source.SourceException;
import org.jsaffire.source.SourceFile;
import org.jsaffire.source.SourceFiles;
import org.jsaffire.syntax.RegexChecker;

/** From the bytes of a file to code: the whole way in one call. */
final class SourceCompiler {
  private static final RegexChecker REGEXES =
      (pattern, flags) -> {
        RegexFault fault = RegexCompiler.check(pattern, flags);
        return fault == null ? null : new RegexChecker.Fault(fault.offset(), fault.reason());
      };

  private SourceCompiler() {}

  /**
   * Compiles a file.
   *
   * @param name the absolute path
   * @param namespace such as {@code \\}
   * @throws SourceException with the first error
   */
  static FileCode compile(String name, byte[] bytes, String namespace) throws SourceException {
    SourceFile file = SourceFiles.decode(name, bytes);
    ResolverOptions options = ResolverOptions.forFile(namespace);
    return Compiler.compile(Resolver.resolve(file, REGEXES, options));
  }
}
