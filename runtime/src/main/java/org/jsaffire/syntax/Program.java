package org.jsaffire.syntax;

import java.util.List;
import org.jsaffire.source.SourceFile;

/** One source file (language.md 2.1). */
public record Program(
    SourceFile file, List<ImportItem> imports, List<Statement> statements, int start, int end)
    implements Node {
  public Program {
    imports = List.copyOf(imports);
    statements = List.copyOf(statements);
  }

  /**
   * One item of an import statement.
   *
   * @param alias the name that is bound; the last part of {@code name} unless written with {@code
   *     as}
   */
  public record ImportItem(QualifiedName name, String alias, int start, int end) implements Node {}
}
