package org.jsaffire.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Where a stage reports the errors it finds: either the first one ends the stage, or all of them
 * are collected while the stage goes on. Belongs to one thread.
 */
public final class Diagnostics {
  private final boolean collecting;
  private final List<Diagnostic> reported = new ArrayList<>();
  private int last = -1;

  private Diagnostics(boolean collecting) {
    this.collecting = collecting;
  }

  /** {@link #report} throws. */
  public static Diagnostics stopAtFirst() {
    return new Diagnostics(false);
  }

  /** {@link #report} remembers and returns. */
  public static Diagnostics collectAll() {
    return new Diagnostics(true);
  }

  public boolean isCollecting() {
    return collecting;
  }

  /**
   * @throws SourceException with the diagnostic, unless errors are collected
   */
  public void report(Diagnostic diagnostic) throws SourceException {
    if (!collecting) {
      throw new SourceException(diagnostic);
    }
    reported.add(diagnostic);
    last = Math.max(last, diagnostic.span().start());
  }

  public boolean isEmpty() {
    return reported.isEmpty();
  }

  /** Was anything collected whose position is {@code offset} or behind it? */
  public boolean anyFrom(int offset) {
    return last >= offset;
  }

  /** What was collected, by position, each message once per position. */
  public List<Diagnostic> inSourceOrder() {
    List<Diagnostic> sorted = new ArrayList<>(reported);
    sorted.sort(Comparator.comparingInt(d -> d.span().start()));
    Set<String> seen = new HashSet<>();
    sorted.removeIf(d -> !seen.add(d.span().start() + d.message()));
    return List.copyOf(sorted);
  }
}
