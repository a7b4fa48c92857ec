package org.jsaffire.syntax;

import java.util.List;
import org.jsaffire.source.Diagnostic;

/**
 * What the parser made of a source.
 *
 * @param program where there are syntax errors, without the parts in which they lie
 * @param syntaxErrors lexical and syntax errors, in source order; empty unless all errors were
 *     asked for
 * @param modifierErrors contradictions among modifiers, in source order; the resolver reports them
 *     with its own
 */
public record ParsedProgram(
    Program program, List<Diagnostic> syntaxErrors, List<Diagnostic> modifierErrors) {
  public ParsedProgram {
    syntaxErrors = List.copyOf(syntaxErrors);
    modifierErrors = List.copyOf(modifierErrors);
  }
}
