package org.jsaffire.source;

import java.util.List;

/** A source text that does not compile; carries at least one diagnostic. */
public final class SourceException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient List<Diagnostic> diagnostics;

  public SourceException(List<Diagnostic> diagnostics) {
    super(diagnostics.get(0).text(), null, false, false);
    this.diagnostics = List.copyOf(diagnostics);
  }

  public SourceException(Diagnostic diagnostic) {
    this(List.of(diagnostic));
  }

  /** All errors that were found, the first to be reported first. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  public Diagnostic first() {
    return diagnostics.get(0);
  }
}
