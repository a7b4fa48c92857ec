package org.jsaffire.command;

import java.io.PrintStream;
import java.time.Clock;
import java.time.LocalTime;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.jsaffire.sapi.LogText;

/** Prints a line for each request: time, status, method, path, size, duration. */
final class AccessLines implements RequestLog {
  private static final String GREEN = "\u001b[32m";
  private static final String CYAN = "\u001b[36m";
  private static final String YELLOW = "\u001b[33m";
  private static final String RED = "\u001b[31;1m";
  private static final String RESET = "\u001b[0m";

  private final PrintStream out;
  private final Clock clock;
  private final boolean colour;

  AccessLines(PrintStream out, Clock clock, boolean colour) {
    this.out = out;
    this.clock = clock;
    this.colour = colour;
  }

  @Override
  public void log(Request request, Response response) {
    long nanos = System.nanoTime() - request.getBeginNanoTime();
    out.println(
        line(
            response.getStatus(),
            request.getMethod(),
            String.valueOf(request.getHttpURI().getPathQuery()),
            Response.getContentBytesWritten(response),
            TimeUnit.NANOSECONDS.toMillis(nanos)));
  }

  String line(int status, String method, String path, long bytes, long millis) {
    LocalTime time = LocalTime.now(clock).withNano(0);
    String clockText = time.getSecond() == 0 ? time + ":00" : time.toString();
    String shown = colour ? colour(status) + status + RESET : String.valueOf(status);
    return clockText
        + " "
        + shown
        + " "
        + LogText.escape(method + " " + path)
        + " "
        + size(bytes)
        + " "
        + millis
        + " ms";
  }

  private static String colour(int status) {
    return switch (status / 100) {
      case 2 -> GREEN;
      case 3 -> CYAN;
      case 4 -> YELLOW;
      default -> RED;
    };
  }

  /** Bytes, from 1000 on as kB or MB with one decimal. */
  static String size(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    long unit = bytes < 999_950 ? 1000 : 1_000_000;
    long tenths = (bytes * 10 + unit / 2) / unit;
    return tenths / 10 + "." + tenths % 10 + (unit == 1000 ? " kB" : " MB");
  }
}
