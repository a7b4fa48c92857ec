package org.jsaffire.stdlib;

import java.util.List;
import org.jsaffire.object.ExceptionState;
import org.jsaffire.object.Instance;

/** The report of an uncaught exception (language.md 6.5, modules.md 2). */
public final class UncaughtReport {
  private static final String LINE = "-".repeat(43) + "\n";

  /** The word "exception" in letters of eight lines. */
  private static final String BANNER =
      """
                               _   _
                              | | (_)
        _____  _____ ___ _ __ | |_ _  ___  _ __
       / _ \\ \\/ / __/ _ \\ '_ \\| __| |/ _ \\| '_ \\
      |  __/>  < (_|  __/ |_) | |_| | (_) | | | |
       \\___/_/\\_\\___\\___| .__/ \\__|_|\\___/|_| |_|
                        | |
                        |_|
      """;

  private UncaughtReport() {}

  /** Class, message and calls, for logs and error pages. */
  public static String plain(Instance exception) {
    ExceptionState state = (ExceptionState) exception.payload();
    StringBuilder text = new StringBuilder("Uncaught ");
    text.append(exception.type().name()).append(": ").append(state.message());
    appendTrace(text.append('\n'), state);
    return text.toString();
  }

  private static void appendTrace(StringBuilder text, ExceptionState state) {
    List<ExceptionState.TraceEntry> trace = state.trace();
    for (int i = 0; i < trace.size(); i++) {
      text.append('#').append(i).append(' ').append(trace.get(i)).append('\n');
    }
  }

  /** The report that the default handler prints. */
  public static String text(Instance exception) {
    ExceptionState state = (ExceptionState) exception.payload();
    StringBuilder text = new StringBuilder(BANNER).append('\n').append(LINE);
    text.append("  Code: ").append(state.code()).append('\n');
    text.append("  Mesg: ").append(state.message()).append('\n').append(LINE);
    appendTrace(text, state);
    return text.append(LINE).toString();
  }
}
