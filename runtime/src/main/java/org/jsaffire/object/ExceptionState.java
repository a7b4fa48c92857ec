package org.jsaffire.object;

import java.util.List;

/** What every exception object holds besides its slots (language.md 6.2). */
public final class ExceptionState {
  /**
   * One call of a stack trace.
   *
   * @param owner qualified name of the class, or the namespace for top-level code
   * @param method empty for top-level code
   */
  public record TraceEntry(String file, int line, String owner, String method) {
    /** {@code FILE:LINE OWNER.METHOD (<args>)}. */
    @Override
    public String toString() {
      return file + ":" + line + " " + owner + "." + method + " (<args>)";
    }
  }

  private Str message;
  private Numerical code;
  private Instance previous;
  private List<TraceEntry> trace;

  public ExceptionState(Str message, Numerical code) {
    this.message = message;
    this.code = code;
  }

  public Str message() {
    return message;
  }

  public void setMessage(Str message) {
    this.message = message;
  }

  public Numerical code() {
    return code;
  }

  public void setCode(Numerical code) {
    this.code = code;
  }

  /** The exception that led to this one, or null. */
  public Instance previous() {
    return previous;
  }

  public void setPrevious(Instance previous) {
    this.previous = previous;
  }

  /** Innermost call first; empty until thrown. */
  public List<TraceEntry> trace() {
    return trace == null ? List.of() : trace;
  }

  public boolean isThrown() {
    return trace != null;
  }

  /** Keeps the trace of the first throw. */
  public void setTrace(List<TraceEntry> entries) {
    if (trace == null) {
      trace = entries;
    }
  }

  /** A copy that shares nothing that can be changed. */
  ExceptionState copy() {
    ExceptionState copy = new ExceptionState(message, code);
    copy.previous = previous;
    copy.trace = trace;
    return copy;
  }
}
